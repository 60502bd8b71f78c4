// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed in a session, a line at a time, to command lines.
#pragma once

#include <string>
#include <vector>

#include "query/commands/command.h"
#include "query/repl/line_editor.h"
#include "query/repl/refined_query.h"

namespace morgue {

/// Words that a line may begin with, for help and completion: "sort", ":kwic".
std::vector<std::string> session_commands();

/// Runs lines until there are no more, or one says so. What is wrong with a line is shown and never
/// ends the session.
class Session {
 public:
  /// All must outlive it.
  Session(std::vector<std::string> archives, const Options& options, Context& context)
      : archives_(std::move(archives)), options_(options), context_(context) {}

  void greet();
  void run(LineSource& lines);

 private:
  struct Verb;

  /// False: the session ends.
  bool take(const std::string& line);
  void start(const std::string& query);
  void refine(const std::string& clause, bool without);
  void sort(const std::string& rest);
  void next(const std::string& rest);
  void back(const std::string& rest);
  void show(const std::string& rest);
  void facet(const std::string& rest);
  void say_line(const std::string& rest);
  void say_help(const std::string& rest);
  void command(const std::string& line);

  /// Lists the query of the last step; false: it is faulty, which is said.
  bool search();
  void list_facets(const std::string& names);
  bool has_query();
  void complain(const std::string& message, const std::string& suggestion);
  std::vector<std::string> words_of(const std::string& command) const;
  /// False: the words or the query are faulty, which is said.
  bool run_words(const std::vector<std::string>& words);

  std::vector<std::string> archives_;
  const Options& options_;
  Context& context_;
  RefinedQuery query_;
  std::string order_ = "relevance";
  std::uint64_t offset_ = 0;
  std::vector<std::string> row_queries_;  ///< of the facets that were listed last
  std::vector<std::string> last_;         ///< the command line that was run last
};

}  // namespace morgue
