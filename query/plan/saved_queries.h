// SPDX-License-Identifier: GPL-3.0-or-later
// Queries saved under names, for query:name inside other queries.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"

namespace morgue {

/// The file queries.tsv of an archive: one query a line, its name, a tab, its text. Empty lines and
/// lines that begin with "#" say nothing. It is the user's own and may be edited by hand.
class SavedQueries {
 public:
  /// Adds those of a file; names that are known already stay as they are. A file that does not
  /// exist holds none.
  void add_file(const std::filesystem::path& file);

  void add(std::string name, std::string text) { texts_.emplace(std::move(name), std::move(text)); }

  /// Null when there is none of that name.
  const std::string* find(std::string_view name) const;
  /// All of them, by name.
  const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }
  /// What there is, or what is wrong with a file, for a message.
  std::string help() const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::string faulty_line_;  ///< "news.morgue/queries.tsv:3"; the first one
};

/// A copy of the tree in which each query:name is replaced by what it stands for. Errors: Q132 no
/// such name, or one that leads back to itself; an error inside a saved query, with the place of
/// its name.
Result<ast::NodePtr, QueryError> with_saved(const ast::Node& query, const SavedQueries& saved);

}  // namespace morgue
