// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml_news.h"

#include <algorithm>
#include <array>
#include <utility>

#include <pugixml.hpp>

#include "common/text/charset.h"
#include "common/text/mojibake.h"
#include "indexer/readers/byte_cursor.h"
#include "indexer/readers/line_splitter.h"
#include "indexer/readers/xml/element.h"
#include "indexer/readers/xml/feed.h"
#include "indexer/readers/xml/newsml.h"
#include "indexer/readers/xml/nitf.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::array kRoots{"rss"sv,    "RDF"sv,         "feed"sv,     "entry"sv,   "nitf"sv,
                            "NewsML"sv, "newsMessage"sv, "newsItem"sv, "NewsItem"sv};

/// G2 items without a text of their own; they are known, so that the reject says what they are.
constexpr std::array kOtherItems{"packageItem"sv, "conceptItem"sv, "knowledgeItem"sv,
                                 "planningItem"sv, "catalogItem"sv};

/// Behind white space, declarations, processing instructions, comments and document types.
std::string_view skip_prolog(std::string_view head) {
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f\xEF\xBB\xBF"), head.size()));
    std::string_view end;
    if (head.starts_with("<!--")) {
      end = "-->";
    } else if (head.starts_with("<?")) {
      end = "?>";
    } else if (head.starts_with("<!")) {
      // An internal subset holds declarations of its own.
      const std::size_t subset = head.find('[');
      end = subset < head.find('>') ? "]>" : ">";
    } else {
      return head;
    }
    const std::size_t found = head.find(end);
    if (found == head.npos) return {};
    head.remove_prefix(found + end.size());
  }
}

/// The local name of the element that the text begins with.
std::string_view root_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  const std::size_t end = text.find_first_of(" \t\r\n\f/>", 1);
  std::string_view name = text.substr(1, end == text.npos ? text.npos : end - 1);
  const std::size_t colon = name.rfind(':');
  if (colon != name.npos) name.remove_prefix(colon + 1);
  return name;
}

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// The label in <?xml encoding="...">.
std::string_view declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  const std::size_t begin = head.find("encoding");
  if (!head.starts_with("<?xml") || begin == head.npos || begin > head.find("?>")) return {};
  const std::size_t quote = head.find_first_of("'\"", begin);
  if (quote == head.npos) return {};
  const std::size_t end = head.find(head[quote], quote + 1);
  return end == head.npos ? std::string_view() : head.substr(quote + 1, end - quote - 1);
}

/// A record that was made when the document was read.
class ReadyRecord : public RecordParser {
 public:
  explicit ReadyRecord(RawRecord record) : record_(std::move(record)) {}

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    RawRecord record = record_;
    record.at = chunk.at;
    return record;
  }

 private:
  RawRecord record_;
};

class DocumentReader {
 public:
  using Found = std::vector<Result<RecordChunk, RecordError>>;

  DocumentReader(const std::string& file, const html::PageLimits& limits, Found& found)
      : file_(file), limits_(limits), found_(found) {}

  void read(const std::string& bytes) {
    DecodedText decoded = decode_text(bytes, declared_charset(bytes));
    RepairedText repaired = repair_mojibake(decoded.text);
    text_ = std::move(repaired.text);
    repaired_ = decoded.repaired + repaired.repaired;
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = xml::load(text_, document);
    const pugi::xml_node root = document.document_element();
    take(root);
    if (!parsed) {
      reject(static_cast<std::size_t>(parsed.offset), "broken-xml",
             std::string("is not well-formed XML (") + parsed.description() +
                 "); what stands before was read");
    } else if (found_.empty()) {
      reject(0, "no-article",
             "<" + std::string(xml::local_name(root)) +
                 "> holds no article: it is no feed, NITF or NewsML, or an empty one");
    }
  }

 private:
  void take(pugi::xml_node root) {
    const std::string_view name = xml::local_name(root);
    if (name == "nitf") {
      add(root, xml::fields_of(xml::read_nitf(root, limits_)));
    } else if (name == "NewsML" || name == "NewsItem") {
      for (const auto item : xml::newsml1_items(root)) {
        add(item, xml::read_newsml1_item(item, limits_));
      }
    } else if (name == "newsMessage" || name == "newsItem") {
      for (const auto item : xml::g2_items(root)) add(item, xml::read_g2_item(item, limits_));
    } else if (!contains(kOtherItems, name)) {
      const std::vector<pugi::xml_node> items = xml::feed_items(root);
      for (const auto item : items) add(item, xml::read_feed_item(root, item, limits_));
      if (!items.empty()) return;
      // What an agency wraps its articles in.
      for (const auto nitf : xml::find_all(root, "nitf")) {
        add(nitf, xml::fields_of(xml::read_nitf(nitf, limits_)));
      }
    }
  }

  void add(pugi::xml_node item, std::vector<RawField> fields) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, item.offset_debug()));
    const auto has = [&](const char* name) {
      return std::any_of(fields.begin(), fields.end(),
                         [&](const RawField& field) { return field.name == name; });
    };
    if (!has("body") && !has("title")) {
      reject(offset, "no-text",
             "<" + std::string(xml::local_name(item)) + "> has neither a title nor a text");
      return;
    }
    RawRecord record{{}, std::move(fields), repaired_};
    repaired_ = 0;  // counted with the first
    found_.push_back(RecordChunk{
        {file_, line_of(offset)}, {}, std::make_shared<ReadyRecord>(std::move(record))});
  }

  void reject(std::size_t offset, const char* code, const std::string& message) {
    found_.push_back(RecordError{{file_, line_of(offset)}, {code, message}});
  }

  /// Offsets come in rising order, but for the last.
  std::uint64_t line_of(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < counted_) counted_ = 0, line_ = 1;
    line_ += static_cast<std::uint64_t>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                   text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
    return line_;
  }

  const std::string& file_;
  const html::PageLimits& limits_;
  Found& found_;
  std::string text_;
  std::size_t repaired_ = 0;
  std::size_t counted_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace

XmlNewsReader::XmlNewsReader(std::unique_ptr<ByteSource> source, std::string file,
                             const ReadOptions& options)
    : source_(std::move(source)),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes),
      limits_(options.page) {}

std::optional<Result<RecordChunk, RecordError>> XmlNewsReader::next() {
  if (source_) read();
  if (next_ == found_.size()) return std::nullopt;
  return std::move(found_[next_++]);
}

void XmlNewsReader::read() {
  ByteCursor bytes(std::move(source_));
  std::string text;
  for (auto ahead = bytes.ahead(); !ahead.empty(); ahead = bytes.ahead()) {
    if (text.size() + ahead.size() > max_bytes_) {
      found_.push_back(too_long({file_, 1}, max_bytes_));
      return;
    }
    text += ahead;
    bytes.skip(ahead.size());
  }
  DocumentReader(file_, limits_, found_).read(text);
  if (auto error = bytes.take_error()) {
    found_.push_back(RecordError{{file_, bytes.line()}, *std::move(error)});
  }
}

bool XmlNewsReader::looks_like(std::string_view head) {
  std::string plain(head);
  std::erase(plain, '\0');  // of UTF-16
  for (const std::string_view mark : {"\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (plain.starts_with(mark)) plain.erase(0, mark.size());
  }
  const std::string_view name = root_name(skip_prolog(plain));
  // XML of other kinds is refused by its name, rather than read as prose.
  const bool other =
      plain.find("<?xml") < 4 && !name.empty() && name != "html" && name != "REUTERS";
  return other || contains(kRoots, name) || contains(kOtherItems, name);
}

}  // namespace morgue
