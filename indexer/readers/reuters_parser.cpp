// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/reuters_parser.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/readers/sgml/markup.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;
using sgml::attribute;
using sgml::decode;
using sgml::element;

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
  text = trimmed(text).empty() ? ""sv : text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  const std::size_t last_line = text.rfind('\n');
  if (last_line != std::string_view::npos && is_sign_off(trimmed(text.substr(last_line)))) {
    text = text.substr(0, last_line);
  }
  std::string body;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!body.empty()) body += line.starts_with("    ") ? "\n\n" : "\n";
    body += trimmed(line);
  }
  return body;
}

std::string body_of(std::string_view text, std::string_view type) {
  if (const auto body = element(text, "BODY")) return paragraphs(decode(*body));
  const std::string outside = paragraphs(decode(text_outside(text)));
  return type == "BRIEF" && is_filler(outside) ? "" : outside;
}

class StoryFields {
 public:
  explicit StoryFields(RawRecord& record) : record_(record) {}

  void add(std::string_view name, std::string value) {
    if (trimmed(value).empty()) return;
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
  StoryFields fields(record);
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
