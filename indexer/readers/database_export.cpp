// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/database_export.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/export/factiva.h"
#include "indexer/readers/export/nexis.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

bool never(std::string_view) { return false; }

bool is_text(std::string_view stretch) { return !trimmed(stretch).empty(); }

template <class Rule>
bool any_line(std::string_view text, Rule rule) {
  while (!text.empty()) {
    if (rule(take_line(text))) return true;
  }
  return false;
}

}  // namespace

DatabaseExportReader::DatabaseExportReader(std::unique_ptr<ByteSource> source, std::string file,
                                           const ReadOptions& options, Layout layout,
                                           std::shared_ptr<const RecordParser> parser)
    : lines_(std::move(source), file, options.max_record_bytes),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      layout_(layout),
      parser_(std::move(parser)) {}

std::optional<Result<RecordChunk, RecordError>> DatabaseExportReader::next() {
  for (;;) {
    RecordChunk chunk{{file_, 0}, {}, parser_};
    bool fits = true;
    bool ended = false;
    const auto take = [&](const LineSplitter::Line& line) {
      if (chunk.at.line == 0) chunk.at.line = line.number;
      fits = fits && chunk.bytes.size() + line.text.size() < max_bytes_;
      if (fits) chunk.bytes.append(line.text).append("\n");
      ended = layout_.ends(line.text);
    };
    if (held_) take(*std::exchange(held_, std::nullopt));
    while (!ended) {
      auto line = lines_.next();
      if (!line) break;
      if (!*line) return std::move(line->error());
      if (layout_.begins((*line)->text) && chunk.at.line != 0) {
        held_ = std::move(**line);
        break;
      }
      if (chunk.at.line == 0 && trimmed((*line)->text).empty()) continue;
      take(**line);
    }
    if (chunk.at.line == 0) return std::nullopt;
    if (!fits) return too_long(chunk.at, max_bytes_);
    if (ended || layout_.is_article(chunk.bytes)) return chunk;
  }
}

NexisReader::NexisReader(std::unique_ptr<ByteSource> source, std::string file,
                         const ReadOptions& options)
    : DatabaseExportReader(std::move(source), std::move(file), options,
                           {nexis::is_first_line, never, is_text},
                           std::make_shared<nexis::Parser>()) {}

bool NexisReader::looks_like(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of(kWhiteSpace), head.size()));
  return nexis::is_first_line(take_line(head));
}

FactivaReader::FactivaReader(std::unique_ptr<ByteSource> source, std::string file,
                             const ReadOptions& options)
    : DatabaseExportReader(
          std::move(source), std::move(file), options,
          {never, factiva::is_last_line,
           [](std::string_view text) { return any_line(text, factiva::is_word_count); }},
          std::make_shared<factiva::Parser>()) {}

bool FactivaReader::looks_like(std::string_view head) {
  return any_line(head, factiva::is_word_count) && any_line(head, factiva::is_last_line);
}

}  // namespace morgue
