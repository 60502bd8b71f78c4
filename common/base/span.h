// SPDX-License-Identifier: GPL-3.0-or-later
// A half-open range of a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue {

/// [begin, end), counted in the unit its owner names: bytes or code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace morgue
