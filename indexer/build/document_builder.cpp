// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/document_builder.h"

#include <algorithm>
#include <limits>
#include <span>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/term.h"
#include "common/index/value.h"
#include "common/text/fold.h"
#include "common/text/stem.h"

namespace morgue {
namespace {

/// A value longer than this is a text and no facet.
constexpr std::size_t kMaxFacetBytes = 200;

void set_value(Xapian::Document& document, Slot slot, const std::string& value) {
  if (!value.empty()) document.add_value(static_cast<Xapian::valueno>(slot), value);
}

void add_dates(Xapian::Document& document, const Article& article) {
  set_value(document, Slot::NewestThenId, newest_then_id(article.date, article.id));
  if (!article.date.known()) return;
  set_value(document, Slot::FirstDay, encode_day(article.date.first_day()));
  set_value(document, Slot::LastDay, encode_day(article.date.last_day()));
  document.add_boolean_term(has_term("date"));
}

void add_unique(std::vector<std::string>& values, std::string value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) {
    values.push_back(std::move(value));
  }
}

/// Objects and arrays are kept and returned; only plain values are searchable.
bool searchable(const ExtraField& field) {
  if (field.kind != ExtraField::Kind::Json || field.values.empty()) return true;
  const std::string& json = field.values.front();
  return !json.starts_with('{') && !json.starts_with('[') && json != "null";
}

}  // namespace

/// What to add for one field: `slot` only for facets.
struct DocumentBuilder::FieldValues {
  std::string_view name;  ///< as has: knows it; empty when it cannot
  std::string prefix;
  std::span<const std::string> values;
  const Slot* slot = nullptr;
};

Xapian::Document DocumentBuilder::build(const Article& article, std::string_view encoded_fields) {
  Xapian::Document document;
  words_ = 0;
  FormSet* forms = forms_of(article);
  collect_names(article);
  add_title(document, article, forms);
  add_body(document, article, forms);
  add_fields(document, article);
  add_extra(document, article);
  add_dates(document, article);
  document.add_boolean_term(id_term(article.id));
  constexpr std::size_t kMaxWords = std::numeric_limits<std::uint32_t>::max();
  set_value(document, Slot::Words,
            encode_number(static_cast<std::uint32_t>(std::min(words_, kMaxWords))));
  const ArticleDigest digest = digest_of(encoded_fields);
  set_value(document, Slot::Digest, std::string(digest.begin(), digest.end()));
  document.set_data(encode_stored_article(encoded_fields, {}));
  return document;
}

void DocumentBuilder::collect_names(const Article& article) {
  mentions_.clear();
  const auto add = [&](std::string_view field, const std::vector<std::string>& names,
                       MentionFinder::Kind kind) {
    for (const std::string& name : names) {
      const std::string whole = value_form(name);
      if (!whole.empty()) mentions_.add(whole, kind, value_term(find_field(field)->prefix, whole));
    }
  };
  add("person", article.people, MentionFinder::Kind::Person);
  add("org", article.organisations, MentionFinder::Kind::Other);
  add("place", article.places, MentionFinder::Kind::Other);
}

/// `tokens` stand at the positions from `base` on; those past `end` have none.
void DocumentBuilder::add_mentions(Xapian::Document& document, const std::vector<Token>& tokens,
                                   Xapian::termpos base, Xapian::termpos end) {
  mentions_.find(tokens, [&](const std::string& term, std::size_t first, std::size_t last) {
    if (base + last >= end) return;
    for (std::size_t i = first; i <= last; ++i) {
      document.add_posting(term, base + static_cast<Xapian::termpos>(i), 0);
    }
  });
}

FormSet* DocumentBuilder::forms_of(const Article& article) {
  const std::string& lang = article.lang.empty() ? default_lang_ : article.lang;
  return Stemmer::supports(lang) ? &vocabulary_[lang] : nullptr;
}

void DocumentBuilder::add_title(Xapian::Document& document, const Article& article,
                                FormSet* forms) {
  if (article.title.empty()) return;
  document.add_boolean_term(has_term("title"));
  analyzer_.analyze(article.title, tokens_);
  words_ += tokens_.tokens().size();
  Xapian::termpos position = kTitleStart;
  for (const Token& token : tokens_.tokens()) {
    const std::string title_term = word_term("S", token.folded);
    if (position < kTitleEnd) {
      document.add_posting(title_term, position);
      if (!token.bare.empty()) document.add_posting(word_term("S", token.bare), position);
      add_word(document, token, position, kTitleWeight, forms);
      ++position;
    } else {
      document.add_term(title_term);
      document.add_term(word_term("", token.folded), kTitleWeight);
    }
  }
  add_mentions(document, tokens_.tokens(), kTitleStart, kTitleEnd);
  if (position > kTitleStart) document.add_posting(std::string(kLastWordTerm), position - 1, 0);
}

void DocumentBuilder::add_body(Xapian::Document& document, const Article& article, FormSet* forms) {
  if (article.body.empty()) return;
  document.add_boolean_term(has_term("body"));
  analyzer_.analyze_with_breaks(article.body, tokens_);
  words_ += tokens_.tokens().size();
  Xapian::termpos position = kBodyBase;
  for (const Token& token : tokens_.tokens()) add_word(document, token, position++, 1, forms);
  add_mentions(document, tokens_.tokens(), kBodyBase, std::numeric_limits<Xapian::termpos>::max());
  if (position > kBodyBase) document.add_posting(std::string(kLastWordTerm), position - 1, 0);
  for (const std::uint32_t start : tokens_.sentence_starts()) {
    document.add_posting(std::string(kSentenceTerm), kBodyBase + start, 0);
  }
  for (const std::uint32_t start : tokens_.paragraph_starts()) {
    document.add_posting(std::string(kParagraphTerm), kBodyBase + start, 0);
  }
}

void DocumentBuilder::add_word(Xapian::Document& document, const Token& token,
                               Xapian::termpos position, Xapian::termcount weight, FormSet* forms) {
  const auto add = [&](std::string_view folded) {
    document.add_posting(word_term("", folded), position, weight);
    if (token.exact != folded) document.add_posting(exact_term(folded, token.exact), position, 0);
  };
  add(token.folded);
  // "metoo" of "#MeToo" is written "#MeToo": =metoo must not find it.
  if (!token.bare.empty()) add(token.bare);
  if (forms != nullptr) add_form(*forms, token.folded);
}

void DocumentBuilder::add_field(Xapian::Document& document, const FieldValues& field) {
  std::vector<std::string> facet_values;
  Xapian::termpos position = 1;
  for (const std::string& value : field.values) {
    std::string whole = value_form(value);
    if (whole.empty()) continue;
    analyzer_.analyze(value, tokens_);
    for (const Token& token : tokens_.tokens()) {
      document.add_posting(word_term(field.prefix, token.folded), position);
      if (!token.bare.empty()) document.add_posting(word_term(field.prefix, token.bare), position);
      ++position;
    }
    position += kValueGap;
    document.add_boolean_term(value_term(field.prefix, whole));
    if (whole.size() <= kMaxFacetBytes) add_unique(facet_values, std::move(whole));
  }
  if (position == 1) return;
  if (!field.name.empty()) document.add_boolean_term(has_term(field.name));
  if (field.slot != nullptr) set_value(document, *field.slot, pack_values(facet_values));
}

void DocumentBuilder::add_fields(Xapian::Document& document, const Article& article) {
  const auto one = [](const std::string& value) { return std::span(&value, 1); };
  const std::pair<std::string_view, std::span<const std::string>> fields[] = {
      {"byline", one(article.byline)},   {"source", one(article.source)},
      {"section", one(article.section)}, {"lang", one(article.lang)},
      {"url", one(article.url)},         {"person", article.people},
      {"org", article.organisations},    {"place", article.places}};
  for (const auto& [name, values] : fields) {
    const Field& field = *find_field(name);
    add_field(document, {name, std::string(field.prefix), values,
                         field.kind == FieldKind::Keyword ? &field.slot : nullptr});
  }
}

void DocumentBuilder::add_extra(Xapian::Document& document, const Article& article) {
  constexpr char kSeparator = '\x1f';
  std::vector<std::string> facet_values;
  for (const ExtraField& field : article.extra) {
    // In a query the name means Morgue's own field, which the article need not have.
    const bool hidden_by_ours = find_field(field.name) != nullptr;
    if (!searchable(field)) {
      if (!hidden_by_ours) document.add_boolean_term(has_term(field.name));
      continue;
    }
    const std::string_view name = hidden_by_ours ? std::string_view() : field.name;
    add_field(document, {name, extra_prefix(field.name), field.values, nullptr});
    for (const std::string& value : field.values) {
      const std::string whole = value_form(value);
      if (whole.empty() || whole.size() > kMaxFacetBytes) continue;
      add_unique(facet_values, field.name + kSeparator + whole);
    }
  }
  set_value(document, Slot::Extra, pack_values(facet_values));
}

}  // namespace morgue
