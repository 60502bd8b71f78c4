// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/interruptible.h"

namespace morgue {
namespace {

volatile std::sig_atomic_t stop_output = 0;

void on_output_interrupt(int /*signal*/) { stop_output = 1; }

}  // namespace

class InterruptibleOutput::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::streambuf& target) : target_(target) {}

 protected:
  int_type overflow(int_type c) override {
    if (stop_output != 0 || traits_type::eq_int_type(c, traits_type::eof())) {
      return traits_type::eof();
    }
    return target_.sputc(traits_type::to_char_type(c));
  }
  std::streamsize xsputn(const char* bytes, std::streamsize count) override {
    return stop_output != 0 ? 0 : target_.sputn(bytes, count);
  }
  int sync() override { return target_.pubsync(); }

 private:
  std::streambuf& target_;
};

InterruptibleOutput::InterruptibleOutput(std::ostream& out)
    : buffer_(std::make_unique<Buffer>(*out.rdbuf())), stream_(buffer_.get()) {
  stop_output = 0;
  struct sigaction ours {};
  ours.sa_handler = on_output_interrupt;
  ours.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &ours, &before_);
}

InterruptibleOutput::~InterruptibleOutput() { sigaction(SIGINT, &before_, nullptr); }

bool InterruptibleOutput::was_interrupted() { return stop_output != 0; }

}  // namespace morgue
