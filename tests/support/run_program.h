// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a program as a shell would, and says all that came of it.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace morgue::test_support {

struct Invocation {
  /// The program, looked up in PATH when its name has no slash, and its arguments.
  std::vector<std::string> argv;
  /// What it reads on standard input, through a pipe; afterwards the input ends.
  std::string input = {};
  /// Variables set besides those of the test itself.
  std::vector<std::pair<std::string, std::string>> environment = {};
  /// Where it runs; empty: where the test does.
  std::filesystem::path directory = {};
  /// After this long, it and all it started are killed and the outcome is `timed_out`.
  std::chrono::milliseconds timeout = std::chrono::seconds(60);
  /// After this long, it and all it started are killed (SIGKILL), as by a power cut.
  std::optional<std::chrono::milliseconds> kill_after = {};
};

struct Outcome {
  std::string out;
  std::string err;
  int exit_code = -1;  ///< -1 when a signal ended it; 127 when it could not be started
  int signal = 0;      ///< the signal that ended it; else 0
  bool timed_out = false;
  long peak_kib = 0;  ///< the most memory it held at once
};

/// Waits for the end of the program. Throws std::system_error when the machine has no process or no
/// file left to give.
Outcome run_program(const Invocation& invocation);

}  // namespace morgue::test_support
