// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/mail.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "indexer/readers/mail/mail_parser.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

/// Names that a header of a message has, in lower case; two of them tell one.
constexpr std::array kUsualHeaders{
    "from:"sv,          "to:"sv,           "subject:"sv,       "date:"sv,         "message-id:"sv,
    "received:"sv,      "mime-version:"sv, "return-path:"sv,   "delivered-to:"sv, "reply-to:"sv,
    "x-original-to:"sv, "content-type:"sv, "dkim-signature:"sv};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "From ann@example.org Mon Jan  5 10:11:12 2015"
bool is_separator(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 2 && is_digit(line[colon - 1]) && colon + 2 < line.size() &&
         is_digit(line[colon + 1]) && is_digit(line[colon + 2]);
}

/// ">From " of a text, which would else begin a message.
void unquote(std::string& line) {
  const std::size_t at = line.find_first_not_of('>');
  if (at != line.npos && at > 0 && std::string_view(line).substr(at).starts_with("From ")) {
    line.erase(0, 1);
  }
}

bool is_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != line.npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c > ' ' && c < '\x7f'; });
}

}  // namespace

MailReader::MailReader(std::unique_ptr<ByteSource> source, std::string file,
                       const ReadOptions& options)
    : lines_(std::move(source), file, options.max_record_bytes),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      parser_(std::make_shared<MailParser>(options.page)) {}

std::optional<Result<RecordChunk, RecordError>> MailReader::next() {
  RecordChunk chunk{{file_, 0}, {}, parser_};
  bool in_mailbox = next_at_.has_value();
  if (in_mailbox) chunk.at.line = *std::exchange(next_at_, std::nullopt);
  bool fits = true;
  bool behind_blank = true;
  while (auto line = lines_.next()) {
    if (!*line) return std::move(line->error());
    std::string& text = (*line)->text;
    const bool blank = trimmed(text).empty();
    if (behind_blank && is_separator(text)) {
      next_at_ = (*line)->number;
      if (chunk.at.line != 0) break;
      chunk.at.line = *std::exchange(next_at_, std::nullopt);
      in_mailbox = true;
      continue;
    }
    behind_blank = blank;
    if (blank && chunk.bytes.empty()) continue;
    if (chunk.at.line == 0) chunk.at.line = (*line)->number;
    if (in_mailbox) unquote(text);
    fits = fits && chunk.bytes.size() + text.size() < max_bytes_;
    if (fits) chunk.bytes.append(text).append("\n");
  }
  if (chunk.at.line == 0) return std::nullopt;
  if (!fits) return too_long(chunk.at, max_bytes_);
  return chunk;
}

bool MailReader::looks_like(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of(kWhiteSpace), head.size()));
  std::string_view rest = head;
  if (is_separator(take_line(rest))) head = rest;
  std::size_t known = 0;
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    if (!is_header_line(line)) return false;
    const std::string lower = lower_ascii(line);
    known += std::any_of(kUsualHeaders.begin(), kUsualHeaders.end(),
                         [&](std::string_view name) { return lower.starts_with(name); })
                 ? 1
                 : 0;
  }
  return known > 1;
}

}  // namespace morgue
