// SPDX-License-Identifier: GPL-3.0-or-later
// The operands of Lucene's language: words, patterns, phrases, regular expressions, ranges.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/cursor.h"
#include "query/parse/dialect/build.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

/// Reads operands at the cursor. A function that fails gives null or false, and error_ says why.
class LuceneOperands {
 protected:
  explicit LuceneOperands(std::u32string_view text) : cursor_{text} {}

  /// Anything but a group, without what stands behind it. `field` is that of the value, or empty.
  NodePtr read_operand(std::string_view field);
  /// ~ or ~1 behind an operand, when it is there.
  NodePtr read_tilde(NodePtr node);
  /// ^2 behind an operand or group, when it is there.
  NodePtr read_weight(NodePtr node);

  Span here(std::uint32_t size) const { return {cursor_.at, cursor_.at + size}; }
  Span since(std::uint32_t begin) const { return {begin, cursor_.at}; }
  std::string typed(Span span) const {
    return encode_utf8(cursor_.text.substr(span.begin, span.size()));
  }
  NodePtr fail(QueryError error) {
    error_ = std::move(error);
    return nullptr;
  }

  Cursor cursor_;
  std::optional<QueryError> error_;

 private:
  NodePtr read_phrase();
  NodePtr read_regex();
  NodePtr read_range(std::string_view field);
  NodePtr read_term(std::string_view field);
  NodePtr make_fuzzy(NodePtr node, const std::string& number, Span sign);
  bool read_escape(char32_t& letter);
  std::string read_digits();
};

}  // namespace morgue::dialect
