// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace morgue::test_support {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// An open file that no child inherits, closed with its owner.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {
    if (descriptor_ < 0) fail("cannot open a file for a program");
  }
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int get() const { return descriptor_; }
  void close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
  }

 private:
  int descriptor_;
};

/// A file in memory takes any amount of output without anyone reading along.
File output_file(const char* name) { return File(::memfd_create(name, MFD_CLOEXEC)); }

std::string content_of(const File& file) {
  std::string content(
      static_cast<std::size_t>(std::max<off_t>(0, ::lseek(file.get(), 0, SEEK_END))), '\0');
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t got =
        ::pread(file.get(), content.data() + done, content.size() - done, static_cast<off_t>(done));
    if (got <= 0) fail("cannot read what a program wrote");
    done += static_cast<std::size_t>(got);
  }
  return content;
}

/// Writes until the end, or until the program reads no more (which must not kill the test).
void feed(File& pipe, std::string_view text) {
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
  while (!text.empty()) {
    const ssize_t written = ::write(pipe.get(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  pipe.close();
}

/// The variables of this process with those of the invocation in place of, or after, them.
std::vector<std::string> environment_of(const Invocation& invocation) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable; ++variable) {
    const std::string_view text = *variable;
    const auto replaced = [&](const auto& set) {
      return text.starts_with(set.first) && text.substr(set.first.size()).starts_with('=');
    };
    if (std::ranges::none_of(invocation.environment, replaced)) variables.emplace_back(text);
  }
  for (const auto& [name, value] : invocation.environment) variables.push_back(name + "=" + value);
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Starts the program as the head of a process group of its own.
pid_t start(const Invocation& invocation, int in, int out, int err) {
  // Everything that takes memory is made before the fork: after it, only system calls are safe.
  std::vector<std::string> arguments = invocation.argv;
  std::vector<std::string> variables = environment_of(invocation);
  const std::vector<char*> argv = pointers_to(arguments);
  const std::vector<char*> envp = pointers_to(variables);
  const pid_t child = ::fork();
  if (child < 0) fail("cannot start a process");
  if (child > 0) return child;

  ::setpgid(0, 0);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (invocation.directory.empty() || ::chdir(invocation.directory.c_str()) == 0) {
    ::execvpe(argv[0], argv.data(), envp.data());
  }
  constexpr std::string_view kMessage = "the program could not be started\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(127);
}

/// Waits for the end of `child`, and brings it about when its time is over.
void await(pid_t child, const Invocation& invocation, Outcome& outcome) {
  const Clock::time_point started = Clock::now();
  int status = 0;
  rusage used{};
  while (true) {
    const pid_t ended = ::wait4(child, &status, WNOHANG, &used);
    if (ended == child) break;
    if (ended < 0 && errno != EINTR) fail("cannot wait for a program");
    const auto elapsed = Clock::now() - started;
    outcome.timed_out = elapsed >= invocation.timeout;
    if (outcome.timed_out || (invocation.kill_after && elapsed >= *invocation.kill_after)) {
      ::kill(-child, SIGKILL);
      ::kill(child, SIGKILL);  // it may not have come to lead its group yet
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.peak_kib = used.ru_maxrss;
}

}  // namespace

Outcome run_program(const Invocation& invocation) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) fail("cannot open a pipe");
  File input(ends[0]);
  File feeding(ends[1]);
  const File out = output_file("stdout");
  const File err = output_file("stderr");

  const pid_t child = start(invocation, input.get(), out.get(), err.get());
  input.close();
  Outcome outcome;
  {
    const std::jthread feeder([&] { feed(feeding, invocation.input); });
    await(child, invocation, outcome);
  }
  outcome.out = content_of(out);
  outcome.err = content_of(err);
  return outcome;
}

}  // namespace morgue::test_support
