// SPDX-License-Identifier: GPL-3.0-or-later
// Matches in their context, a line each: plain data between what finds them and what shows them.
#pragma once

#include <cstdint>
#include <string>

#include "common/article/mention.h"
#include "common/article/partial_date.h"

namespace morgue {

struct ConcordanceLine {
  std::string id;
  PartialDate date;
  std::string source;
  TextPart part = TextPart::Body;
  std::uint32_t word = 0;          ///< of the first word of the match, from 0, in its part
  std::string left, match, right;  ///< as written, white space as single spaces
  /// What lines are sorted by: the words beside the match, nearest first, folded.
  std::string left_key, right_key;
};

}  // namespace morgue
