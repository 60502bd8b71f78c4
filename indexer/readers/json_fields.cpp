// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_fields.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/json_scan.h"
#include "indexer/readers/xml/element.h"
#include "indexer/readers/xml/nitf.h"

namespace morgue {
namespace {

using nlohmann::json;

constexpr int kMaxDepth = 100;

/// A place where the text is not JSON.
struct SyntaxError {
  std::size_t offset;
};

// Cuts an object into the texts of its names and values; whether each is JSON is found out later.
class ObjectCutter {
 public:
  explicit ObjectCutter(std::string_view text) : text_(text) { expect('{'); }

  /// The next name and value, or nothing at the end of the object, after which nothing may stand.
  std::optional<std::pair<std::string_view, std::string_view>> next() {
    if (take('}')) return end();
    if (!std::exchange(first_, false)) expect(',');
    const std::string_view name = value();
    expect(':');
    return std::pair{name, value()};
  }

 private:
  void skip_space() { at_ = std::min(text_.find_first_not_of(kJsonSpace, at_), text_.size()); }

  bool take(char wanted) {
    skip_space();
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void expect(char wanted) {
    if (!take(wanted)) throw SyntaxError{at_};
  }

  std::string_view value() {
    skip_space();
    const std::size_t length = json_value_length(text_.substr(at_));
    if (length == 0) throw SyntaxError{at_};
    return text_.substr(std::exchange(at_, at_ + length), length);
  }

  std::nullopt_t end() {
    skip_space();
    if (at_ != text_.size()) throw SyntaxError{at_};
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool first_ = true;
};

json parse_value(std::string_view whole, std::string_view text) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    throw SyntaxError{static_cast<std::size_t>(text.data() - whole.data()) +
                      (error.byte > 0 ? error.byte - 1 : 0)};
  } catch (const json::out_of_range&) {  // a number beyond any double
    throw SyntaxError{static_cast<std::size_t>(text.data() - whole.data())};
  }
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The paragraphs of an article in NITF; the markup where it is none.
std::string text_of_nitf(std::string markup) {
  pugi::xml_document document;
  xml::load(markup, document);
  std::string text = xml::read_nitf(xml::find(document, "nitf"), {}).body;
  return text.empty() ? markup : text;
}

/// A text in several forms, as ninjs 2 and 3 have it: "headlines": [{"role": "main", "value": …}].
/// The main one, or else the first, becomes the field "headline" or "body"; the field with all of
/// them stays. https://iptc.org/standards/ninjs/
void add_main_form(const std::string& name, const json& value, RawRecord& record) {
  const bool is_headline = name == "headlines";
  if ((!is_headline && name != "bodies") || !value.is_array()) return;
  const json* best = nullptr;
  for (const json& form : value) {
    if (!form.is_object() || text_of(form, "value").empty()) continue;
    if (best == nullptr || (text_of(*best, "role") != "main" && text_of(form, "role") == "main")) {
      best = &form;
    }
  }
  if (best == nullptr) return;
  const std::string kind =
      lower_ascii(text_of(*best, "contenttype") + text_of(*best, "contentType"));
  std::string text = text_of(*best, "value");
  if (!is_headline && kind.find("nitf") != kind.npos) text = text_of_nitf(std::move(text));
  record.fields.push_back({is_headline              ? "headline"
                           : kind.ends_with("html") ? "body_html"
                                                    : "body",
                           RawField::Kind::Text,
                           {std::move(text)}});
}

std::string read_name(std::string_view whole, std::string_view text) {
  if (auto name = read_usual_string(text)) return *std::move(name);
  const json name = parse_value(whole, text);
  if (!name.is_string()) {
    throw SyntaxError{static_cast<std::size_t>(text.data() - whole.data())};
  }
  return name.get<std::string>();
}

void add_field(std::string_view whole, std::string_view name_text, std::string_view value_text,
               RawRecord& record) {
  RawField field{read_name(whole, name_text), RawField::Kind::Json, {}};
  if (auto text = read_usual_string(value_text)) {
    record.fields.push_back({std::move(field.name), RawField::Kind::Text, {*std::move(text)}});
    return;
  }
  const json value = parse_value(whole, value_text);
  if (value.is_null()) return;
  if (value.is_string()) {
    field.kind = RawField::Kind::Text;
    field.values.push_back(value.get<std::string>());
  } else if (value.is_array() && std::all_of(value.begin(), value.end(), [](const json& element) {
               return element.is_string();
             })) {
    field.kind = RawField::Kind::List;
    field.values = value.get<std::vector<std::string>>();
  } else {
    field.values.emplace_back(value_text);
    add_main_form(field.name, value, record);
  }
  record.fields.push_back(std::move(field));
}

std::optional<SyntaxError> read_object(std::string_view text, RawRecord& record) {
  try {
    ObjectCutter cutter(text);
    while (const auto member = cutter.next()) {
      add_field(text, member->first, member->second, record);
    }
  } catch (const SyntaxError& error) {
    record.fields.clear();
    return error;
  }
  return std::nullopt;
}

Error describe(const SyntaxError& error, std::string_view text) {
  if (error.offset >= text.size()) {
    return {"json-syntax", "is not JSON: it ends too early; complete the record"};
  }
  return {"json-syntax", "is not JSON at byte " + std::to_string(error.offset + 1) +
                             " of the record; correct it there"};
}

}  // namespace

Result<RawRecord, RecordError> JsonParser::parse(const RecordChunk& chunk) const {
  const auto reject = [&](Error error) { return RecordError{chunk.at, std::move(error)}; };
  const std::size_t start = chunk.bytes.find_first_not_of(kJsonSpace);
  if (start == std::string::npos || chunk.bytes[start] != '{') {
    if (start != std::string::npos && json::accept(chunk.bytes)) {
      return reject(
          {"not-an-object", "is JSON, but not an object; an article is {\"title\": ...}"});
    }
    return reject(describe({start == std::string::npos ? 0 : start}, chunk.bytes));
  }
  if (json_depth(chunk.bytes) > kMaxDepth) {
    return reject({"too-deep", "nests brackets more than " + std::to_string(kMaxDepth) +
                                   " deep; flatten the record"});
  }
  RawRecord record{chunk.at, {}, 0};
  std::string repaired;
  std::string_view text = chunk.bytes;
  if (!is_valid_utf8(text) || text.find('\0') != std::string_view::npos) {
    auto repair = repair_utf8(text);
    record.repaired_bytes = repair.repaired;
    repaired = std::move(repair.text);
    text = repaired;
  }
  auto error = read_object(text, record);
  if (error) {
    std::string whole_pairs(text);
    if (const std::size_t halves = repair_surrogates(whole_pairs); halves > 0) {
      record.repaired_bytes += halves;
      error = read_object(whole_pairs, record);
    }
  }
  if (error) return reject(describe(*error, text));
  return record;
}

}  // namespace morgue
