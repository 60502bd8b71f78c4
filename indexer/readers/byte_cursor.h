// SPDX-License-Identifier: GPL-3.0-or-later
// A stream byte by byte, with its line number: what readers cut records from.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/input/byte_source.h"

namespace morgue {

class ByteCursor {
 public:
  explicit ByteCursor(std::unique_ptr<ByteSource> source);

  /// The 1-based line the next byte stands in.
  std::uint64_t line() const { return line_; }

  /// The bytes at hand, at least one; empty at the end of the stream. The view holds until the
  /// next call of any other function.
  std::string_view ahead() {
    if (begin_ == end_) refill();
    return {block_.data() + begin_, end_ - begin_};
  }

  /// Steps over bytes. Precondition: count <= ahead().size().
  void skip(std::size_t count);

  /// The next byte without, and with, stepping over it; nullopt at the end of the stream.
  std::optional<char> peek() {
    if (begin_ == end_) refill();
    if (begin_ == end_) return std::nullopt;
    return block_[begin_];
  }
  std::optional<char> get() {
    const auto byte = peek();
    if (byte) {
      ++begin_;
      if (*byte == '\n') ++line_;
    }
    return byte;
  }

  /// Why the stream ended early, once; nullopt when it just ended, or goes on.
  std::optional<Error> take_error();

 private:
  void refill();

  std::unique_ptr<ByteSource> source_;
  std::vector<char> block_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t line_ = 1;
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace morgue
