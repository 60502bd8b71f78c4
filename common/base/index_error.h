// SPDX-License-Identifier: GPL-3.0-or-later
// The environment failed: a disk, a lock, a damaged archive. Thrown; caught once, in main.
#pragma once

#include <stdexcept>
#include <string>

#include "common/base/exit_code.h"

namespace morgue {

/// `what()` says where, what, and what to do, in that order.
class IndexError : public std::runtime_error {
 public:
  IndexError(ExitCode code, const std::string& message)
      : std::runtime_error(message), code_(code) {}

  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

}  // namespace morgue
