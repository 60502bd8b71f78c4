// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/office.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "indexer/input/container.h"
#include "indexer/input/memory_source.h"
#include "indexer/readers/document_title.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/line_splitter.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kDocxText = "word/document.xml";
constexpr std::string_view kDocxAbout = "docProps/core.xml";
constexpr std::string_view kOdtText = "content.xml";
constexpr std::string_view kOdtAbout = "meta.xml";

/// What the elements of a text mean, in one format and the other; with their usual prefixes.
enum class Kind { Paragraph, Text, Space, LineEnd, LeftOut };

constexpr std::array kElements{std::pair{"w:p"sv, Kind::Paragraph},
                               std::pair{"w:t"sv, Kind::Text},
                               std::pair{"w:tab"sv, Kind::Space},
                               std::pair{"w:br"sv, Kind::LineEnd},
                               std::pair{"w:cr"sv, Kind::LineEnd},
                               std::pair{"w:del"sv, Kind::LeftOut},
                               std::pair{"w:moveFrom"sv, Kind::LeftOut},
                               std::pair{"w:pPr"sv, Kind::LeftOut},
                               std::pair{"mc:Fallback"sv, Kind::LeftOut},
                               std::pair{"text:p"sv, Kind::Paragraph},
                               std::pair{"text:h"sv, Kind::Paragraph},
                               std::pair{"text:s"sv, Kind::Space},
                               std::pair{"text:tab"sv, Kind::Space},
                               std::pair{"text:line-break"sv, Kind::LineEnd},
                               std::pair{"text:note"sv, Kind::LeftOut},
                               std::pair{"office:annotation"sv, Kind::LeftOut},
                               std::pair{"text:tracked-changes"sv, Kind::LeftOut}};

constexpr std::array kAbout{std::pair{"dc:title"sv, "document-title"},
                            std::pair{"dc:creator"sv, "document-author"},
                            std::pair{"meta:initial-creator"sv, "document-author"},
                            std::pair{"cp:keywords"sv, "keywords"},
                            std::pair{"meta:keyword"sv, "keywords"},
                            std::pair{"dc:description"sv, "description"},
                            std::pair{"dc:subject"sv, "subject"},
                            std::pair{"dc:language"sv, "lang"},
                            std::pair{"dcterms:created"sv, "document-created"},
                            std::pair{"meta:creation-date"sv, "document-created"}};

const Kind* kind_of(std::string_view name) {
  const auto* found = std::find_if(kElements.begin(), kElements.end(),
                                   [&](const auto& element) { return element.first == name; });
  return found == kElements.end() ? nullptr : &found->second;
}

struct Paragraph {
  std::string text;
  bool is_title = false;
  bool is_heading = false;
};

/// "Title", "Heading 1", as the two formats name their own styles.
void read_style(pugi::xml_node element, Paragraph& paragraph) {
  std::string_view style = element.child("w:pPr").child("w:pStyle").attribute("w:val").value();
  if (style.empty()) style = element.attribute("text:style-name").value();
  paragraph.is_title = style == "Title";
  paragraph.is_heading = style == "Heading1" || element.name() == "text:h"sv;
}

/// Goes through a tree without recursion: documents may nest as deep as they like.
std::vector<Paragraph> paragraphs_of(const pugi::xml_document& document) {
  std::vector<Paragraph> found;
  std::vector<Paragraph> open;
  const auto add = [&](std::string_view text) {
    if (!open.empty()) open.back().text += text;
  };
  const auto enter = [&](pugi::xml_node node) {  // false: what is within it does not count
    const Kind* kind = kind_of(node.name());
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const std::string_view parent = node.parent().name();
      if (!parent.starts_with("w:") || parent == "w:t") add(node.value());
    }
    if (kind == nullptr) return true;
    if (*kind == Kind::Paragraph) {
      open.emplace_back();
      read_style(node, open.back());
    }
    if (*kind == Kind::Space) add(" ");
    if (*kind == Kind::LineEnd) add("\n");
    return *kind != Kind::LeftOut;
  };
  const auto leave = [&](pugi::xml_node node) {
    const Kind* kind = kind_of(node.name());
    if (kind == nullptr || *kind != Kind::Paragraph || open.empty()) return;
    Paragraph paragraph = std::move(open.back());
    open.pop_back();
    paragraph.text = trimmed(paragraph.text);
    if (!paragraph.text.empty()) found.push_back(std::move(paragraph));
  };
  pugi::xml_node node = document;
  while (node) {
    const bool inside = enter(node);
    if (inside && node.first_child()) {
      node = node.first_child();
      continue;
    }
    leave(node);
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (node) leave(node);
    }
    if (node) node = node.next_sibling();
  }
  return found;
}

class OfficeParser : public RecordParser {
 public:
  explicit OfficeParser(std::uint64_t max_bytes) : max_bytes_(max_bytes) {}

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    const auto reject = [&](Error error) { return RecordError{chunk.at, std::move(error)}; };
    auto members = read_members(chunk.bytes);
    if (!members) return reject(std::move(members.error()));
    const std::string& text = members->contains(kDocxText) ? (*members)[std::string(kDocxText)]
                                                           : (*members)[std::string(kOdtText)];
    const std::string& about = members->contains(kDocxAbout) ? (*members)[std::string(kDocxAbout)]
                                                             : (*members)[std::string(kOdtAbout)];
    pugi::xml_document document;
    if (text.empty()) {
      return reject({"no-document",
                     "holds no text of a word processor, but a table or slides "
                     "perhaps; save it as text"});
    }
    constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!document.load_buffer(text.data(), text.size(), kFlags)) {
      return reject({"damaged", "holds a text that is no XML; get a good copy"});
    }
    std::vector<Paragraph> paragraphs = paragraphs_of(document);
    Fields fields;
    const std::string stated = read_about(about, fields);
    std::string title = take_marked_title(paragraphs);
    std::string body;
    for (const Paragraph& paragraph : paragraphs) {
      body.append(body.empty() ? "" : "\n\n").append(paragraph.text);
    }
    std::string_view rest = body;
    if (title.empty()) title = take_title(rest, stated);
    fields.text("title", title).text("body", std::string(rest));
    return RawRecord{chunk.at, fields.take(), 0};
  }

 private:
  /// Those that tell text and title, by name.
  Result<std::map<std::string, std::string, std::less<>>> read_members(
      std::string_view bytes) const {
    std::map<std::string, std::string, std::less<>> found;
    Container container(std::make_unique<MemorySource>(bytes));
    while (auto member = container.next()) {
      if (!*member) return std::move(member->error());
      const std::string& name = (*member)->name;
      if (name != kDocxText && name != kDocxAbout && name != kOdtText && name != kOdtAbout) {
        continue;
      }
      std::array<char, 1U << 14U> block;
      std::string& content = found[name];
      for (;;) {
        const auto count = (*member)->source->read(block);
        if (!count) return count.error();
        if (*count == 0) break;
        content.append(block.data(), *count);
        if (content.size() > max_bytes_) return too_long({}, max_bytes_).error;
      }
    }
    return found;
  }

  /// What a document says of itself; its title is given back.
  static std::string read_about(const std::string& about, Fields& fields) {
    pugi::xml_document document;
    if (!document.load_buffer(about.data(), about.size())) return {};
    pugi::xml_node top = document.document_element();
    if (pugi::xml_node meta = top.child("office:meta")) top = meta;
    std::string_view last;
    for (const auto& [name, field] : kAbout) {
      const std::string value(trimmed(top.child(std::string(name).c_str()).text().get()));
      if (value.empty() || last == field) continue;
      fields.text(field, value);
      last = field;
    }
    return std::string(trimmed(top.child("dc:title").text().get()));
  }

  static std::string take_marked_title(std::vector<Paragraph>& paragraphs) {
    auto found = std::find_if(paragraphs.begin(), paragraphs.end(),
                              [](const Paragraph& paragraph) { return paragraph.is_title; });
    if (found == paragraphs.end() && !paragraphs.empty() && paragraphs.front().is_heading) {
      found = paragraphs.begin();
    }
    if (found == paragraphs.end()) return {};
    std::string title = std::move(found->text);
    paragraphs.erase(found);
    std::replace(title.begin(), title.end(), '\n', ' ');
    return title;
  }

  std::uint64_t max_bytes_;
};

}  // namespace

OfficeReader::OfficeReader(std::unique_ptr<ByteSource> source, std::string file,
                           const ReadOptions& options)
    : WholeFileReader(std::move(source), std::move(file), options.max_record_bytes,
                      std::make_shared<OfficeParser>(options.max_record_bytes)) {}

bool OfficeReader::looks_like(std::string_view head) {
  // The name of the first member stands behind a header of 30 bytes.
  constexpr std::size_t kNameAt = 30;
  constexpr std::size_t kMimeTypeWithin = 128;  // some programs put a time before the content
  if (!head.starts_with(kZip) || head.size() < kNameAt) return false;
  const std::string_view name = head.substr(kNameAt);
  return name.starts_with("[Content_Types].xml") || name.starts_with("_rels/.rels") ||
         name.starts_with("docProps/") || name.starts_with("word/") ||
         (name.starts_with("mimetype") &&
          name.substr(0, kMimeTypeWithin).find("application/vnd.oasis.opendocument.") != name.npos);
}

}  // namespace morgue
