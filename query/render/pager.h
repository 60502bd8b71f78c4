// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output, through a pager when it does not fit the screen.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "query/render/terminal.h"

namespace morgue {

/// Where results are written. With a pager, output is held back until it is longer than the screen
/// and then goes through the pager; a result that fits is written as it is. Without one, it
/// streams.
class Output {
 public:
  /// Writes to the file descriptor, which stays open.
  Output(int descriptor, const Terminal& terminal);
  /// Finishes if finish() was not called; a failure is lost then.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  std::ostream& stream() { return stream_; }

  /// Writes what is held and waits for the pager to be closed. Gives back what went wrong ("No
  /// space left on device"), or "". A pager that was closed early is no failure.
  std::string finish();

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::ostream stream_;
};

}  // namespace morgue
