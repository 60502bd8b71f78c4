// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress.h"

namespace morgue {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

void ProgressLine::show(const RunCounts& counts) {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const auto rate = [&](std::uint64_t number) {
    return seconds > 0 ? static_cast<double>(number) / seconds : 0;
  };
  char megabytes[32];
  std::snprintf(megabytes, sizeof megabytes, "%.1f", rate(counts.text_bytes) / 1e6);
  show(grouped(counts.records) + " articles, " +
       grouped(static_cast<std::uint64_t>(rate(counts.records))) + "/s, " + megabytes + " MB/s, " +
       grouped(counts.rejected) + " rejected");
}

void ProgressLine::show(const std::string& text) {
  if (!is_terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  shown_ = true;
  std::fprintf(out_, "\r\033[K%s", text.c_str());
  std::fflush(out_);
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\033[K", out_);
  shown_ = false;
}

}  // namespace morgue
