// SPDX-License-Identifier: GPL-3.0-or-later
// A stream whose first bytes can be looked at before they are read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/byte_source.h"

namespace morgue {

class PeekSource : public ByteSource {
 public:
  explicit PeekSource(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// The next `count` bytes, or fewer when the stream ends or fails before. The view holds until
  /// the next call of any kind.
  std::string_view peek(std::size_t count);

  /// Drops bytes that were peeked at. Precondition: count <= size of the last peek.
  void skip(std::size_t count) { begin_ += count; }

  /// An Error met while peeking is given when the bytes before it have been read.
  Result<std::size_t> read(std::span<char> buffer) override;

 private:
  std::unique_ptr<ByteSource> source_;
  std::string held_;
  std::size_t begin_ = 0;  ///< of what is still unread in held_
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace morgue
