// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a word is written with capital or small letters.
#pragma once

#include <string_view>

namespace morgue {

struct Capitals {
  bool any_capital = false;  ///< an upper-case or title-case letter (Unicode Lu, Lt)
  bool any_small = false;    ///< a lower-case letter (Ll)
};

/// Precondition: valid UTF-8.
Capitals capitals_of(std::string_view utf8);

}  // namespace morgue
