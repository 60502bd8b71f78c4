// SPDX-License-Identifier: GPL-3.0-or-later
// The progress line of long work.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

#include "indexer/report.h"

namespace morgue {

/// Writes one line over itself, at most ten times a second, and only to a terminal.
class ProgressLine {
 public:
  ProgressLine(std::FILE* out, bool is_terminal) : out_(out), is_terminal_(is_terminal) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// "12,000 articles, 1,712/s, 7.6 MB/s, 3 rejected"
  void show(const RunCounts& counts);
  void show(const std::string& text);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::FILE* out_;
  bool is_terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_ - std::chrono::hours(1);
};

/// 12004 as "12,004".
std::string grouped(std::uint64_t number);

}  // namespace morgue
