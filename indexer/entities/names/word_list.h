// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words, many to a line.
#pragma once

#include <string_view>

namespace morgue {

/// Calls `take` with each of the words that `separator` parts. None is empty.
template <typename Take>
void for_each_word(std::string_view words, Take take, char separator = ' ') {
  while (!words.empty()) {
    const std::size_t end = words.find(separator);
    if (end != 0) take(words.substr(0, end));
    words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
  }
}

}  // namespace morgue
