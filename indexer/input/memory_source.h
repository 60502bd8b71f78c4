// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are already in memory, as a stream.
#pragma once

#include <algorithm>
#include <string_view>

#include "indexer/input/byte_source.h"

namespace morgue {

/// Gives at most `step` bytes a call. The bytes must outlive it.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes, std::size_t step = std::string_view::npos)
      : bytes_(bytes), step_(step) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    const std::size_t count = std::min({buffer.size(), bytes_.size(), step_});
    std::copy_n(bytes_.data(), count, buffer.data());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t step_;
};

}  // namespace morgue
