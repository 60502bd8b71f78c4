// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/byte_cursor.h"

#include <algorithm>
#include <utility>

namespace morgue {

namespace {
constexpr std::size_t kBlockBytes = 1U << 16U;
}

ByteCursor::ByteCursor(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), block_(kBlockBytes) {}

void ByteCursor::skip(std::size_t count) {
  const char* from = block_.data() + begin_;
  line_ += static_cast<std::uint64_t>(std::count(from, from + count, '\n'));
  begin_ += count;
}

std::optional<Error> ByteCursor::take_error() { return std::exchange(error_, std::nullopt); }

void ByteCursor::refill() {
  begin_ = end_ = 0;
  if (ended_) return;
  const auto count = source_->read(block_);
  if (!count) error_ = count.error();
  end_ = count ? *count : 0;
  ended_ = end_ == 0;
}

}  // namespace morgue
