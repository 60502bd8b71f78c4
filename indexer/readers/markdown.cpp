// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/markdown.h"

#include <algorithm>
#include <utility>

#include <md4c-html.h>

#include "common/text/charset.h"
#include "common/text/fold.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

void append(const MD_CHAR* bytes, MD_SIZE count, void* into) {
  static_cast<std::string*>(into)->append(bytes, count);
}

/// "# Harbour fees" or a line above a row of "=", where a text begins with one; the text is
/// shortened by it.
std::string take_heading(std::string_view& text) {
  std::string_view rest = text;
  std::string_view first;
  while (first.empty() && !rest.empty()) first = trimmed(take_line(rest));
  std::string heading;
  if (first.starts_with("# ")) {
    heading = trimmed(first.substr(1));
    while (heading.ends_with('#')) heading.pop_back();
  } else {
    const std::string_view line = trimmed(take_line(rest));
    if (line.empty() || line.find_first_not_of('=') != line.npos) return {};
    heading = first;
  }
  text = rest;
  return std::string(trimmed(heading));
}

class MarkdownParser : public RecordParser {
 public:
  explicit MarkdownParser(html::PageLimits limits) : limits_(limits) {}

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    DecodedText decoded = decode_text(chunk.bytes);
    const markdown::Parts parts = markdown::split(decoded.text);
    auto fields = markdown::read_front_matter(parts);
    if (!fields) return RecordError{chunk.at, std::move(fields.error())};
    RawRecord record{chunk.at, std::move(*fields), decoded.repaired};
    std::string_view text = parts.text;
    if (const std::string heading = take_heading(text); !heading.empty()) {
      const std::string* title = title_of(record);
      if (title == nullptr) {
        record.fields.push_back({"title", RawField::Kind::Text, {plain(heading)}});
      } else if (fold(*title) != fold(plain(heading))) {
        text = parts.text;  // the heading of a part
      }
    }
    record.fields.push_back({"body", RawField::Kind::Text, {plain(text)}});
    return record;
  }

 private:
  static const std::string* title_of(const RawRecord& record) {
    for (const RawField& field : record.fields) {
      if (field.name == "title" && field.kind == RawField::Kind::Text) return &field.values.front();
    }
    return nullptr;
  }

  /// What a reader of the rendered text sees.
  std::string plain(std::string_view text) const {
    std::string markup;
    constexpr unsigned kFlags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEAUTOLINKS;
    if (md_html(text.data(), static_cast<MD_SIZE>(text.size()), append, &markup, kFlags, 0) != 0) {
      return std::string(text);
    }
    std::string found = html::paragraphs_of(markup, limits_);
    return found.empty() ? std::string(text) : found;
  }

  html::PageLimits limits_;
};

}  // namespace

MarkdownReader::MarkdownReader(std::unique_ptr<ByteSource> source, std::string file,
                               const ReadOptions& options)
    : WholeFileReader(std::move(source), std::move(file), options.max_record_bytes,
                      std::make_shared<MarkdownParser>(options.page)) {}

bool MarkdownReader::looks_like(std::string_view head) {
  const markdown::Parts parts = markdown::split(head);
  if (parts.mark.empty()) return false;
  std::string_view matter = parts.matter;
  const std::string_view first = trimmed(take_line(matter));
  return first.find_first_of(":=#") != first.npos;
}

}  // namespace morgue
