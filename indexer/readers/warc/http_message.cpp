// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/warc/http_message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include <zlib.h>

#include "indexer/input/decompress.h"
#include "indexer/input/memory_source.h"

namespace morgue::warc {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return lowered;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

template <class Number>
std::optional<Number> number_of(std::string_view text, int base = 10) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return number;
}

/// "HTTP/1.1 200 OK"; the line is taken off only if it is one.
int take_status(std::string_view& text) {
  if (!text.starts_with("HTTP/")) return 0;
  std::string_view line = take_line(text);
  line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
  return number_of<int>(line).value_or(0);
}

/// Of a body in chunks the text; of one that is said to be so and is not, the body as it is.
std::string without_chunks(std::string_view body) {
  std::string joined;
  std::string_view rest = body;
  for (;;) {
    const auto size = number_of<std::uint64_t>(trimmed(take_line(rest)), 16);
    if (!size) return joined.empty() ? std::string(body) : joined;
    if (*size == 0) return joined;
    joined += rest.substr(0, *size);
    if (*size >= rest.size()) return joined;
    rest.remove_prefix(*size);
    take_line(rest);  // the line end behind a chunk
  }
}

Error too_long(std::uint64_t max_bytes) {
  return {"too-long", "unpacks to more than " + std::to_string(max_bytes) + " bytes"};
}

/// gzip and Zstandard tell what they are.
Result<std::string> unpack(const std::string& packed, std::uint64_t max_bytes) {
  const auto source = decompress(std::make_unique<MemorySource>(packed));
  std::string text;
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    const auto count = source->read(buffer);
    if (!count || *count == 0) return text;  // a body that breaks off is kept
    text.append(buffer.data(), *count);
    if (text.size() > max_bytes) return too_long(max_bytes);
  }
}

/// Servers send "deflate" with and without the header of zlib.
Result<std::string> inflate_all(const std::string& packed, int window_bits,
                                std::uint64_t max_bytes) {
  z_stream stream{};
  inflateInit2(&stream, window_bits);
  const std::unique_ptr<z_stream, int (*)(z_stream*)> ended(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string text;
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    const int outcome = inflate(&stream, Z_NO_FLUSH);
    const std::size_t count = buffer.size() - stream.avail_out;
    text.append(buffer.data(), count);
    if (text.size() > max_bytes) return too_long(max_bytes);
    if (outcome != Z_OK || count == 0) return text;
  }
}

Result<std::string> decoded(std::string body, std::string_view coding, std::uint64_t max_bytes) {
  if (coding.empty() || coding == "identity") return body;
  if (coding == "gzip" || coding == "x-gzip" || coding == "zstd") {
    return unpack(body, max_bytes);
  }
  if (coding == "deflate") {
    auto text = inflate_all(body, MAX_WBITS, max_bytes);
    return text && text->empty() ? inflate_all(body, -MAX_WBITS, max_bytes) : text;
  }
  return Error{"encoded", "is compressed as \"" + std::string(coding) +
                              "\", which is not supported; store the page unpacked"};
}

}  // namespace

Headers Headers::take(std::string_view& text) {
  Headers headers;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (trimmed(line).empty()) break;
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    if (goes_on && !headers.lines_.empty()) {
      headers.lines_.back().second.append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    headers.lines_.emplace_back(lower(trimmed(line.substr(0, colon))),
                                trimmed(line.substr(colon + 1)));
  }
  return headers;
}

std::string_view Headers::get(std::string_view name) const {
  for (const auto& [known, value] : lines_) {
    if (known == name) return value;
  }
  return {};
}

void read_content_type(std::string_view value, HttpMessage& message) {
  message.content_type = lower(trimmed(value.substr(0, value.find(';'))));
  const std::string lowered = lower(value);
  const std::size_t begin = lowered.find("charset=");
  if (begin == lowered.npos) return;
  constexpr std::size_t kNameBytes = std::string_view("charset=").size();
  std::string_view charset = value.substr(begin + kNameBytes);
  charset = trimmed(charset.substr(0, charset.find(';')));
  std::erase_if(message.charset.assign(charset), [](char c) { return c == '"' || c == '\''; });
}

Result<HttpMessage> read_http_message(std::string_view bytes, std::uint64_t max_bytes) {
  HttpMessage message;
  message.status = take_status(bytes);
  const Headers headers = Headers::take(bytes);
  read_content_type(headers.get("content-type"), message);
  std::string body = lower(headers.get("transfer-encoding")).ends_with("chunked")
                         ? without_chunks(bytes)
                         : std::string(bytes);
  auto text = decoded(std::move(body), lower(headers.get("content-encoding")), max_bytes);
  if (!text) return text.error();
  message.body = std::move(*text);
  return message;
}

}  // namespace morgue::warc
