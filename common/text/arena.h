// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for many short strings that are let go at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace morgue {

/// Hands out room in one direction and keeps its blocks when it is cleared.
class Arena {
 public:
  /// Room for `size` bytes, until clear().
  char* allocate(std::size_t size) {
    while (block_ < blocks_.size() && blocks_[block_].size - used_ < size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const std::size_t block_size = std::max(size, kBlockSize);
      blocks_.push_back({std::make_unique<char[]>(block_size), block_size});
    }
    char* room = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return room;
  }

  /// A copy of a text, until clear().
  std::string_view copy(std::string_view text) {
    char* room = allocate(text.size());
    std::memcpy(room, text.data(), text.size());
    return {room, text.size()};
  }

  void clear() { block_ = used_ = 0; }

 private:
  static constexpr std::size_t kBlockSize = 64 * 1024;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  ///< the one that is filled now
  std::size_t used_ = 0;   ///< of it
};

}  // namespace morgue
