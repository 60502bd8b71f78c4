// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a zip or tar archive; also what .xz and .bz2 hold.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/byte_source.h"

namespace morgue {

/// Whether a stream that begins so is one of those a Container opens. Needs 262 bytes to see a tar.
bool is_container(std::string_view head);
inline constexpr std::size_t kContainerHeadBytes = 262;

/// Reads forward only and holds no more than a block of one member.
class Container {
 public:
  struct Member {
    std::string name;  ///< empty: the stream is only compressed and holds no named members
    std::unique_ptr<ByteSource> source;  ///< must not be used after the next call of next()
  };

  explicit Container(std::unique_ptr<ByteSource> source);
  ~Container();

  /// The next regular file in it, or nullopt at the end. After an Error ("damaged", "truncated")
  /// there are no more members. A member that cannot be decompressed says so when it is read.
  std::optional<Result<Member>> next();

 private:
  class Archive;
  std::unique_ptr<Archive> archive_;
};

}  // namespace morgue
