// SPDX-License-Identifier: GPL-3.0-or-later
// ASCII letters, where names are of machines and not of languages.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// ASCII letters in lower case, all else as it is.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lower;
}

}  // namespace morgue
