// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/iptc7901.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "indexer/readers/line_splitter.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

constexpr char kHeader = '\x01';
constexpr char kText = '\x02';
constexpr char kEnd = '\x03';
/// A headline has no more lines, with those that say "1ST LEAD" or name the authors.
constexpr std::size_t kHeadlineLines = 8;
constexpr std::array<std::string_view, 2> kNotForPublication{
    "The following information is not intended for publication",
    "The following information is not for publication"};

/// The next line, trimmed.
std::string_view next_line(std::string_view& text) { return trimmed(take_line(text)); }

std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  while (!(line = trimmed(line)).empty()) {
    const std::size_t end = std::min(line.find_first_of(kWhiteSpace), line.size());
    words.emplace_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

bool is_number(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "1ST LEAD", "EXTRA": how the story stands to others, and no headline.
bool is_flag(std::string_view line) {
  constexpr std::size_t kLongestFlag = 20;
  return line.size() <= kLongestFlag &&
         std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "131137 GMT Nov 13" is the 13th at 11:37 in November 2013.
std::string date_of(std::string_view trailer) {
  const std::vector<std::string> words = words_of(next_line(trailer));
  constexpr std::size_t kLeastWords = 3;
  constexpr std::size_t kDayAndTime = 6;
  if (words.size() < kLeastWords || words[0].size() != kDayAndTime || !is_number(words[0])) {
    return {};
  }
  const std::string& year = words.back();
  if (!is_number(year)) return {};
  constexpr std::string_view kFirstOfLastCentury = "70";
  const char* century = year.size() > 2 ? "" : year >= kFirstOfLastCentury ? "19" : "20";
  return words[0].substr(0, 2) + " " + words[words.size() - 2] + " " + century + year;
}

class MessageParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    DecodedText decoded = decode_text(chunk.bytes);
    RawRecord record{chunk.at, {}, decoded.repaired};
    std::string_view rest = decoded.text;
    const std::size_t text_at = std::min(rest.find(kText), rest.size());
    read_header(record, rest.substr(0, text_at));
    rest.remove_prefix(std::min(text_at + 1, rest.size()));
    const std::size_t end = std::min(rest.find(kEnd), rest.size());
    add(record, "date", date_of(rest.substr(std::min(end + 1, rest.size()))));
    read_text(record, rest.substr(0, end));
    return record;
  }

 private:
  static void add(RawRecord& record, const char* name, std::string_view value) {
    value = trimmed(value);
    if (value.empty()) return;
    record.fields.push_back({name, RawField::Kind::Text, {std::string(value)}});
  }

  /// "eca062 4 i 211 ccccb dpa 061": number, priority, category, words, whatever, source, number.
  static void read_header(RawRecord& record, std::string_view header) {
    const std::vector<std::string> words = words_of(next_line(header));
    constexpr std::size_t kCategory = 2;
    if (!words.empty()) add(record, "number", words[0]);
    if (words.size() > kCategory) add(record, "wire-category", words[kCategory]);
    for (std::size_t i = words.size(); i-- > kCategory + 1;) {
      if (is_number(words[i])) continue;
      add(record, "source", words[i]);
      break;
    }
    while (!header.empty()) {
      const std::string_view slug = next_line(header);
      if (slug.empty()) continue;
      add(record, "slug", slug);
      break;
    }
  }

  static void read_text(RawRecord& record, std::string_view text) {
    std::string_view behind = text;
    std::vector<std::string_view> lines;
    while (!behind.empty() && lines.size() < kHeadlineLines) {
      const std::string_view line = next_line(behind);
      if (!line.empty()) lines.push_back(line);
      if (!line.ends_with('=')) continue;
      lines.back().remove_suffix(1);
      read_headline(record, lines);
      text = behind;
      break;
    }
    for (const std::string_view mark : kNotForPublication) {
      const std::size_t at = text.find(mark);
      if (at == text.npos) continue;
      add(record, "notes", text.substr(at));
      text = text.substr(0, at);
    }
    add(record, "body", text);
  }

  static void read_headline(RawRecord& record, const std::vector<std::string_view>& lines) {
    std::string title;
    for (const std::string_view line : lines) {
      if (line.starts_with("By ")) {
        add(record, "byline", line);
      } else if (is_flag(line) && &line != &lines.back()) {
        add(record, "flag", line);
      } else {
        title.append(title.empty() ? "" : " ").append(trimmed(line));
      }
    }
    add(record, "title", title);
  }
};

}  // namespace

Iptc7901Reader::Iptc7901Reader(std::unique_ptr<ByteSource> source, std::string file,
                               const ReadOptions& options)
    : bytes_(std::move(source)), file_(std::move(file)), max_bytes_(options.max_record_bytes) {}

std::optional<Result<RecordChunk, RecordError>> Iptc7901Reader::next() {
  while (bytes_.peek() && bytes_.peek() != kHeader) bytes_.get();
  const std::uint64_t line = bytes_.line();
  if (!bytes_.get()) {
    auto failure = bytes_.take_error();
    if (!failure) return std::nullopt;
    return RecordError{{file_, line}, *std::move(failure)};
  }
  std::string message;
  bool is_too_long = false;
  for (auto byte = bytes_.peek(); byte && byte != kHeader; byte = bytes_.peek()) {
    bytes_.get();
    is_too_long = is_too_long || message.size() >= max_bytes_;
    if (!is_too_long) message += *byte;
  }
  if (is_too_long) return too_long({file_, line}, max_bytes_);
  static const auto kParser = std::make_shared<MessageParser>();
  return RecordChunk{{file_, line}, std::move(message), kParser};
}

bool Iptc7901Reader::looks_like(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of("\x16\r\n\0 "), head.size()));
  return head.starts_with(kHeader) && head.find(kText) != head.npos;
}

}  // namespace morgue
