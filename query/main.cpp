// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <exception>
#include <iostream>

#include <malloc.h>
#include <unistd.h>

#include "common/base/index_error.h"
#include "query/cli.h"
#include "query/program.h"

int main(int argc, char** argv) {
  using namespace morgue;
  // Memory that was freed is kept for what comes next: for a command that ends in some milliseconds
  // it is dear to ask the system for fresh pages each time.
  ::mallopt(M_MMAP_THRESHOLD, 64 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 256 << 20);
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program, whatever the parent left set
  const std::vector<std::string> args(argv + 1, argv + argc);
  Messages messages(std::cerr, wants_json_errors(args));
  try {
    return static_cast<int>(
        run_program(args, read_environment(), std::cin, STDOUT_FILENO, messages));
  } catch (const IndexError& error) {
    messages.failure("archive", error.what());
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    messages.failure("system", error.what());
    return static_cast<int>(ExitCode::Archive);
  }
}
