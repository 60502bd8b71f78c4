// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/export/factiva.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "indexer/normalize/read_date.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/text_lines.h"

namespace morgue::factiva {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kDocument = "Document ";

/// The names of parts and the fields that they give.
constexpr std::array kCodes{std::pair{"HD"sv, "title"},      std::pair{"BY"sv, "byline"},
                            std::pair{"PD"sv, "date"},       std::pair{"SN"sv, "source"},
                            std::pair{"LA"sv, "lang"},       std::pair{"SE"sv, "section"},
                            std::pair{"LP"sv, "body"},       std::pair{"TD"sv, "body"},
                            std::pair{"AN"sv, "id"},         std::pair{"WC"sv, "words"},
                            std::pair{"ET"sv, "time"},       std::pair{"SC"sv, "source-code"},
                            std::pair{"ED"sv, "edition"},    std::pair{"PG"sv, "page"},
                            std::pair{"VOL"sv, "volume"},    std::pair{"CR"sv, "credit"},
                            std::pair{"CY"sv, "copyright"},  std::pair{"CX"sv, "correction"},
                            std::pair{"ART"sv, "captions"},  std::pair{"RF"sv, "reference"},
                            std::pair{"CO"sv, "companies"},  std::pair{"IN"sv, "industries"},
                            std::pair{"NS"sv, "subjects"},   std::pair{"RE"sv, "regions"},
                            std::pair{"IPC"sv, "codes"},     std::pair{"IPD"sv, "keywords"},
                            std::pair{"PUB"sv, "publisher"}, std::pair{"CLM"sv, "column"}};

/// The code that a line is, or begins with before a space; nullptr when none.
const std::pair<std::string_view, const char*>* code_of(std::string_view line) {
  const std::string_view word = line.substr(0, line.find_first_of(" \t"));
  const auto* found = std::find_if(kCodes.begin(), kCodes.end(),
                                   [&](const auto& code) { return code.first == word; });
  if (found == kCodes.end()) return nullptr;
  // "IN 1987 the board…" is a sentence: codes stand alone or two spaces before what they name.
  const std::string_view rest = line.substr(word.size());
  const bool alone = trimmed(rest).empty() || rest.starts_with("  ") || rest.starts_with('\t');
  return alone ? found : nullptr;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ',' || c == '.';
  });
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string without_mark(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with(kDocument)) text.remove_prefix(kDocument.size());
  return std::string(text);
}

bool is_list_of_codes(std::string_view code) {
  return code == "CO" || code == "IN" || code == "NS" || code == "RE";
}

/// "osthb : Ostermere Harbour Board | glp : Gull Press" without the codes.
std::vector<std::string> named(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find('|'), text.size());
    const std::string_view one = text.substr(0, bar);
    const std::size_t colon = one.find(" : ");
    names.emplace_back(trimmed(colon == one.npos ? one : one.substr(colon + 3)));
    text.remove_prefix(std::min(bar + 1, text.size()));
  }
  return names;
}

/// Blank lines part paragraphs.
void append_line(std::string& text, std::string_view line) {
  line = trimmed(line);
  if (line.empty()) {
    if (!text.empty() && !text.ends_with("\n\n")) text += text.ends_with('\n') ? "\n" : "\n\n";
    return;
  }
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  text += line;
}

std::vector<RawField> read_coded(std::string_view text) {
  std::map<std::string_view, std::string> values;
  std::string ignored;
  std::string* value = &ignored;
  while (!text.empty()) {
    std::string_view line = take_line(text);
    if (const auto* code = code_of(line)) {
      value = &values[code->second];
      line.remove_prefix(code->first.size());
      append_line(*value, "");
    }
    append_line(*value, line);
  }
  Fields fields;
  for (const auto& code : kCodes) {
    const auto found = values.find(code.second);
    if (found == values.end()) continue;
    std::string filled(trimmed(found->second));
    if (code.first == "AN") filled = without_mark(filled);
    const bool is_body = found->first == "body"sv;
    if (is_list_of_codes(code.first)) {
      fields.list(code.second, named(filled));
      continue;
    }
    fields.text(code.second, is_body ? std::move(filled) : one_line(std::move(filled)));
    if (is_body) values.erase(found);  // of two codes
  }
  return fields.take();
}

/// Headline, "By …", words, day, outlet, code, page, language, copyright; then the text.
std::vector<RawField> read_plain(std::string_view text) {
  Fields fields;
  std::string title, byline;
  while (!text.empty()) {
    const std::string_view line = trimmed(take_line(text));
    if (line.empty()) continue;
    if (is_word_count(line)) {
      fields.text("words", std::string(line));
      break;
    }
    if (!title.empty() && line.starts_with("By ")) {
      byline = line;
    } else {
      title.append(title.empty() ? "" : " ").append(line);
    }
  }
  std::vector<std::string> about;
  while (!text.empty()) {
    const std::string_view line = trimmed(take_line(text));
    if (line.empty() && !about.empty()) break;
    if (!line.empty()) about.emplace_back(line);
  }
  std::string body, id;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (is_last_line(line)) {
      id = without_mark(line);
    } else {
      append_line(body, line);
    }
  }
  fields.text("id", id).text("title", title).text("byline", byline);
  const auto day = std::find_if(about.begin(), about.end(), [](const std::string& line) {
    return read_date(line, PartialDate{}).date.known();
  });
  if (day != about.end()) {
    fields.text("date", *day);
    auto at = day + 1;
    const auto is_time = [](const std::string& line) {
      return line.size() > 2 && std::isdigit(static_cast<unsigned char>(line[0])) != 0 &&
             line.find(':') != line.npos;
    };
    if (at != about.end() && is_time(*at)) ++at;
    if (at != about.end()) fields.text("source", *at);
    constexpr std::size_t kLongestLanguage = 24;
    if (about.end() - at > 2 && about.back().size() > 2) {
      const std::string& language = *(about.end() - 2);
      if (language.size() < kLongestLanguage) fields.text("lang", language);
      fields.text("copyright", about.back());
    }
  }
  fields.text("body", std::string(trimmed(body)));
  return fields.take();
}

}  // namespace

bool is_last_line(std::string_view line) {
  if (const auto* code = code_of(line); code != nullptr && code->first == "AN") {
    line.remove_prefix(2);
  }
  line = trimmed(line);
  constexpr std::size_t kShortest = 20;
  if (!line.starts_with(kDocument)) return false;
  line.remove_prefix(kDocument.size());
  return line.size() >= kShortest && std::all_of(line.begin(), line.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0;
         });
}

bool is_word_count(std::string_view line) {
  if (const auto* code = code_of(line); code != nullptr && code->first == "WC") {
    line.remove_prefix(2);
  }
  line = trimmed(line);
  constexpr std::string_view kWords = " words";
  if (!line.ends_with(kWords)) return false;
  return is_number(line.substr(0, line.size() - kWords.size()));
}

Result<RawRecord, RecordError> Parser::parse(const RecordChunk& chunk) const {
  DecodedText decoded = decode_text(chunk.bytes);
  std::string_view lines = decoded.text;
  bool is_coded = false;
  while (!is_coded && !lines.empty()) {
    const auto* code = code_of(take_line(lines));
    is_coded = code != nullptr && code->first == "HD";
  }
  return RawRecord{chunk.at, is_coded ? read_coded(decoded.text) : read_plain(decoded.text),
                   decoded.repaired};
}

}  // namespace morgue::factiva
