// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/peek_source.h"

#include <algorithm>
#include <utility>

namespace morgue {

std::string_view PeekSource::peek(std::size_t count) {
  held_.erase(0, std::exchange(begin_, 0));
  while (held_.size() < count && !ended_) {
    const std::size_t old_size = held_.size();
    held_.resize(count);
    const auto read = source_->read(std::span(held_).subspan(old_size));
    held_.resize(old_size + (read ? *read : 0));
    ended_ = !read || *read == 0;
    if (!read) error_ = read.error();
  }
  return std::string_view(held_).substr(0, count);
}

Result<std::size_t> PeekSource::read(std::span<char> buffer) {
  if (begin_ < held_.size()) {
    const std::size_t count = std::min(buffer.size(), held_.size() - begin_);
    std::copy_n(held_.data() + begin_, count, buffer.data());
    begin_ += count;
    return count;
  }
  if (error_) return *std::exchange(error_, std::nullopt);
  if (ended_) return std::size_t{0};
  return source_->read(buffer);
}

}  // namespace morgue
