// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the recognizer reads it: every word and every mark, as written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

/// The written tokens of one text, marks included, sentence by sentence:
///   Mr. Clinton's U.S.-based firm (AT&T) -> Mr. | Clinton | 's | U.S.-based | firm | ( | AT&T | )
/// `text` must outlive it.
struct SurfaceText {
  std::string_view text;
  std::vector<Span> tokens;                    ///< in bytes of `text`; ascending, none empty
  std::vector<std::uint32_t> sentence_starts;  ///< numbers of tokens; ascending, the first is 0

  std::string_view written(std::size_t token) const { return tokens[token].of(text); }
};

}  // namespace morgue
