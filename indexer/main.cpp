// SPDX-License-Identifier: GPL-3.0-or-later
// morgue-index: parse, run, exit code.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <system_error>
#include <thread>

#include <unistd.h>

#include "common/base/index_error.h"
#include "indexer/cli.h"
#include "indexer/entities/model_files.h"

namespace {

std::atomic<bool> interrupted = false;

extern "C" void on_signal(int) { interrupted = true; }

morgue::Surroundings look_around() {
  morgue::Surroundings around;
  around.stderr_is_terminal = ::isatty(STDERR_FILENO) == 1;
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  around.started = text;
  around.today = *morgue::parse_partial_date(around.started.substr(0, 10));
  around.processors = std::max(1U, std::thread::hardware_concurrency());
  around.interrupted = [] { return interrupted.load(); };
  return around;
}

/// The file of this program.
std::string program_file() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).string();
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  try {
    morgue::Surroundings around = look_around();
    around.model_folder = morgue::find_model_folder(program_file());
    around.models = morgue::models_in(around.model_folder);
    return static_cast<int>(morgue::run_command_line(argc, argv, around));
  } catch (const morgue::IndexError& error) {
    std::fprintf(stderr, "morgue-index: %s\n", error.what());
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "morgue-index: %s\n", error.what());
    return static_cast<int>(morgue::ExitCode::Archive);
  }
}
