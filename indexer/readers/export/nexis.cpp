// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/export/nexis.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "indexer/normalize/read_date.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/text_lines.h"

namespace morgue::nexis {
namespace {

using namespace std::string_view_literals;

/// Names of parts, and of the fields that they give. Those behind the text end it.
struct Part {
  std::string_view name;
  const char* field;
  bool is_behind;
};

constexpr std::array kParts{Part{"HEADLINE", "title", false},
                            Part{"BYLINE", "byline", false},
                            Part{"SECTION", "section", false},
                            Part{"LENGTH", "length", false},
                            Part{"DATELINE", "dateline", false},
                            Part{"HIGHLIGHT", "highlight", false},
                            Part{"SERIES", "series", false},
                            Part{"SOURCE", "source", false},
                            Part{"BODY", "body", false},
                            Part{"TEXT", "body", false},
                            Part{"LOAD-DATE", "load-date", true},
                            Part{"LANGUAGE", "lang", true},
                            Part{"GRAPHIC", "graphic", true},
                            Part{"URL", "url", true},
                            Part{"NOTES", "notes", true},
                            Part{"CORRECTION", "correction", true},
                            Part{"CORRECTION-DATE", "correction-date", true},
                            Part{"TYPE", "type", true},
                            Part{"SUBJECT", "subject", true},
                            Part{"ORGANIZATION", "organisations", true},
                            Part{"COMPANY", "company", true},
                            Part{"TICKER", "ticker", true},
                            Part{"INDUSTRY", "industry", true},
                            Part{"PERSON", "people", true},
                            Part{"CITY", "city", true},
                            Part{"STATE", "state", true},
                            Part{"COUNTRY", "country", true},
                            Part{"GEOGRAPHIC", "geographic", true},
                            Part{"PUBLICATION-TYPE", "publication-type", true},
                            Part{"DOCUMENT-TYPE", "document-type", true},
                            Part{"JOURNAL-CODE", "journal-code", true},
                            Part{"ACC-NO", "accession-number", true},
                            Part{"PUB-TYPE", "publication-type", true},
                            Part{"DISTRIBUTION", "distribution", true}};

/// The part that a paragraph begins with the name of.
const Part* part_of(std::string_view paragraph) {
  const std::size_t colon = paragraph.find(':');
  if (colon == paragraph.npos) return nullptr;
  const auto* found = std::find_if(kParts.begin(), kParts.end(), [&](const Part& part) {
    return part.name == paragraph.substr(0, colon);
  });
  return found == kParts.end() ? nullptr : found;
}

bool is_copyright(std::string_view paragraph) {
  return paragraph.starts_with("Copyright ") || paragraph.starts_with("\xc2\xa9 ");
}

/// Lines up to a blank one.
struct Paragraph {
  std::string text;  ///< its lines trimmed and joined by line ends
  bool is_centred;   ///< the first line stands off the margin
};

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  constexpr std::string_view kOffTheMargin = "      ";
  std::vector<Paragraph> found;
  bool begins = true;
  while (!text.empty()) {
    const std::string_view whole = take_line(text);
    const std::string_view line = trimmed(whole);
    if (!line.empty() && begins) found.push_back({"", whole.starts_with(kOffTheMargin)});
    if (!line.empty()) {
      found.back().text.append(found.back().text.empty() ? "" : "\n").append(line);
    }
    begins = line.empty();
  }
  return found;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// What is known of an article while its paragraphs go by.
class Article {
 public:
  void take(const Paragraph& paragraph) {
    const Part* part = part_of(paragraph.text);
    if (part != nullptr && (part->is_behind || body_.empty())) {
      take_part(*part, trimmed(std::string_view(paragraph.text).substr(part->name.size() + 1)));
    } else if (is_copyright(paragraph.text) && (behind_ || outlet_.empty() || !body_.empty())) {
      fields_.text("copyright", one_line(paragraph.text));
      behind_ = behind_ || !body_.empty();
    } else if (behind_) {
      take_behind(paragraph.text);
    } else if (in_body_) {
      append(paragraph.text);
    } else if (!take_head(paragraph)) {
      append(paragraph.text);
    }
  }

  std::vector<RawField> finish() {
    fields_.text("source", outlet_).text("date", date_).text("edition", edition_);
    fields_.text("title", title_).text("body", body_);
    return fields_.take();
  }

 private:
  void take_part(const Part& part, std::string_view value) {
    behind_ = part.is_behind;
    const std::string_view field = part.field;
    if (field == "body") {
      in_body_ = true;
      if (!value.empty()) append(value);
    } else if (field == "title") {
      title_ = one_line(std::string(value));
    } else {
      fields_.text(part.field, one_line(std::string(value)));
    }
  }

  /// A line behind the text that has no name belongs to the part before it, or is the foot.
  void take_behind(std::string_view text) { fields_.text("foot", one_line(std::string(text))); }

  /// Outlet, day and edition, in the middle of their lines; then the headline. False when the text
  /// begins.
  bool take_head(const Paragraph& paragraph) {
    std::string_view rest = paragraph.text;
    if (title_.empty() && (paragraph.is_centred || date_.empty())) {
      while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (is_first_line(line)) continue;
        if (outlet_.empty()) {
          outlet_ = line;
        } else if (date_.empty() && read_date(line, PartialDate{}).date.known()) {
          date_ = line;
        } else {
          edition_.append(edition_.empty() ? "" : "; ").append(line);
        }
      }
      return true;
    }
    if (!title_.empty()) return false;
    title_ = one_line(paragraph.text);
    return true;
  }

  void append(std::string_view text) {
    in_body_ = true;
    body_.append(body_.empty() ? "" : "\n\n").append(text);
  }

  Fields fields_;
  std::string outlet_, date_, edition_, title_, body_;
  bool in_body_ = false;
  bool behind_ = false;
};

}  // namespace

bool is_first_line(std::string_view line) {
  line = trimmed(line);
  const auto take_number = [&] {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    line.remove_prefix(digits);
    return digits > 0;
  };
  if (!take_number() || !line.starts_with(" of ")) return false;
  line.remove_prefix(std::string_view(" of ").size());
  return take_number() && (line == " DOCUMENTS" || line == " DOCUMENT");
}

Result<RawRecord, RecordError> Parser::parse(const RecordChunk& chunk) const {
  DecodedText decoded = decode_text(chunk.bytes);
  Article article;
  for (const Paragraph& paragraph : paragraphs_of(decoded.text)) article.take(paragraph);
  return RawRecord{chunk.at, article.finish(), decoded.repaired};
}

}  // namespace morgue::nexis
