// SPDX-License-Identifier: GPL-3.0-or-later
// Names in commands that people are told to type.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace morgue {

/// The text as one word of a shell command.
inline std::string shell_quote(std::string_view text) {
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '/' || c == ':' || c == ',';
  });
  if (plain) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') quoted += "'\\'";
    quoted += c;
  }
  return quoted + '\'';
}

}  // namespace morgue
