// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reuters_parser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace morgue {
namespace {

using namespace std::string_view_literals;

struct Name {
  std::string_view in_source;
  std::string_view field;
};

constexpr std::array kAttributes{
    Name{" NEWID", "id"},          Name{" OLDID", "oldid"}, Name{" LEWISSPLIT", "lewissplit"},
    Name{" CGISPLIT", "cgisplit"}, Name{" CSECS", "csecs"}, Name{" TOPICS", "topics_attribute"}};
constexpr std::array kElements{Name{"DATE", "date"},       Name{"TITLE", "title"},
                               Name{"AUTHOR", "author"},   Name{"DATELINE", "dateline"},
                               Name{"UNKNOWN", "unknown"}, Name{"MKNOTE", "mknote"}};
constexpr std::array kLists{Name{"TOPICS", "topics"},       Name{"PLACES", "places"},
                            Name{"PEOPLE", "people"},       Name{"ORGS", "orgs"},
                            Name{"EXCHANGES", "exchanges"}, Name{"COMPANIES", "companies"}};
constexpr std::array kReferences{std::pair{"lt"sv, '<'}, std::pair{"gt"sv, '>'},
                                 std::pair{"amp"sv, '&'}, std::pair{"quot"sv, '"'},
                                 std::pair{"apos"sv, '\''}};

// The characters a reference may stand for; all other ones below 128 are control characters.
constexpr std::string_view kAscii =
    "\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopq"
    "rstuvwxyz{|}~";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// What a reference without "&" and ";" stands for; nullopt when it is none. References to
// characters beyond ASCII do not occur in the collection and are left as they are.
std::optional<std::string_view> meaning(std::string_view reference) {
  for (const auto& [name, character] : kReferences) {
    if (name == reference) return kAscii.substr(kAscii.find(character), 1);
  }
  if (!reference.starts_with('#')) return std::nullopt;
  int code = 0;
  const char* end = reference.data() + reference.size();
  const auto parsed = std::from_chars(reference.data() + 1, end, code);
  if (parsed.ec != std::errc() || parsed.ptr != end || code > 127) return std::nullopt;
  const std::size_t at = kAscii.find(static_cast<char>(code));
  return at == std::string_view::npos ? ""sv : kAscii.substr(at, 1);
}

std::string decode(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const std::size_t start = std::min(text.find('&'), text.size());
    decoded += text.substr(0, start);
    text.remove_prefix(start);
    const std::size_t end = text.substr(0, 10).find(';');
    const auto found =
        end == std::string_view::npos ? std::nullopt : meaning(text.substr(1, end - 1));
    decoded += found ? *found : text.substr(0, 1);
    text.remove_prefix(found ? end + 1 : std::min<std::size_t>(text.size(), 1));
  }
  std::erase_if(decoded, [](char byte) {
    return (byte >= 0 && byte < ' ' && byte != '\n' && byte != '\t') || byte == '\x7f';
  });
  return decoded;
}

// What stands between <NAME ...> and </NAME>; nullopt when there is none.
std::optional<std::string_view> element(std::string_view text, std::string_view name) {
  const std::string open = "<" + std::string(name);
  std::size_t begin = text.find(open);
  while (begin != std::string_view::npos && begin + open.size() < text.size() &&
         text[begin + open.size()] != '>' && text[begin + open.size()] != ' ') {
    begin = text.find(open, begin + 1);  // DATE is the beginning of DATELINE
  }
  if (begin == std::string_view::npos) return std::nullopt;
  begin = text.find('>', begin);
  const std::size_t end = text.find("</" + std::string(name) + ">", begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  return text.substr(begin + 1, end - begin - 1);
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string opening = std::string(name) + "=\"";
  const std::size_t begin = tag.find(opening);
  if (begin == std::string_view::npos) return {};
  tag.remove_prefix(begin + opening.size());
  return tag.substr(0, tag.find('"'));
}

// TEXT without the elements in it.
std::string text_outside(std::string_view text) {
  std::string outside;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('<'), text.size());
    outside += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::string_view name = text.substr(1, text.find('>') - 1);
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) outside += '<';  // a sign in the text, no element
    text.remove_prefix(end == std::string_view::npos ? 1 : end + close.size());
  }
  return outside;
}

// "******" before the headline of a BRIEF, "Blah blah blah." behind it, or either.
bool is_filler(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("*\n "), text.size()));
  return text.empty() || text == "Blah blah blah.";
}

bool is_sign_off(std::string_view line) {
  return line == "Reuter" || line == "REUTER" || line == "reuter" || line == "REUTER...";
}

std::string paragraphs(std::string_view text) {
  text = trim(text).empty() ? ""sv : text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  const std::size_t last_line = text.rfind('\n');
  if (last_line != std::string_view::npos && is_sign_off(trim(text.substr(last_line)))) {
    text = text.substr(0, last_line);
  }
  std::string body;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!body.empty()) body += line.starts_with("    ") ? "\n\n" : "\n";
    body += trim(line);
  }
  return body;
}

std::string body_of(std::string_view text, std::string_view type) {
  if (const auto body = element(text, "BODY")) return paragraphs(decode(*body));
  const std::string outside = paragraphs(decode(text_outside(text)));
  return type == "BRIEF" && is_filler(outside) ? "" : outside;
}

class Fields {
 public:
  explicit Fields(RawRecord& record) : record_(record) {}

  void add(std::string_view name, std::string value) {
    if (trim(value).empty()) return;
    record_.fields.push_back({std::string(name), RawField::Kind::Text, {std::move(value)}});
  }

  void add_list(std::string_view name, std::string_view text) {
    std::vector<std::string> values;
    for (auto value = element(text, "D"); value; value = element(text, "D")) {
      values.push_back(decode(*value));
      text.remove_prefix(static_cast<std::size_t>(value->data() + value->size() - text.data()));
    }
    if (values.empty()) return;
    record_.fields.push_back({std::string(name), RawField::Kind::List, std::move(values)});
  }

 private:
  RawRecord& record_;
};

}  // namespace

Result<RawRecord, RecordError> ReutersParser::parse(const RecordChunk& chunk) const {
  const std::string_view story = chunk.bytes;
  const std::string_view tag = story.substr(0, story.find('>'));
  if (attribute(tag, " NEWID").empty()) {
    return RecordError{chunk.at, {"no-newid", "has no NEWID; give the REUTERS element a number"}};
  }
  RawRecord record{chunk.at, {}, 0};
  Fields fields(record);
  for (const Name& name : kAttributes) {
    fields.add(name.field, std::string(attribute(tag, name.in_source)));
  }
  fields.add("source", "Reuters");
  // Names are looked for outside of TEXT first: a body may hold anything.
  const std::size_t text_at = std::min(story.find("<TEXT"), story.size());
  const std::string_view head = story.substr(0, text_at);
  const std::string_view text = element(story.substr(text_at), "TEXT").value_or(""sv);
  const std::string_view type = attribute(story.substr(text_at, 40), " TYPE");
  const std::string_view before_body = text.substr(0, text.find("<BODY"));
  for (const Name& name : kElements) {
    auto value = element(head, name.in_source);
    if (!value) value = element(before_body, name.in_source);
    if (value) fields.add(name.field, decode(*value));
  }
  for (const Name& name : kLists)
    fields.add_list(name.field, element(head, name.in_source).value_or(""sv));
  fields.add("text_type", std::string(type));
  fields.add("body", body_of(text, type));
  return record;
}

}  // namespace morgue
