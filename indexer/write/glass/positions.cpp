// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/glass/positions.h"

#include <bit>

#include "common/index/varint.h"

namespace morgue::glass {
namespace {

/// Fills bytes from their lowest bit.
class Bits {
 public:
  explicit Bits(std::string& out) : out_(out) {}

  /// One of `choices` numbers from 0. When their number is no power of two, those in the middle
  /// take a bit less.
  void put(std::uint32_t number, std::uint32_t choices) {
    unsigned width = static_cast<unsigned>(std::bit_width(choices - 1));
    const auto unused = static_cast<std::uint32_t>((std::uint64_t{1} << width) - choices);
    const std::uint32_t below = (choices - unused) / 2;  // numbers under the middle
    if (unused > 0 && number >= below) {
      if (number < below + unused) {
        --width;
      } else {
        number = (number - below - unused) | (std::uint32_t{1} << (width - 1));
      }
    }
    pending_ |= static_cast<std::uint64_t>(number) << used_;
    for (used_ += width; used_ >= 8; used_ -= 8, pending_ >>= 8U) {
      out_ += static_cast<char>(pending_ & 0xFFU);
    }
  }

  void finish() {
    if (used_ > 0) out_ += static_cast<char>(pending_ & 0xFFU);
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned used_ = 0;  ///< bits of it
};

/// The positions between the two at the ends, which the reader knows already.
void put_between(Bits& bits, std::span<const std::uint32_t> positions) {
  while (positions.size() > 2) {
    const auto last = static_cast<std::uint32_t>(positions.size() - 1);
    const std::uint32_t middle = last / 2;
    const std::uint32_t lowest = positions.front() + middle;
    bits.put(positions[middle] - lowest, positions.back() - positions.front() - last + 1);
    put_between(bits, positions.first(middle + 1));
    positions = positions.subspan(middle);
  }
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_varint(out, positions.back());
  if (positions.size() < 2) return;
  Bits bits(out);
  bits.put(positions.front(), positions.back());
  bits.put(static_cast<std::uint32_t>(positions.size() - 2), positions.back() - positions.front());
  put_between(bits, positions);
  bits.finish();
}

}  // namespace morgue::glass
