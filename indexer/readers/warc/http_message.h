// SPDX-License-Identifier: GPL-3.0-or-later
// What a web server answered, as crawlers keep it (RFC 9110, RFC 9112).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace morgue::warc {

/// Header lines: names in lower case, values without white space at their ends; a line that begins
/// with white space belongs to the one before. Lines that are none are passed over.
class Headers {
 public:
  /// Takes lines up to and with an empty one off the front of `text`.
  static Headers take(std::string_view& text);

  /// The first value of this name (lower case); empty when there is none.
  std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

struct HttpMessage {
  int status = 0;            ///< 0: there was no status line
  std::string content_type;  ///< "text/html", lower case, without parameters
  std::string charset;       ///< of the content type, as it was written
  std::string body;          ///< without transfer and content encoding
};

/// Reads a message; chunked bodies are joined, and compressed ones (gzip, deflate, Zstandard)
/// unpacked, up to `max_bytes`. A body that breaks off is kept as far as it goes. Errors: "encoded"
/// for other codings, "too-long".
Result<HttpMessage> read_http_message(std::string_view bytes, std::uint64_t max_bytes);

/// The media type of a Content-Type value, and its charset.
void read_content_type(std::string_view value, HttpMessage& message);

}  // namespace morgue::warc
