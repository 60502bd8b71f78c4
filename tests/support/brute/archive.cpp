// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/archive.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/index/schema.h"
#include "common/text/byline.h"
#include "common/text/fold.h"

namespace morgue::brute {
namespace {

/// Longer tokens are no words of a language.
constexpr std::size_t kLongestForm = 64;

/// For each word, which of the stretches that begin at `starts` it belongs to.
std::vector<std::uint32_t> numbered(const std::vector<std::uint32_t>& starts, std::size_t words) {
  std::vector<std::uint32_t> numbers(words);
  for (std::uint32_t i = 0; i < words; ++i) {
    numbers[i] = static_cast<std::uint32_t>(std::upper_bound(starts.begin(), starts.end(), i) -
                                            starts.begin());
  }
  return numbers;
}

bool stands_in(const std::vector<Span>& spans, std::uint32_t byte) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& span) { return span.begin <= byte && byte < span.end; });
}

bool searchable(const ExtraField& field) {
  if (field.kind != ExtraField::Kind::Json || field.values.empty()) return true;
  const std::string& json = field.values.front();
  return !json.starts_with('{') && !json.starts_with('[') && json != "null";
}

}  // namespace

WordNo Archive::intern(std::string_view text) {
  const auto [it, fresh] =
      numbers_.try_emplace(std::string(text), static_cast<WordNo>(texts_.size()));
  if (fresh) {
    texts_.emplace_back(text);
    places_.emplace_back();
    is_form_.push_back(false);
  }
  return it->second;
}

WordNo Archive::intern_form(std::string_view text) {
  const WordNo form = intern(text);
  if (!is_form_[form]) forms_.push_back(form);
  is_form_[form] = true;
  return form;
}

WordNo Archive::known(const std::string& text) const {
  const auto it = numbers_.find(text);
  return it == numbers_.end() ? 0 : it->second;
}

Text Archive::words_of(std::string_view text, bool breaks, const std::vector<Span>& boilerplate) {
  if (breaks) {
    analyzer_.analyze_with_breaks(text, tokens_);
  } else {
    analyzer_.analyze(text, tokens_);
  }
  Text words;
  for (const Token& token : tokens_.tokens()) {
    if (stands_in(boilerplate, token.bytes.begin)) {
      for (auto* list : {&words.folded, &words.exact, &words.bare}) list->push_back(0);
      continue;
    }
    words.folded.push_back(intern_form(token.folded));
    words.exact.push_back(intern(token.exact));
    words.bare.push_back(token.bare.empty() ? 0 : intern_form(token.bare));
  }
  if (breaks) {
    words.sentence = numbered(tokens_.sentence_starts(), words.size());
    words.paragraph = numbered(tokens_.paragraph_starts(), words.size());
  }
  return words;
}

void Archive::add_field(Entry& entry, const std::string& name,
                        const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    const std::string whole = value_form(value);
    if (whole.empty()) continue;
    std::vector<std::string>& known = entry.values[name];
    if (std::find(known.begin(), known.end(), whole) != known.end()) continue;
    known.push_back(whole);
    entry.value_words[name].push_back(words_of(whole, false));
  }
}

void Archive::add_places(const Text& text, int zone) {
  Place place{static_cast<std::uint32_t>(articles_.size()), zone, 0};
  for (std::size_t i = 0; i < text.size(); ++i) {
    place.at = static_cast<int>(i);
    if (text.folded[i] != 0) places_[text.folded[i]].push_back(place);
    if (text.bare[i] != 0) places_[text.bare[i]].push_back(place);
  }
}

void Archive::add_stems(const Entry& entry, const std::string& lang) {
  if (!Stemmer::supports(lang)) return;
  Language& language = languages_.try_emplace(lang, Language{Stemmer(lang), {}, {}}).first->second;
  for (const Text& text : entry.zones) {
    for (const WordNo word : text.folded) {
      if (word == 0 || texts_[word].size() > kLongestForm || language.stems.count(word) > 0)
        continue;
      const std::string stem = language.stemmer.stem(texts_[word]);
      language.stems[word] = stem;
      language.forms[stem].push_back(word);
    }
  }
}

void Archive::add(const Article& article, const std::vector<Mention>& mentions,
                  const std::vector<Span>& boilerplate) {
  Entry entry;
  entry.id = article.id;
  entry.zones = {words_of(article.title, false), words_of(article.body, true, boilerplate)};
  const std::vector<WordNo>& body = entry.zones[kBody].folded;
  entry.in_boilerplate = static_cast<std::size_t>(std::count(body.begin(), body.end(), 0));
  entry.has_title = !article.title.empty();
  entry.has_body = !article.body.empty();
  entry.dated = article.date.known();
  if (entry.dated) {
    entry.first_day = article.date.first_day();
    entry.last_day = article.date.last_day();
  }
  add_field(entry, "source", {article.source});
  add_field(entry, "section", {article.section});
  add_field(entry, "byline", authors_of(article.byline));
  add_field(entry, "lang", {article.lang});
  add_field(entry, "url", {article.url});
  add_field(entry, "date-source", {name_of(article.date_source)});
  add_field(entry, "person", article.people);
  add_field(entry, "org", article.organisations);
  add_field(entry, "place", article.places);
  std::vector<std::string> repeated;
  for (const Span& span : boilerplate) repeated.emplace_back(span.of(article.body));
  add_field(entry, "boiler", repeated);
  for (const ExtraField& field : article.extra) {
    if (find_field(field.name) == nullptr && searchable(field)) {
      add_field(entry, field.name, field.values);
    }
  }
  for (const Mention& mention : mentions) {
    if (mention.part == TextPart::Body && stands_in(boilerplate, mention.bytes.begin)) continue;
    static const std::map<EntityKind, std::string> kKinds = {{EntityKind::Person, "person"},
                                                             {EntityKind::Organisation, "org"},
                                                             {EntityKind::Place, "place"}};
    const auto kind = kKinds.find(mention.kind);
    if (kind != kKinds.end()) add_field(entry, kind->second, {mention.name});
    if (!mention.facet.empty()) add_field(entry, mention.facet, {mention.name});
  }
  add_places(entry.zones[kTitle], kTitle);
  add_places(entry.zones[kBody], kBody);
  add_stems(entry, article.lang.empty() ? default_lang_ : article.lang);
  articles_.push_back(std::move(entry));
}

std::vector<WordNo> Archive::same_stem(const std::string& folded) const {
  std::set<WordNo> forms{known(folded)};
  for (const auto& [lang, language] : languages_) {
    const std::string stem = language.stemmer.stem(folded);
    if (language.stemmer.stem(stem) == stem) forms.insert(known(stem));
    const auto seen = language.forms.find(stem);
    if (seen != language.forms.end()) forms.insert(seen->second.begin(), seen->second.end());
  }
  forms.erase(0);
  return {forms.begin(), forms.end()};
}

std::vector<std::string> Archive::sorted_ids(const std::vector<std::size_t>& articles,
                                             bool oldest_first) const {
  std::vector<std::size_t> order = articles;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Entry& x = articles_[a];
    const Entry& y = articles_[b];
    if (x.dated != y.dated) return x.dated;
    if (x.dated && x.first_day != y.first_day) {
      return oldest_first ? x.first_day < y.first_day : x.first_day > y.first_day;
    }
    return x.id < y.id;
  });
  std::vector<std::string> ids;
  for (const std::size_t article : order) ids.push_back(articles_[article].id);
  return ids;
}

std::map<std::string, std::uint64_t> Archive::facet(const std::vector<std::size_t>& articles,
                                                    const std::string& name) const {
  std::map<std::string, std::uint64_t> counts;
  for (const std::size_t article : articles) {
    const Entry& entry = articles_[article];
    std::set<std::string> values;
    if (name == "year" || name == "month") {
      const std::size_t digits = name == "year" ? 4 : 7;
      for (std::int32_t day = entry.first_day; entry.dated && day <= entry.last_day; ++day) {
        values.insert(date_of_day(day).to_string().substr(0, digits));
      }
    } else if (const auto it = entry.values.find(name); it != entry.values.end()) {
      values.insert(it->second.begin(), it->second.end());
    }
    for (const std::string& value : values) ++counts[value];
  }
  return counts;
}

}  // namespace morgue::brute
