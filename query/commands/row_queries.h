// SPDX-License-Identifier: GPL-3.0-or-later
// The query of each row of a table: it finds the articles that the row speaks of.
#pragma once

#include <cstddef>
#include <string>

#include "query/parse/ast.h"

namespace morgue {

class RowQueries {
 public:
  /// `canonical`: the query of the whole table, as a page gives it.
  explicit RowQueries(const std::string& canonical);

  /// The articles of the table's query that another query finds, too.
  std::string with(const std::string& by) const;

  /// Those that have the words side by side, in their folded forms.
  std::string with_words(const std::string& words) const;

  /// Those where they stand at most so many positions from a match; see near_words().
  std::string near(const std::string& words, std::size_t distance) const;

 private:
  ast::NodePtr tree_;
};

}  // namespace morgue
