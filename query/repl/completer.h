// SPDX-License-Identifier: GPL-3.0-or-later
// What a line of a session may go on with.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/repl/line_editor.h"

namespace morgue {

/// What there is to choose from; asked for when it is needed.
struct CompletionSources {
  std::vector<std::string> commands;  ///< ":kwic", "sort", …
  std::vector<std::string> fields;    ///< without colons
  std::vector<std::string> facets;
  std::vector<std::string> saved;  ///< names of queries
  /// The values of a field of this name, the commonest first; of "" people, organisations and
  /// places. None of what is no facet.
  std::function<std::vector<std::string>(const std::string& field)> values;
};

/// Completes the last word of a line: a command where a line begins, the name of a field, a field's
/// value (any of whose words begins so; capitals and accents do not matter), and for a word that
/// begins with a capital letter the names the archive knows.
class Completer {
 public:
  explicit Completer(CompletionSources sources) : sources_(std::move(sources)) {}

  Completions complete(const std::string& line);

 private:
  std::vector<std::string> complete_value(const std::string& field, const std::string& typed);
  std::vector<std::string> complete_word(const std::string& typed);
  const std::vector<std::string>& values_of(const std::string& field);

  CompletionSources sources_;
  std::map<std::string, std::vector<std::string>> values_;  ///< what was asked for
};

}  // namespace morgue
