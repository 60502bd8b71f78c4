// SPDX-License-Identifier: GPL-3.0-or-later
// A run: characters without space between them, before anybody knows whether they are a word, a
// wildcard, a range or an operator.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/base/span.h"
#include "query/parse/cursor.h"
#include "query/parse/query_error.h"

namespace morgue {

struct Letter {
  char32_t point;
  bool literal;      ///< was escaped, or stands where it cannot mean anything special
  std::uint32_t at;  ///< where it stands in the query; an escaped one: its backslash

  bool is(char32_t sign) const { return !literal && point == sign; }
};

using Run = std::vector<Letter>;

/// Reads up to a space, a parenthesis, a quote, "|", "&&", "&" at the end of a word, "~" or "^"
/// with its number at the end of a word, or one of `stops`. The result may be empty. In an address,
/// from
/// "://" on, "?" and "." are literal.
Result<Run, QueryError> read_run(Cursor& cursor, std::u32string_view stops = {});

/// Whether "~" or "^" at the cursor ends a word, alone or with a number; `size` is its length.
bool is_suffix_operator(const Cursor& cursor, std::size_t& size);

/// A backslash and what it escapes; white space is escaped as a plain space.
Result<Letter, QueryError> read_escape(Cursor& cursor);

bool has_literal(const Run& run);
bool has_wildcard(const Run& run);
std::string text_of(const Run& run);
/// As ast::Wildcard holds it; several * in a row are one.
std::string pattern_of(const Run& run);

/// The query with its closing sign added, as a suggestion; empty when it is too long to repeat.
std::string try_with(std::u32string_view query, std::u32string_view closing);

}  // namespace morgue
