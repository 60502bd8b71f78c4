// SPDX-License-Identifier: GPL-3.0-or-later
// What can be told from JSON text without parsing it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

inline constexpr std::string_view kJsonSpace = " \t\r\n";

/// Follows strings and brackets through JSON text, one byte after the other.
class JsonNesting {
 public:
  void take(char byte) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (byte == '\\') {
        escaped_ = true;
      } else if (byte == '"') {
        in_string_ = false;
      }
    } else if (byte == '"') {
      in_string_ = true;
    } else if (byte == '{' || byte == '[') {
      ++depth_;
    } else if (byte == '}' || byte == ']') {
      --depth_;
    }
  }

  bool in_string() const { return in_string_; }
  int depth() const { return depth_; }

 private:
  int depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

/// The length of the value a text begins with: a string or bracketed value to its closing mark, a
/// bare word or number to the next space, comma, colon or bracket. 0 when it is not closed.
std::size_t json_value_length(std::string_view text);

/// The length of the string a text begins with, to its closing mark; 0 when it is not closed.
std::size_t json_string_length(std::string_view text);

/// What a string, with its marks, stands for; nullopt when it is not one that can be read at a
/// glance: not JSON, or with an escape for a control character or half a surrogate pair.
/// Precondition: valid UTF-8.
std::optional<std::string> read_usual_string(std::string_view text);

/// How deep brackets nest.
int json_depth(std::string_view text);

/// Replaces each escape that names half a surrogate pair by "\ufffd", and counts them.
std::size_t repair_surrogates(std::string& text);

}  // namespace morgue
