// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and strings of any length in few bytes: seven bits a byte, the lowest first. And numbers
// of eight bytes, the lowest first too, for hashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

inline void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80U; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

/// The bytes that append_varint() appends.
inline std::size_t varint_bytes(std::uint64_t number) {
  std::size_t bytes = 1;
  for (; number >= 0x80U; number >>= 7U) ++bytes;
  return bytes;
}

/// The same where there is room for them; gives back where they end.
inline char* put_varint(char* at, std::uint64_t number) {
  for (; number >= 0x80U; number >>= 7U) *at++ = static_cast<char>((number & 0x7FU) | 0x80U);
  *at++ = static_cast<char>(number);
  return at;
}

/// Its length, then its bytes.
inline void append_string(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

/// Takes a number off the front; nullopt when the bytes end early or are no number.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) return number;
  }
  return std::nullopt;
}

inline constexpr std::size_t kFixedBytes = 8;

inline void append_fixed(std::string& out, std::uint64_t number) {
  for (std::size_t i = 0; i < kFixedBytes; ++i) out += static_cast<char>(number >> (8 * i));
}

inline std::optional<std::uint64_t> take_fixed(std::string_view& bytes) {
  if (bytes.size() < kFixedBytes) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < kFixedBytes; ++i) {
    number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  }
  bytes.remove_prefix(kFixedBytes);
  return number;
}

inline std::optional<std::string_view> take_string(std::string_view& bytes) {
  const auto size = take_varint(bytes);
  if (!size || *size > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, *size);
  bytes.remove_prefix(*size);
  return text;
}

}  // namespace morgue
