// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers by hashes, in one array: a look-up touches memory in one place, not in three.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace morgue {

/// Open addressing with linear probing (Knuth, TAOCP 6.4, algorithm L), by the high bits of the
/// hashes; never more than half full. What is numbered is kept elsewhere.
class NumberTable {
 public:
  /// For so many numbers; more are taken, too. Call it first.
  void reserve(std::size_t numbers) {
    while ((std::size_t{1} << (bits_ + 1)) < 2 * (numbers + 1)) ++bits_;
  }

  /// The number kept under `hash` for which `is_it(number)` holds. When there is none, `next` is
  /// kept there and returned.
  template <class IsIt>
  std::uint32_t number(std::uint64_t hash, std::uint32_t next, IsIt is_it) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = find(hash, is_it);
    if (slot.number == kNone) {
      slot = {hash, next};
      ++size_;
    }
    return slot.number;
  }

  /// A hint that `hash` will be looked up soon.
  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty())
      __builtin_prefetch(&slots_[static_cast<std::size_t>(hash >> (64U - bits_))]);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFFU;

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kNone;
  };

  /// The slot of `hash`, or the free one where it belongs.
  template <class IsIt>
  Slot& find(std::uint64_t hash, IsIt is_it) {
    auto at = static_cast<std::size_t>(hash >> (64U - bits_));
    while (slots_[at].number != kNone && (slots_[at].hash != hash || !is_it(slots_[at].number))) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

  void grow() {
    ++bits_;
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::size_t{1} << bits_));
    for (const Slot& slot : old) {
      if (slot.number != kNone) find(slot.hash, [](std::uint32_t) { return false; }) = slot;
    }
  }

  unsigned bits_ = 9;
  std::vector<Slot> slots_;  ///< none, or 2^bits_
  std::size_t size_ = 0;
};

}  // namespace morgue
