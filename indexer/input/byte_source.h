// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of bytes that can only be read forward.
#pragma once

#include <cstddef>
#include <span>

#include "common/base/result.h"

namespace morgue {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Puts up to buffer.size() bytes into the buffer and says how many; 0 at the end. After an
  /// Error ("unreadable", "truncated", "damaged") the stream is at its end. Precondition: the
  /// buffer is not empty.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

}  // namespace morgue
