// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/document_builder.h"

#include <algorithm>
#include <limits>
#include <span>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/term.h"
#include "common/index/text_sketch.h"
#include "common/index/value.h"
#include "common/text/byline.h"
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

struct EntityField {
  EntityKind kind;
  std::string_view name;  ///< of the field
};
constexpr EntityField kEntityKinds[] = {{EntityKind::Person, "person"},
                                        {EntityKind::Organisation, "org"},
                                        {EntityKind::Place, "place"}};

/// The prefix of an entity's terms; empty when it is not indexed.
std::string prefix_of(const Entity& entity) {
  if (!entity.facet.empty()) return extra_prefix(entity.facet);
  for (const EntityField& field : kEntityKinds) {
    if (field.kind == entity.kind) return std::string(find_field(field.name)->prefix);
  }
  return {};
}

/// Values by the names of their fields, in the order in which they come.
struct ExtraFields {
  std::vector<std::pair<std::string, std::vector<std::string>>> list;

  void add(const std::string& name, std::span<const std::string> values) {
    auto field = std::find_if(list.begin(), list.end(),
                              [&](const auto& known) { return known.first == name; });
    if (field == list.end()) field = list.insert(field, {name, {}});
    for (const std::string& value : values) add_unique(field->second, value);
  }
};

}  // namespace

/// What to add for one field: `slot` only for facets.
struct DocumentBuilder::FieldValues {
  std::string_view name;  ///< as has: knows it; empty when it cannot
  std::string prefix;
  std::span<const std::string> values;
  const Slot* slot = nullptr;
  Xapian::termcount weight =
      1;  ///< of a word; 0 where it says nothing of what the article is about
};

Xapian::Document DocumentBuilder::build(const Article& article, std::string_view encoded_fields,
                                        MentionPlan plan) {
  Xapian::Document document;
  analyzer_.analyze_with_breaks(article.title, title_);
  analyzer_.analyze_with_breaks(article.body, body_);
  words_ = title_.tokens().size() + body_.tokens().size();
  FormSet* forms = forms_of(article);
  add_title(document, article, forms);
  add_body(document, article, forms);
  std::vector<PlacedMention> placed =
      finder_.find(article, lang_of(article), title_, body_, std::move(plan));
  std::vector<Mention> mentions = add_mentions(document, article, std::move(placed));
  add_fields(document, article);
  add_names(document);
  add_extra(document, article);
  add_dates(document, article);
  document.add_boolean_term(id_term(article.id));
  constexpr std::size_t kMaxWords = std::numeric_limits<std::uint32_t>::max();
  set_value(document, Slot::Words,
            encode_number(static_cast<std::uint32_t>(std::min(words_, kMaxWords))));
  const ArticleDigest digest = digest_of(encoded_fields);
  set_value(document, Slot::Digest, std::string(digest.begin(), digest.end()));
  if (settings_.sketches) {
    set_value(document, Slot::Sketch, encode_sketch(sketch_of(title_.tokens(), body_.tokens())));
  }
  document.set_data(encode_stored_article(encoded_fields, mentions));
  return document;
}

/// The terms of whom and what the text names, at the positions of the words that do; gives back the
/// mentions.
std::vector<Mention> DocumentBuilder::add_mentions(Xapian::Document& document,
                                                   const Article& article,
                                                   std::vector<PlacedMention> placed) {
  std::vector<Mention> mentions;
  mentions.reserve(placed.size());
  for (PlacedMention& one : placed) mentions.push_back(std::move(one.mention));
  entities_ = entities_of(article, mentions);
  std::vector<std::string> terms;
  terms.reserve(entities_.size());
  for (const Entity& entity : entities_) {
    const std::string prefix = prefix_of(entity);
    terms.push_back(prefix.empty() ? prefix : value_term(prefix, entity.name));
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const auto entity = std::find_if(entities_.begin(), entities_.end(), [&](const Entity& known) {
      return known.kind == mention.kind && known.name == mention.name &&
             known.facet == mention.facet;
    });
    const std::string& term = terms[static_cast<std::size_t>(entity - entities_.begin())];
    const bool in_title = mention.part == TextPart::Title;
    if (term.empty() || (in_title && kTitleStart + placed[i].last >= kTitleEnd)) continue;
    for (std::uint32_t word = placed[i].first; word <= placed[i].last; ++word) {
      document.add_posting(term, (in_title ? kTitleStart : kBodyBase) + word, 0);
    }
  }
  return mentions;
}

std::string_view DocumentBuilder::lang_of(const Article& article) const {
  return article.lang.empty() ? settings_.default_lang : article.lang;
}

FormSet* DocumentBuilder::forms_of(const Article& article) {
  const std::string lang(lang_of(article));
  return Stemmer::supports(lang) ? &vocabulary_[lang] : nullptr;
}

void DocumentBuilder::add_title(Xapian::Document& document, const Article& article,
                                FormSet* forms) {
  if (article.title.empty()) return;
  document.add_boolean_term(has_term("title"));
  Xapian::termpos position = kTitleStart;
  for (const Token& token : title_.tokens()) {
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
  if (position > kTitleStart) document.add_posting(std::string(kLastWordTerm), position - 1, 0);
}

void DocumentBuilder::add_body(Xapian::Document& document, const Article& article, FormSet* forms) {
  if (article.body.empty()) return;
  document.add_boolean_term(has_term("body"));
  Xapian::termpos position = kBodyBase;
  for (const Token& token : body_.tokens()) add_word(document, token, position++, 1, forms);
  if (position > kBodyBase) document.add_posting(std::string(kLastWordTerm), position - 1, 0);
  for (const std::uint32_t start : body_.sentence_starts()) {
    document.add_posting(std::string(kSentenceTerm), kBodyBase + start, 0);
  }
  for (const std::uint32_t start : body_.paragraph_starts()) {
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
      document.add_posting(word_term(field.prefix, token.folded), position, field.weight);
      if (!token.bare.empty()) {
        document.add_posting(word_term(field.prefix, token.bare), position, field.weight);
      }
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
  add_known_field(document, "byline", authors_of(article.byline));
  const std::pair<std::string_view, const std::string&> fields[] = {{"source", article.source},
                                                                    {"section", article.section},
                                                                    {"lang", article.lang},
                                                                    {"url", article.url}};
  for (const auto& [name, value] : fields) add_known_field(document, name, std::span(&value, 1));
  const std::string date_source = name_of(article.date_source);
  add_known_field(document, "date-source", std::span(&date_source, 1));
}

/// Whom and what the article names, in the metadata or in the text.
void DocumentBuilder::add_names(Xapian::Document& document) {
  for (const EntityField& field : kEntityKinds) {
    std::vector<std::string> names;
    for (const Entity& entity : entities_) {
      if (entity.kind == field.kind) names.push_back(entity.name);
    }
    add_known_field(document, field.name, names);
  }
}

void DocumentBuilder::add_known_field(Xapian::Document& document, std::string_view name,
                                      std::span<const std::string> values) {
  const Field& field = *find_field(name);
  const bool is_code = name == "lang" || name == "date-source";
  add_field(document,
            {name, std::string(field.prefix), values,
             field.kind == FieldKind::Keyword ? &field.slot : nullptr, is_code ? 0U : 1U});
}

/// The fields of the source that Morgue has no meaning for, and the types of entities that are the
/// user's own; one of both has the values of both.
void DocumentBuilder::add_extra(Xapian::Document& document, const Article& article) {
  ExtraFields fields;
  for (const ExtraField& field : article.extra) {
    // In a query the name means Morgue's own field, which the article need not have.
    const bool hidden_by_ours = find_field(field.name) != nullptr;
    if (searchable(field)) {
      fields.add(field.name, field.values);
    } else if (!hidden_by_ours) {
      document.add_boolean_term(has_term(field.name));
    }
  }
  for (const Entity& entity : entities_) {
    if (!entity.facet.empty()) fields.add(entity.facet, std::span(&entity.name, 1));
  }
  constexpr char kSeparator = '\x1f';
  std::vector<std::string> facet_values;
  for (const auto& [name, values] : fields.list) {
    const bool hidden_by_ours = find_field(name) != nullptr;
    add_field(document,
              {hidden_by_ours ? std::string_view() : name, extra_prefix(name), values, nullptr});
    for (const std::string& value : values) {
      const std::string whole = value_form(value);
      if (whole.empty() || whole.size() > kMaxFacetBytes) continue;
      add_unique(facet_values, name + kSeparator + whole);
    }
  }
  set_value(document, Slot::Extra, pack_values(facet_values));
}

}  // namespace morgue
