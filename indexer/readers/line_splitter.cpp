// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/line_splitter.h"

#include <string_view>
#include <utility>

namespace morgue {

LineSplitter::LineSplitter(std::unique_ptr<ByteSource> source, std::string file,
                           std::uint64_t max_bytes)
    : bytes_(std::move(source)), file_(std::move(file)), max_bytes_(max_bytes) {}

std::optional<Result<LineSplitter::Line, RecordError>> LineSplitter::next() {
  Line line{bytes_.line(), {}};
  bool any = false;
  bool fits = true;
  for (bool ended = false; !ended;) {
    std::string_view ahead = bytes_.ahead();
    if (ahead.empty()) break;
    any = true;
    const std::size_t end = ahead.find('\n');
    ended = end != std::string_view::npos;
    if (ended) ahead = ahead.substr(0, end);
    fits = fits && line.text.size() + ahead.size() <= max_bytes_;
    if (fits) line.text += ahead;
    bytes_.skip(ahead.size() + (ended ? 1 : 0));
  }
  if (auto error = bytes_.take_error()) return RecordError{{file_, line.number}, *error};
  if (!any) return std::nullopt;
  if (!fits) return too_long({file_, line.number}, max_bytes_);
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

RecordError too_long(Location at, std::uint64_t max_bytes) {
  return {std::move(at),
          {"too-long", "is longer than " + std::to_string(max_bytes) +
                           " bytes; cut it into articles, check that the format is right, or allow "
                           "more with --max-record, and as much as 16 times that with --memory"}};
}

}  // namespace morgue
