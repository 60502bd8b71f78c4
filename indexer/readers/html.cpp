// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "common/text/mojibake.h"
#include "indexer/normalize/read_date.h"
#include "indexer/readers/html/block.h"
#include "indexer/readers/html/body.h"
#include "indexer/readers/html/declared_charset.h"
#include "indexer/readers/html/metadata.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

/// How much text makes an article, in letters: about two lines.
constexpr std::size_t kShortestArticle = 100;

/// How a page begins, behind white space and comments; in lower case.
constexpr std::array kPageBeginnings{"<!doctype html"sv, "<html"sv, "<head"sv,
                                     "<body"sv,          "<meta"sv, "<title"sv};

// What stands first besides white space, comments and an XML declaration.
std::string_view skip_preamble(std::string_view head) {
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
    std::string_view end;
    if (head.starts_with("<!--")) {
      end = "-->";
    } else if (head.starts_with("<?xml")) {
      end = "?>";
    } else {
      return head;
    }
    const std::size_t found = head.find(end);
    if (found == head.npos) return {};
    head.remove_prefix(found + end.size());
  }
}

void add(RawRecord& record, const char* name, std::string value) {
  if (!value.empty()) {
    record.fields.push_back({name, RawField::Kind::Text, {std::move(value)}});
  }
}

const html::StatedDate* first_readable(const std::vector<html::StatedDate>& dates) {
  const auto found = std::find_if(dates.begin(), dates.end(), [](const auto& date) {
    return read_date(date.text, PartialDate{}).date.known();
  });
  return found == dates.end() ? nullptr : &*found;
}

// What is stated goes before the address, and that before what the page shows. A date that cannot
// be read is kept when it is the only one, so that the run reports it.
void add_date(RawRecord& record, const html::Metadata& metadata) {
  const html::StatedDate* date = first_readable(metadata.dates);
  if (date == nullptr && !date_in_url(metadata.url, PartialDate{}).known()) {
    date = first_readable(metadata.in_text);
    if (date != nullptr) record.date_source = DateSource::Text;
    if (date == nullptr && !metadata.dates.empty()) date = &metadata.dates.front();
  }
  if (date == nullptr) return;
  add(record, "date", date->text);
  add(record, "date-found-in", date->found_in);
}

RawRecord make_record(const Location& at, html::Metadata metadata, std::string body) {
  RawRecord record{at, {}, 0};
  add(record, "title", std::move(metadata.title));
  add_date(record, metadata);
  if (!metadata.authors.empty()) {
    record.fields.push_back({"byline", RawField::Kind::List, std::move(metadata.authors)});
  }
  add(record, "source", std::move(metadata.outlet));
  add(record, "section", std::move(metadata.section));
  add(record, "lang", std::move(metadata.lang));
  add(record, "url", std::move(metadata.url));
  add(record, "description", std::move(metadata.description));
  add(record, "body", std::move(body));
  return record;
}

html::PageLimits limits_of(const ReadOptions& options) {
  html::PageLimits limits = options.page;
  limits.max_bytes = std::min(limits.max_bytes, options.max_record_bytes);
  return limits;
}

}  // namespace

Result<RawRecord, RecordError> HtmlParser::parse(const RecordChunk& chunk) const {
  DecodedText decoded = decode_text(chunk.bytes, charset_for_label(origin_.charset).empty()
                                                     ? html::declared_charset(chunk.bytes)
                                                     : origin_.charset);
  RepairedText text = repair_mojibake(decoded.text);
  auto page = html::Page::parse(text.text, limits_);
  if (!page) return RecordError{chunk.at, std::move(page.error())};
  html::Metadata metadata = html::read_metadata(*page);
  if (metadata.url.empty()) metadata.url = origin_.url;
  html::Body body = html::find_body(*page);
  if (body.length < kShortestArticle && html::length_of(metadata.stated_body) > body.length) {
    body.text = std::move(metadata.stated_body);  // a script puts the text on the page
    body.length = html::length_of(body.text);
  }
  if (body.length < kShortestArticle) {
    return RecordError{chunk.at,
                       {"no-article",
                        "holds no text of an article; it may be an index, or the "
                        "message of a site that has no such page"}};
  }
  RawRecord record = make_record(chunk.at, std::move(metadata), std::move(body.text));
  add(record, "crawled", origin_.crawled);
  record.repaired_bytes = decoded.repaired + text.repaired;
  return record;
}

HtmlReader::HtmlReader(std::unique_ptr<ByteSource> source, std::string file,
                       const ReadOptions& options)
    : WholeFileReader(std::move(source), std::move(file), limits_of(options).max_bytes,
                      std::make_shared<HtmlParser>(limits_of(options))) {}

bool HtmlReader::looks_like(std::string_view head) {
  std::string plain(head.substr(0, 4096));
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (plain.starts_with(mark)) plain.erase(0, mark.size());
  }
  std::erase(plain, '\0');  // of UTF-16
  const std::string begin = lower_ascii(skip_preamble(plain));
  return std::any_of(kPageBeginnings.begin(), kPageBeginnings.end(),
                     [&](std::string_view expected) { return begin.starts_with(expected); });
}

}  // namespace morgue
