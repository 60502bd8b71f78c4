// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/pager.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <streambuf>

#include <sys/wait.h>
#include <unistd.h>

namespace morgue {
namespace {

constexpr std::size_t kBlockBytes = 1 << 14;

struct Child {
  pid_t process = -1;
  int input = -1;
};

/// A shell that runs `command`, reads what is written to `input` and writes to `output`. Without a
/// process when there is none to be had.
Child start(const std::string& command, int output) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  const pid_t process = fork();
  if (process == 0) {
    dup2(ends[0], STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    _exit(127);
  }
  close(ends[0]);
  if (process < 0) close(ends[1]);
  return process < 0 ? Child{} : Child{process, ends[1]};
}

}  // namespace

class Output::Buffer : public std::streambuf {
 public:
  Buffer(int descriptor, const Terminal& terminal)
      : descriptor_(descriptor), terminal_(terminal), holding_(!terminal.pager.empty()) {
    setp(block_.data(), block_.data() + block_.size());
  }

  std::string finish() {
    sync();
    release();
    if (pager_.process > 0) {
      close(pager_.input);
      int status = 0;
      while (waitpid(pager_.process, &status, 0) < 0 && errno == EINTR) continue;
      pager_ = {};
    }
    return failure_;
  }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }

  int sync() override {
    const std::string_view block(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(block_.data(), block_.data() + block_.size());
    if (holding_) {
      hold(block);
    } else {
      write_all(block);
    }
    return failure_.empty() ? 0 : -1;
  }

 private:
  void hold(std::string_view block) {
    held_ += block;
    // A line that wraps counts as one: at worst the pager is left out for a few lines too many.
    const auto lines = static_cast<std::size_t>(std::count(held_.begin(), held_.end(), '\n'));
    if (lines < terminal_.height) return;
    pager_ = start(terminal_.pager, descriptor_);
    release();
  }

  void release() {
    holding_ = false;
    write_all(held_);
    held_.clear();
  }

  void write_all(std::string_view bytes) {
    const int to = pager_.process > 0 ? pager_.input : descriptor_;
    while (!bytes.empty() && failure_.empty()) {
      const ssize_t written = ::write(to, bytes.data(), bytes.size());
      if (written >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno != EINTR) {
        failure_ = std::strerror(errno);
      }
    }
  }

  int descriptor_;
  Terminal terminal_;
  bool holding_;
  std::string held_;
  std::string failure_;
  Child pager_;
  std::array<char, kBlockBytes> block_{};
};

Output::Output(int descriptor, const Terminal& terminal)
    : buffer_(std::make_unique<Buffer>(descriptor, terminal)), stream_(buffer_.get()) {}

Output::~Output() { finish(); }

std::string Output::finish() { return buffer_->finish(); }

}  // namespace morgue
