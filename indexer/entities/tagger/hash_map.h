// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes to values, emptied at no cost: what is known of the words of one article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/entities/tagger/hashing.h"

namespace morgue {

/// Open addressing; keys are hashes already. References hold until the next find_or_add().
template <class Value>
class HashMap {
 public:
  HashMap() : slots_(kFirstSize) {}

  void clear() {
    ++epoch_;
    size_ = 0;
  }
  std::size_t size() const { return size_; }

  Value* find(Hash key) {
    Slot& slot = slots_[place_of(key)];
    return slot.epoch == epoch_ ? &slot.value : nullptr;
  }
  const Value* find(Hash key) const {
    const Slot& slot = slots_[place_of(key)];
    return slot.epoch == epoch_ ? &slot.value : nullptr;
  }

  /// A new one is Value().
  Value& find_or_add(Hash key) {
    std::size_t place = place_of(key);
    if (slots_[place].epoch == epoch_) return slots_[place].value;
    if (size_ * 2 >= slots_.size()) {
      grow();
      place = place_of(key);
    }
    slots_[place] = Slot{key, epoch_, Value()};
    ++size_;
    return slots_[place].value;
  }

 private:
  struct Slot {
    Hash key = 0;
    std::uint32_t epoch = 0;
    Value value = Value();
  };
  static constexpr std::size_t kFirstSize = 256;

  std::size_t place_of(Hash key) const {
    std::size_t place = key & (slots_.size() - 1);
    while (slots_[place].epoch == epoch_ && slots_[place].key != key) {
      place = (place + 1) & (slots_.size() - 1);
    }
    return place;
  }

  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (Slot& slot : old) {
      if (slot.epoch == epoch_) slots_[place_of(slot.key)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  std::uint32_t epoch_ = 1;
  std::size_t size_ = 0;
};

}  // namespace morgue
