// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a model file, the least byte first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace morgue {

template <class Number>
void append_number(std::string& out, Number number) {
  const auto bits = static_cast<std::make_unsigned_t<Number>>(number);
  for (std::size_t i = 0; i < sizeof number; ++i) out += static_cast<char>(bits >> (8 * i) & 0xFFU);
}

/// Precondition: the bytes are there.
template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bits |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return static_cast<Number>(bits);
}

/// False, and nothing taken, when there are too few bytes.
template <class Number>
bool take_number(std::string_view& bytes, Number& number) {
  if (bytes.size() < sizeof number) return false;
  number = number_at<Number>(bytes, 0);
  bytes.remove_prefix(sizeof number);
  return true;
}

}  // namespace morgue
