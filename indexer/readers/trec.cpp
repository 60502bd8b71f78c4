// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/trec.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/sgml/markup.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

/// Which elements give a field; the first that there is.
struct Rule {
  const char* field;
  std::array<std::string_view, 7> elements;
};

constexpr std::array kRules{
    Rule{"title", {"HEADLINE", "HEAD", "HL", "TITLE", "TTL", "TI", "HT"}},
    Rule{"byline", {"BYLINE", "AUTHOR", "BY"}},
    Rule{"dateline", {"DATELINE"}},
    Rule{"date", {"DATE", "DATE1", "DATE_TIME", "DATETIME", "DD", "PUBDATE"}},
    Rule{"source", {"SOURCE", "SO", "PUB"}},
};
constexpr std::array kBody{"LEADPARA"sv, "LP"sv, "TEXT"sv, "BODY"sv};
constexpr std::array kNames{"DOCNO"sv, "DOCID"sv};

/// What the letters mean that an id begins with. https://trec.nist.gov/data/docs_eng.html and the
/// catalogue of the LDC.
constexpr std::array kOutlets{std::pair{"AP"sv, "Associated Press"},
                              std::pair{"APW"sv, "Associated Press"},
                              std::pair{"APW_ENG_"sv, "Associated Press"},
                              std::pair{"AFP_ENG_"sv, "Agence France-Presse"},
                              std::pair{"AFP_SPA_"sv, "Agence France-Presse"},
                              std::pair{"CNA_ENG_"sv, "Central News Agency"},
                              std::pair{"FT"sv, "Financial Times"},
                              std::pair{"LA"sv, "Los Angeles Times"},
                              std::pair{"LTW_ENG_"sv, "Los Angeles Times/Washington Post"},
                              std::pair{"NYT"sv, "New York Times"},
                              std::pair{"NYT_ENG_"sv, "New York Times"},
                              std::pair{"SJMN91-"sv, "San Jose Mercury News"},
                              std::pair{"WSJ"sv, "Wall Street Journal"},
                              std::pair{"XIE"sv, "Xinhua"},
                              std::pair{"XIN_ENG_"sv, "Xinhua"}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '-';
}

/// What an id begins with up to its date: "AP" of "AP880212-0001".
std::string_view letters_of(std::string_view id) {
  const auto digit = std::find_if(id.begin(), id.end(), is_digit);
  return id.substr(0, static_cast<std::size_t>(digit - id.begin()));
}

/// "AP880212-0001" is of 1988-02-12, "LA010289-0001" of 1989-01-02, "NYT19980601.0001" of
/// 1998-06-01.
std::string date_in_id(std::string_view id) {
  const std::string_view letters = letters_of(id);
  id.remove_prefix(letters.size());
  const std::size_t digits = std::min(
      static_cast<std::size_t>(std::find_if_not(id.begin(), id.end(), is_digit) - id.begin()),
      id.size());
  const auto part = [&](std::size_t at, std::size_t count) {
    return std::string(id.substr(at, count));
  };
  constexpr std::size_t kWithCentury = 8;
  constexpr std::size_t kWithout = 6;
  if (letters.empty() || (digits != kWithCentury && digits != kWithout)) return {};
  if (digits == kWithCentury) return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2);
  if (letters == "LA") return "19" + part(4, 2) + "-" + part(0, 2) + "-" + part(2, 2);
  return "19" + part(0, 2) + "-" + part(2, 2) + "-" + part(4, 2);
}

/// Lines without marks: an indented one begins a paragraph, and so does one behind a blank one.
std::string lines_to_paragraphs(std::string_view text) {
  std::string body;
  bool begins = true;
  while (!text.empty()) {
    const std::string_view whole = take_line(text);
    const std::string_view line = trimmed(whole);
    begins = begins || whole.starts_with("  ") || whole.starts_with('\t');
    if (line.empty()) {
      begins = true;
      continue;
    }
    if (!body.empty()) body += begins ? "\n\n" : "\n";
    body += line;
    begins = false;
  }
  return body;
}

bool has_marks(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view mark = text.substr(at + 1, 1);
    if (mark == "/" || (!mark.empty() && is_name_character(mark.front()))) return true;
  }
  return false;
}

std::string text_of(std::string_view content) {
  if (has_marks(content)) return html::paragraphs_of(content, {});
  return lines_to_paragraphs(sgml::decode(content));
}

/// An element of a DOC, by its name as written.
struct Element {
  std::string_view name, content;
};

/// The elements of a text that lie in no other one, in their order.
std::vector<Element> elements_of(std::string_view text) {
  std::vector<Element> found;
  while (!text.empty()) {
    text.remove_prefix(std::min(text.find('<'), text.size()));
    if (text.empty()) break;
    text.remove_prefix(1);
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
    const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const std::size_t open = text.find('>');
    if (name.empty() || open == text.npos) continue;
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t closed = text.find(close, open);
    if (closed == text.npos) continue;
    found.push_back({name, text.substr(open + 1, closed - open - 1)});
    text.remove_prefix(closed + close.size());
  }
  return found;
}

std::string joined_lines(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const std::string_view next = trimmed(take_line(text));
    if (!next.empty()) line.append(line.empty() ? "" : " ").append(next);
  }
  return line;
}

class TrecParser : public RecordParser {
 public:
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    DecodedText decoded = decode_text(chunk.bytes);
    RawRecord record{chunk.at, {}, decoded.repaired};
    std::string_view document = decoded.text;
    const std::string_view tag = document.substr(0, document.find('>'));
    document.remove_prefix(std::min(tag.size() + 1, document.size()));
    document = document.substr(0, document.rfind("</DOC>"));
    std::vector<Element> elements = elements_of(document);
    const auto take = [&](std::string_view name) {
      const auto found = std::find_if(elements.begin(), elements.end(),
                                      [&](const Element& one) { return one.name == name; });
      if (found == elements.end()) return std::string();
      std::string text = text_of(found->content);
      elements.erase(found);
      return text;
    };

    Fields fields;
    std::string id(sgml::attribute(tag, " id"));
    for (const std::string_view name : kNames) {
      if (id.empty()) id = take(name);
    }
    fields.text("id", id);
    std::map<std::string_view, std::string> values;
    for (const Rule& rule : kRules) {
      std::string& value = values[rule.field];
      for (const std::string_view name : rule.elements) {
        if (value.empty() && !name.empty()) value = joined_lines(take(name));
      }
    }
    if (values["date"].empty()) values["date"] = date_in_id(id);
    if (values["source"].empty()) values["source"] = outlet_of(id);
    for (const Rule& rule : kRules) fields.text(rule.field, values[rule.field]);
    std::string body;
    for (const std::string_view name : kBody) {
      for (std::string text = take(name); !text.empty(); text = take(name)) {
        body.append(body.empty() ? "" : "\n\n").append(text);
      }
    }
    fields.text("body", body);
    for (const Element& one : elements) {
      fields.text(lower_ascii(one.name).c_str(), joined_lines(text_of(one.content)));
    }
    record.fields = fields.take();
    return record;
  }

 private:
  static std::string outlet_of(std::string_view id) {
    const std::string_view letters = letters_of(id);
    const auto* found = std::find_if(kOutlets.begin(), kOutlets.end(),
                                     [&](const auto& outlet) { return outlet.first == letters; });
    return found == kOutlets.end() ? "" : found->second;
  }
};

}  // namespace

TrecReader::TrecReader(std::unique_ptr<ByteSource> source, std::string file,
                       const ReadOptions& options)
    : documents_(std::move(source), std::move(file), "DOC", options.max_record_bytes,
                 std::make_shared<TrecParser>()) {}

bool TrecReader::looks_like(std::string_view head) {
  head = trimmed(head.substr(0, 4096));
  if (head.starts_with("<DOC id=\"")) return true;
  return head.starts_with("<DOC>") && head.find("<DOCNO>") != head.npos;
}

}  // namespace morgue
