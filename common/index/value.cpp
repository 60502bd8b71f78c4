// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/value.h"

namespace morgue {
namespace {

constexpr std::uint32_t kSignBit = 0x8000'0000U;

}  // namespace

std::string encode_number(std::uint32_t number) {
  std::string bytes(4, '\0');
  for (std::size_t i = 4; i-- > 0; number >>= 8U) bytes[i] = static_cast<char>(number & 0xFFU);
  return bytes;
}

std::uint32_t decode_number(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes.substr(0, 4)) {
    number = (number << 8U) | static_cast<unsigned char>(byte);
  }
  return number;
}

std::string encode_day(std::int32_t days) {
  return encode_number(static_cast<std::uint32_t>(days) ^ kSignBit);
}

std::int32_t decode_day(std::string_view bytes) {
  return static_cast<std::int32_t>(decode_number(bytes) ^ kSignBit);
}

std::string newest_then_id(const PartialDate& date, std::string_view id) {
  const std::uint32_t day =
      date.known() ? static_cast<std::uint32_t>(date.first_day()) ^ kSignBit : 0;
  return encode_number(~day).append(id);
}

std::string pack_values(const std::vector<std::string>& values) {
  std::string packed;
  for (const std::string& value : values) append_string(packed, value);
  return packed;
}

std::vector<std::string> unpack_values(std::string_view packed) {
  std::vector<std::string> values;
  for_each_value(packed, [&](std::string_view value) { values.emplace_back(value); });
  return values;
}

}  // namespace morgue
