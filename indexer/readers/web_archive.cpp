// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/web_archive.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "indexer/readers/html.h"
#include "indexer/readers/line_splitter.h"
#include "indexer/readers/warc/http_message.h"

namespace morgue {
namespace {

constexpr std::string_view kWarc = "WARC/";
constexpr std::string_view kArc = "filedesc://";
/// No header line of a record, and no header of one, is longer.
constexpr std::size_t kLongestLine = 64U << 10U;

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The words of a line, which single spaces part.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

bool is_page(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml";
}

/// A text that was made of a page.
class ConvertedTextParser : public RecordParser {
 public:
  ConvertedTextParser(std::string url, std::string charset)
      : url_(std::move(url)), charset_(std::move(charset)) {}

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    RawRecord record{chunk.at, {}, 0};
    DecodedText decoded = decode_text(chunk.bytes, charset_);
    record.repaired_bytes = decoded.repaired;
    record.fields.push_back({"url", RawField::Kind::Text, {url_}});
    record.fields.push_back({"body", RawField::Kind::Text, {std::move(decoded.text)}});
    return record;
  }

 private:
  std::string url_, charset_;
};

}  // namespace

/// What a record holds, and what its header says of that.
struct WebArchiveReader::Block {
  std::string url;
  std::string crawled;
  std::string type;            ///< of the content, where that is no HTTP message
  bool is_http = true;         ///< the content begins with the headers of a server
  bool is_conversion = false;  ///< a text made of a page
  std::optional<std::uint64_t> size;
};

WebArchiveReader::WebArchiveReader(std::unique_ptr<ByteSource> source, std::string file,
                                   const ReadOptions& options)
    : bytes_(std::move(source)),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      limits_(options.page) {
  limits_.max_bytes = std::min(limits_.max_bytes, options.max_record_bytes);
}

bool WebArchiveReader::looks_like(std::string_view head) {
  return head.starts_with(kWarc) || head.starts_with(kArc);
}

std::optional<Result<RecordChunk, RecordError>> WebArchiveReader::next() {
  while (!ended_) {
    if (auto outcome = read_record()) {
      gave_any_ = true;
      return outcome;
    }
  }
  if (std::exchange(gave_any_, true)) return std::nullopt;
  return error(0, "no-page",
               "holds no page that a server gave out whole: of its " + std::to_string(records_) +
                   " records none is HTML with status 200");
}

/// Nothing when the record is none to keep, or the stream is at its end.
WebArchiveReader::Outcome WebArchiveReader::read_record() {
  if (!found_) found_ = next_line();
  if (!found_) {
    ended_ = true;
    if (auto failure = bytes_.take_error()) {
      return RecordError{{file_, bytes_.line()}, *std::move(failure)};
    }
    return std::nullopt;
  }
  const Line header = *std::exchange(found_, std::nullopt);
  ++records_;
  if (header.text.starts_with(kWarc)) return read_warc(header.number);
  return read_arc(header.text, header.number);
}

/// The next line that is not empty.
std::optional<WebArchiveReader::Line> WebArchiveReader::next_line() {
  while (bytes_.peek()) {
    Line line{bytes_.line(), take_line()};
    if (!line.text.empty()) return line;
  }
  return std::nullopt;
}

WebArchiveReader::Outcome WebArchiveReader::read_warc(std::uint64_t line) {
  std::string lines;
  while (bytes_.peek() && lines.size() < kLongestLine) {
    const std::string one = take_line();
    if (one.empty() && !lines.empty()) break;
    if (!one.empty()) lines.append(one).append("\n");
  }
  std::string_view text = lines;
  const warc::Headers headers = warc::Headers::take(text);
  const std::string_view kind = headers.get("warc-type");
  Block block;
  block.url = headers.get("warc-target-uri");
  if (block.url.starts_with('<') && block.url.ends_with('>')) {
    block.url = block.url.substr(1, block.url.size() - 2);  // as some crawlers write it
  }
  block.crawled = headers.get("warc-date");
  block.type = headers.get("content-type");
  block.is_http = kind == "response" && block.type.find("http") != std::string::npos;
  block.is_conversion = kind == "conversion";
  block.size = number_of(headers.get("content-length"));
  if (!block.size) return skip_to_record(line);
  if (kind != "response" && kind != "resource" && kind != "conversion") {
    return skip_block(*block.size) ? std::nullopt : cut_off(line);
  }
  return take(std::move(block), line);
}

/// "URL address date type length", in version 2 with more between type and length.
WebArchiveReader::Outcome WebArchiveReader::read_arc(std::string_view header, std::uint64_t line) {
  const std::vector<std::string_view> words = words_of(header);
  constexpr std::size_t kLeastWords = 5;
  Block block;
  if (words.size() >= kLeastWords) block.size = number_of(words.back());
  if (!block.size) return skip_to_record(line);
  block.url = words[0];
  block.crawled = words[2];
  if (!block.url.starts_with("http")) {
    return skip_block(*block.size) ? std::nullopt : cut_off(line);
  }
  return take(std::move(block), line);
}

WebArchiveReader::Outcome WebArchiveReader::take(Block block, std::uint64_t line) {
  if (*block.size > max_bytes_) {
    skip_block(*block.size);
    return too_long({file_, line}, max_bytes_);
  }
  std::string content;
  if (!read_block(*block.size, content)) return cut_off(line);
  warc::HttpMessage message;
  if (block.is_http) {
    auto read = warc::read_http_message(content, max_bytes_);
    if (!read) {
      return error(line, read.error().code, block.url + ": " + read.error().message);
    }
    message = std::move(*read);
    if (message.status != 200) return std::nullopt;
  } else {
    warc::read_content_type(block.type, message);
    message.body = std::move(content);
  }
  RecordChunk chunk{{file_, line}, std::move(message.body), nullptr};
  if (is_page(message.content_type)) {
    PageOrigin origin;
    origin.url = std::move(block.url);
    origin.charset = std::move(message.charset);
    origin.crawled = std::move(block.crawled);
    chunk.parser = std::make_shared<HtmlParser>(limits_, std::move(origin));
  } else if (block.is_conversion && message.content_type == "text/plain") {
    chunk.parser =
        std::make_shared<ConvertedTextParser>(std::move(block.url), std::move(message.charset));
  } else {
    return std::nullopt;
  }
  return chunk;
}

/// The stream ends within a record, which is dropped; why, the stream may know.
WebArchiveReader::Outcome WebArchiveReader::cut_off(std::uint64_t line) {
  ended_ = true;
  if (auto failure = bytes_.take_error()) return RecordError{{file_, line}, *std::move(failure)};
  return error(line, "truncated",
               "ends within a record; what stands before is indexed, get the whole file for the "
               "rest");
}

/// Steps over what is no record, to the next line that begins one.
WebArchiveReader::Outcome WebArchiveReader::skip_to_record(std::uint64_t line) {
  do {
    found_ = next_line();
  } while (found_ && !found_->text.starts_with(kWarc) && !found_->text.starts_with("http"));
  const std::uint64_t end = found_ ? found_->number : bytes_.line();
  return error(line, "broken-record",
               "is no record of a web archive; what follows up to line " + std::to_string(end) +
                   " was left out");
}

/// Without its end; at most kLongestLine bytes of it.
std::string WebArchiveReader::take_line() {
  std::string line;
  while (const auto byte = bytes_.get()) {
    if (*byte == '\n') break;
    if (line.size() < kLongestLine) line += *byte;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

/// False when the stream ends before.
bool WebArchiveReader::read_block(std::uint64_t bytes, std::string& into) {
  while (into.size() < bytes) {
    const std::string_view ahead = bytes_.ahead();
    if (ahead.empty()) return false;
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(ahead.size(), bytes - into.size()));
    into += ahead.substr(0, count);
    bytes_.skip(count);
  }
  return true;
}

/// False when the stream ends before.
bool WebArchiveReader::skip_block(std::uint64_t bytes) {
  while (bytes > 0) {
    const std::string_view ahead = bytes_.ahead();
    if (ahead.empty()) return false;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(ahead.size(), bytes));
    bytes_.skip(count);
    bytes -= count;
  }
  return true;
}

RecordError WebArchiveReader::error(std::uint64_t line, std::string code,
                                    std::string message) const {
  return {{file_, line}, {std::move(code), std::move(message)}};
}

}  // namespace morgue
