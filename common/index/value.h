// SPDX-License-Identifier: GPL-3.0-or-later
// How values are written into slots: encode beside decode.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/partial_date.h"
#include "common/index/varint.h"

namespace morgue {

/// Four bytes that compare as the days do.
std::string encode_day(std::int32_t days);
std::int32_t decode_day(std::string_view bytes);

/// Four bytes that compare as the numbers do.
std::string encode_number(std::uint32_t number);
std::uint32_t decode_number(std::string_view bytes);

/// The key of Slot::NewestThenId.
std::string newest_then_id(const PartialDate& date, std::string_view id);

/// A list of values in one string; the empty list is the empty string.
std::string pack_values(const std::vector<std::string>& values);

/// Calls `use(std::string_view)` for each value of a packed list, in order. Stops quietly at bytes
/// that are no packed list.
template <class Use>
void for_each_value(std::string_view packed, Use use) {
  while (!packed.empty()) {
    const auto value = take_string(packed);
    if (!value) return;
    use(*value);
  }
}

std::vector<std::string> unpack_values(std::string_view packed);

}  // namespace morgue
