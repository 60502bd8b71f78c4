// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/normalize.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <xxhash.h>

#include "common/text/fold.h"
#include "indexer/normalize/dateline.h"
#include "indexer/normalize/detect_language.h"
#include "indexer/normalize/language.h"
#include "indexer/normalize/raw_text.h"
#include "indexer/normalize/read_date.h"
#include "indexer/readers/html/fragment.h"

namespace morgue {
namespace {

/// The fields of an article that are one string, and what joins several values.
struct TextField {
  ArticleField field;
  std::string Article::*member;
  std::string_view joint;
  bool is_text;  ///< the text itself, which must not be guessed from objects
};

constexpr std::array kTextFields{
    TextField{ArticleField::Id, &Article::id, "; ", false},
    TextField{ArticleField::Title, &Article::title, " ", true},
    TextField{ArticleField::Body, &Article::body, "\n\n", true},
    TextField{ArticleField::Byline, &Article::byline, "; ", false},
    TextField{ArticleField::Source, &Article::source, "; ", false},
    TextField{ArticleField::Section, &Article::section, "; ", false},
    TextField{ArticleField::Lang, &Article::lang, "; ", false},
    TextField{ArticleField::Url, &Article::url, "; ", false},
    TextField{ArticleField::Date, &Article::date_text, "; ", false},
};

constexpr std::string_view kHexDigits = "0123456789abcdef";

struct ListField {
  ArticleField field;
  std::vector<std::string> Article::*member;
};

constexpr std::array kListFields{
    ListField{ArticleField::People, &Article::people},
    ListField{ArticleField::Organisations, &Article::organisations},
    ListField{ArticleField::Places, &Article::places},
};

std::string join(const std::vector<std::string>& values, std::string_view joint) {
  std::string joined;
  for (const std::string& value : values) joined.append(joined.empty() ? "" : joint).append(value);
  return joined;
}

std::vector<std::string> each_once(std::vector<std::string> values) {
  std::set<std::string> seen;
  std::erase_if(values, [&](const std::string& value) { return !seen.insert(value).second; });
  return values;
}

std::vector<std::string> split_list(std::string_view text, std::size_t& repaired) {
  std::vector<std::string> values;
  while (!text.empty()) {
    const std::string_view value = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(value.size() + 1, text.size()));
    values.push_back(clean_text(value, repaired));
  }
  std::erase(values, "");
  return values;
}

/// "body_html", "contentHTML".
bool says_html(std::string_view name) {
  constexpr std::string_view kHtml = "html";
  return name.size() > kHtml.size() && std::equal(kHtml.rbegin(), kHtml.rend(), name.rbegin(),
                                                  [](char a, char b) { return a == (b | 0x20); });
}

// Objects and arrays of anything but strings are no text. An empty array is: it says nothing.
bool is_wrong_type(const RawField& field) {
  if (field.kind != RawField::Kind::Json) return false;
  const char first = field.values.at(0).front();
  return first == '{' || first == '[';
}

std::string id_from_content(const Article& article) {
  std::string content;
  for (const std::string* part :
       {&article.title, &article.date_text, &article.source, &article.body}) {
    // With the end mark, "ab" and "c" differ from "a" and "bc".
    content.append(*part).push_back('\0');
  }
  const XXH64_hash_t hash = XXH3_64bits(content.data(), content.size());
  std::string id = "x-";
  for (int shift = 60; shift >= 0; shift -= 4) id += kHexDigits[(hash >> shift) & 0xFU];
  return id;
}

Error no_text(const RawRecord& record) {
  std::string names;
  for (const RawField& field : record.fields) {
    if (names.size() > 200) break;
    names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return {"no-text", "has neither title nor body" +
                         (names.empty() ? std::string("; there is nothing to index")
                                        : "; its fields are " + names +
                                              ": name them with --map title=FIELD,body=FIELD")};
}

/// One record on its way to an article.
class Work {
 public:
  Work(const RawRecord& record, FieldMap::Assignment fields)
      : record_(record), fields_(std::move(fields)) {
    result_.at = record.at;
    result_.repaired_bytes = record.repaired_bytes;
  }

  std::optional<Error> take_texts() {
    for (const TextField& text : kTextFields) {
      const RawField* field = fields_[text.field];
      if (field == nullptr) continue;
      if (text.is_text && is_wrong_type(*field)) {
        return Error{"wrong-type", "has a " + std::string(name_of(text.field)) + " (" +
                                       field->name +
                                       ") that is no text; map another field with --map " +
                                       std::string(name_of(text.field)) + "=FIELD"};
      }
      auto values = clean_values(*field, result_.repaired_bytes);
      if (!values || values->empty()) continue;
      if (says_html(field->name)) {
        for (std::string& value : *values) value = html::paragraphs_of(value, {});
        std::erase(*values, "");
        if (values->empty()) continue;
      }
      result_.article.*text.member = join(*values, text.joint);
      use(text.field, field);
    }
    return std::nullopt;
  }

  void take_lists() {
    for (const ListField& list : kListFields) {
      const RawField* field = fields_[list.field];
      if (field == nullptr) continue;
      auto values = clean_values(*field, result_.repaired_bytes);
      if (!values || values->empty()) continue;
      if (field->kind == RawField::Kind::Text) values = split_list(values->at(0), spare_);
      result_.article.*list.member = each_once(*std::move(values));
      use(list.field, field);
    }
  }

  void take_path() {
    for (const auto& [target, value] : fields_.from_path) {
      const std::string text = clean_text(value, result_.repaired_bytes);
      if (text.empty()) continue;
      if (!set_field(target, text))
        add_extra({std::string(target), ExtraField::Kind::Text, {text}});
    }
  }

  void take_extra() {
    for (const RawField& field : record_.fields) {
      if (used_.contains(&field)) continue;
      ExtraField extra{clean_text(new_name(field), result_.repaired_bytes), kind_of(field), {}};
      for (const std::string& value : field.values) {
        std::string text = clean_text(value, result_.repaired_bytes);
        if (!text.empty()) extra.values.push_back(std::move(text));
      }
      if (!extra.values.empty()) add_extra(std::move(extra));
    }
  }

  void take_date(PartialDate today) {
    Article& article = result_.article;
    if (!article.date_text.empty()) {
      ReadDate read = read_date(article.date_text, today);
      article.date = read.date;
      article.date_source = read.date.known() ? record_.date_source : DateSource::None;
      result_.date_problem = std::move(read.problem);
    } else {
      article.date = date_in_url(article.url, today);
      article.date_source = article.date.known() ? DateSource::Url : DateSource::None;
    }
  }

  /// Where the story was written and by which agency; and its day, when nothing else tells it.
  void take_dateline(PartialDate today) {
    Article& article = result_.article;
    const ExtraField* stated = extra_named("dateline");
    const Dateline dateline = stated != nullptr && stated->kind == ExtraField::Kind::Text
                                  ? read_dateline_field(stated->values.front(), today)
                                  : read_dateline(article.body, today);
    const auto same_place = [&](const std::string& place) {
      return fold(place) == fold(dateline.place);
    };
    if (!dateline.place.empty() &&
        std::none_of(article.places.begin(), article.places.end(), same_place)) {
      article.places.push_back(dateline.place);
    }
    take_agencies(dateline);
    if (article.date.known()) return;
    article.date = dateline.date.known() ? dateline.date : date_in_first_lines(article.body, today);
    if (article.date.known()) article.date_source = DateSource::Text;
  }

  /// What the source calls its agency is kept as it is.
  void take_agencies(const Dateline& dateline) {
    if (extra_named("agency") != nullptr) return;
    std::vector<std::string> agencies = dateline.agencies;
    for (const std::string* name : {&result_.article.byline, &result_.article.source}) {
      if (std::string agency = agency_named(*name); !agency.empty()) {
        agencies.push_back(std::move(agency));
      }
    }
    agencies = each_once(std::move(agencies));
    if (agencies.empty()) return;
    const auto kind = agencies.size() == 1 ? ExtraField::Kind::Text : ExtraField::Kind::List;
    add_extra({"agency", kind, std::move(agencies)});
  }

  /// `fallback` empty: by the text.
  void take_language(const std::string& fallback) {
    Article& article = result_.article;
    article.lang = language_code(article.lang);
    if (!article.lang.empty()) return;
    article.lang = fallback.empty() ? detect_language(article.title, article.body) : fallback;
    result_.lang_detected = fallback.empty() && !article.lang.empty();
  }

  void name_article() {
    Article& article = result_.article;
    result_.id_made = article.id.empty();
    if (article.id.empty()) article.id = article.url;
    if (article.id.empty()) article.id = id_from_content(article);
  }

  Normalized& result() { return result_; }

 private:
  const ExtraField* extra_named(std::string_view name) const {
    for (const ExtraField& field : result_.article.extra) {
      if (field.name == name && !field.values.empty()) return &field;
    }
    return nullptr;
  }

  static ExtraField::Kind kind_of(const RawField& field) {
    return static_cast<ExtraField::Kind>(field.kind);
  }

  void use(ArticleField target, const RawField* field) {
    used_.insert(field);
    result_.mapped.emplace_back(name_of(target), field->name);
  }

  bool set_field(std::string_view target, const std::string& text) {
    for (const TextField& field : kTextFields) {
      if (name_of(field.field) != target) continue;
      result_.article.*field.member = text;
      return true;
    }
    for (const ListField& field : kListFields) {
      if (name_of(field.field) != target) continue;
      result_.article.*field.member = each_once(split_list(text, spare_));
      return true;
    }
    return false;
  }

  std::string_view new_name(const RawField& field) const {
    for (const auto& [source, name] : fields_.renamed) {
      if (source == &field) return name;
    }
    return field.name;
  }

  void add_extra(ExtraField extra) {
    if (extra.name.empty()) extra.name = "unnamed";
    const std::string name = extra.name;
    int& copies = copies_[name];  // so that a thousand equal names are not tried a million times
    while (!extra_names_.insert(extra.name).second) {
      extra.name = name + "_" + std::to_string(++copies + 1);
    }
    result_.article.extra.push_back(std::move(extra));
  }

  const RawRecord& record_;
  FieldMap::Assignment fields_;
  Normalized result_;
  std::set<const RawField*> used_;
  std::set<std::string> extra_names_;
  std::map<std::string, int> copies_;  ///< how many more of an extra name there have been
  std::size_t spare_ = 0;  ///< repairs of text that has been repaired already: always none
};

}  // namespace

Result<Normalized, RecordError> Normalizer::normalize(const RawRecord& record) const {
  static_assert(static_cast<int>(RawField::Kind::Json) == static_cast<int>(ExtraField::Kind::Json));
  Work work(record, map_.assign(record.fields, record.at.file));
  if (auto error = work.take_texts()) return RecordError{record.at, *std::move(error)};
  work.take_lists();
  work.take_path();
  work.take_extra();
  work.take_date(today_);
  work.take_dateline(today_);
  // An archive may list an item whose text it has lost: what has a name and a date is kept.
  const Article& article = work.result().article;
  const bool listed = !article.id.empty() && article.date.known();
  if (article.title.empty() && article.body.empty() && !listed) {
    return RecordError{record.at, no_text(record)};
  }
  work.take_language(lang_);
  work.name_article();
  return std::move(work.result());
}

}  // namespace morgue
