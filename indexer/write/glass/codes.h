// SPDX-License-Identifier: GPL-3.0-or-later
// How glass tables spell numbers and terms in keys and tags; see FORMAT.md. Numbers that need not
// sort are varints (common/index/varint.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::glass {

/// Numbers whose bytes sort as they do: two bytes up to 2^15 - 1, and one more for each 7 bits
/// more. The ones that lead the first byte tell how many bytes follow the first two.
inline void append_sortable(std::string& out, std::uint32_t number) {
  unsigned more = 0;
  while (more < 3 && (number >> (15U + 7U * more)) != 0) ++more;
  const std::uint64_t mark = (0xFFU << (8U - more)) & 0xFFU;
  const std::uint64_t word = number | (mark << (8U * (more + 1)));
  for (unsigned byte = more + 2; byte-- > 0;)
    out += static_cast<char>((word >> (8U * byte)) & 0xFFU);
}

/// A number that ends its key: its bytes, the lowest first, without those that are zero above.
inline void append_last(std::string& out, std::uint32_t number) {
  for (; number != 0; number >>= 8U) out += static_cast<char>(number & 0xFFU);
}

/// A term that ends its key. NUL is written as NUL and 0xFF.
inline void append_term(std::string& out, std::string_view term) {
  for (std::size_t nul = term.find('\0'); nul != term.npos; nul = term.find('\0')) {
    out.append(term.substr(0, nul + 1)) += '\xff';
    term.remove_prefix(nul + 1);
  }
  out.append(term);
}

/// A term that more of the key follows.
inline void append_term_before(std::string& out, std::string_view term) {
  append_term(out, term);
  out += '\0';
}

}  // namespace morgue::glass
