// SPDX-License-Identifier: GPL-3.0-or-later
// A saved page of a news site: one article.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/input/byte_source.h"
#include "indexer/readers/html/page_limits.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/whole_file.h"

namespace morgue {

/// What is known of a page that is not on it.
struct PageOrigin {
  std::string url;      ///< where it was fetched from; the page's own statement goes before
  std::string charset;  ///< as the server said; it goes before the page's statement
  std::string crawled;  ///< when it was fetched, which is not when it was published
};

/// The article of a page, with the fields title, date, date-found-in, byline, source, section,
/// lang, url, description and body, as far as the page states them. Errors: "no-article" when the
/// page holds no text of some length (an index, a message that there is no such page), and those of
/// html::PageLimits.
class HtmlParser : public RecordParser {
 public:
  explicit HtmlParser(html::PageLimits limits, PageOrigin origin = {})
      : limits_(limits), origin_(std::move(origin)) {}
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;

 private:
  html::PageLimits limits_;
  PageOrigin origin_;
};

/// A whole file is a page. Its character set is told from the bytes and what they declare.
class HtmlReader : public WholeFileReader {
 public:
  HtmlReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  /// Whether bytes begin as a page does: with a doctype, or an element that only pages have.
  static bool looks_like(std::string_view head);
};

}  // namespace morgue
