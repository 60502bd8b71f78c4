// SPDX-License-Identifier: GPL-3.0-or-later
// Making the best of a faulty query.
#pragma once

#include <optional>
#include <string>

#include "query/parse/query_error.h"

namespace morgue {

/// After so many a text is better read as plain words.
inline constexpr int kMostMends = 50;

struct Mended {
  std::string text;
  const char* read_as;  ///< for a note: "text", "nothing"
};

/// The text with what the error points at made plain text, or left out; nothing when the error is
/// not of that kind. Each mend makes the text longer by a backslash or shorter, so mending ends.
/// Precondition: the text is valid UTF-8, unless the error is Q109.
std::optional<Mended> mend(const std::string& text, const QueryError& error);

}  // namespace morgue
