// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a query, or worth saying about how it was read, and where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

/// Codes are stable: Q1nn are errors, N1nn notes (see the query language page).
struct QueryError {
  std::string code;        ///< "Q104"
  Span span;               ///< in code points of the query text; empty span: a place
  std::string message;     ///< one line, no full stop
  std::string suggestion;  ///< one line, or empty: "did you mean byline?", "try: …"
};

/// A remark that does not stop the query: how it was read, what a filter could not judge.
struct Note {
  std::string code;  ///< "N101"
  std::string message;

  friend bool operator==(const Note&, const Note&) = default;
};

/// The error as people read it, ending with a line feed:
///   morgue-query: query error Q104 at 12: unknown field "auhtor"
///       tariffs AND auhtor:Smith
///                   ^~~~~~
///       did you mean byline (alias author)?
/// The caret is aligned by display width; a long or multi-line query is cut around it.
std::string draw_error(std::string_view program, std::string_view query, const QueryError& error);

}  // namespace morgue
