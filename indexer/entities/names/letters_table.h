// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes to numbers, for one article at a time.
#pragma once

#include <cstdint>
#include <vector>

namespace morgue {

/// An open hash table that is emptied in no time. Keys are hashes already, but not well mixed.
class LettersTable {
 public:
  void clear() {
    used_ = 0;
    if (++round_ == 0) {
      slots_.assign(slots_.size(), Slot{});
      round_ = 1;
    }
  }

  /// The number under `key`; where there is none yet, `fresh`, which it keeps from now on.
  std::uint32_t find_or_add(std::uint64_t key, std::uint32_t fresh) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.round != round_) {
      slot = {key, fresh, round_};
      ++used_;
    }
    return slot.number;
  }

  /// The number under `key`, or null.
  std::uint32_t* find(std::uint64_t key) {
    if (slots_.empty()) return nullptr;
    Slot& slot = slots_[place_of(key)];
    return slot.round == round_ ? &slot.number : nullptr;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
    std::uint32_t round = 0;  ///< of clear(), in which it was filled
  };

  std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = ((key ^ (key >> 31)) * 0xD6E8FEB86659FD93U >> 17) & mask;
    while (slots_[place].round == round_ && slots_[place].key != key) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.round == round_) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint32_t round_ = 1;
};

}  // namespace morgue
