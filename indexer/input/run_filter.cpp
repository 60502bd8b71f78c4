// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/run_filter.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace morgue {
namespace {

constexpr int kNotFound = 127;

/// A file in memory, which has a place to begin at, unlike a pipe, and never blocks.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : file_(memfd_create(name, MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (file_ >= 0) close(file_);
  }

  int get() const { return file_; }

  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(file_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return lseek(file_, 0, SEEK_SET) == 0;
  }

  std::string read_all() const {
    std::string bytes;
    std::array<char, 1U << 16U> block;
    off_t at = 0;
    for (;;) {
      const ssize_t count = pread(file_, block.data(), block.size(), at);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return bytes;
      bytes.append(block.data(), static_cast<std::size_t>(count));
      at += count;
    }
  }

 private:
  int file_;
};

void set_limit(decltype(RLIMIT_CPU) what, std::uint64_t value) {
  const rlimit limit{value, value};
  setrlimit(what, &limit);
}

/// In the child, where only calls are allowed that are safe in a copy of a program with threads.
[[noreturn]] void become(char* const* command, const MemoryFile& in, const MemoryFile& out,
                         const MemoryFile& messages, const FilterLimits& limits) {
  dup2(in.get(), STDIN_FILENO);
  dup2(out.get(), STDOUT_FILENO);
  dup2(messages.get(), STDERR_FILENO);
  set_limit(RLIMIT_CPU, limits.max_cpu_seconds);
  set_limit(RLIMIT_AS, limits.max_memory_bytes);
  set_limit(RLIMIT_FSIZE, limits.max_output_bytes);
  set_limit(RLIMIT_CORE, 0);
  execvp(command[0], command);
  _exit(kNotFound);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input,
                               const FilterLimits& limits) {
  const MemoryFile in("input");
  const MemoryFile out("output");
  const MemoryFile messages("messages");
  const auto failed = [&](const std::string& why) {
    return Error{"filter-failed", command.at(0) + " could not read it: " + why};
  };
  if (in.get() < 0 || out.get() < 0 || messages.get() < 0 || !in.write(input)) {
    return failed(std::strerror(errno));
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));  // execvp does not write to them
  }
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) return failed(std::strerror(errno));
  if (child == 0) become(arguments.data(), in, out, messages, limits);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotFound) {
    return Error{"no-program", "needs the program " + command.at(0) + ", which is not installed"};
  }
  if (WIFSIGNALED(status)) {
    return failed("it was ended by signal " + std::to_string(WTERMSIG(status)) +
                  ", as when it takes too much time, memory or output");
  }
  if (WEXITSTATUS(status) != 0) return failed(first_line(messages.read_all()));
  return out.read_all();
}

}  // namespace morgue
