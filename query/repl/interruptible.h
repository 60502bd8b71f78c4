// SPDX-License-Identifier: GPL-3.0-or-later
// Output that Ctrl-C ends, as a closed pipe would.
#pragma once

#include <csignal>
#include <memory>
#include <ostream>
#include <streambuf>

namespace morgue {

/// While it lives, the first Ctrl-C makes the stream bad, so that whoever writes to it stops; the
/// second ends the program. One at a time.
class InterruptibleOutput {
 public:
  /// `out` must outlive it.
  explicit InterruptibleOutput(std::ostream& out);
  ~InterruptibleOutput();
  InterruptibleOutput(const InterruptibleOutput&) = delete;
  InterruptibleOutput& operator=(const InterruptibleOutput&) = delete;

  std::ostream& stream() { return stream_; }
  static bool was_interrupted();

 private:
  class Buffer;
  std::unique_ptr<std::streambuf> buffer_;
  std::ostream stream_;
  struct sigaction before_ {};
};

}  // namespace morgue
