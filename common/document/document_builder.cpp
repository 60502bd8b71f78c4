// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/document_builder.h"

#include <algorithm>
#include <limits>
#include <span>

#include "common/index/entities_of.h"
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
  std::uint32_t weight = 1;  ///< of a word; 0 where it says nothing of what the article is about
};

const BuiltDocument& DocumentBuilder::build(const Article& article, std::string_view encoded_fields,
                                            MentionPlan plan) {
  document_.terms = &terms_;
  document_.values.clear();
  analyzer_.analyze_with_breaks(article.title, title_);
  analyzer_.analyze_with_breaks(article.body, body_);
  static const BoilerplateList kNone;
  paragraphs_.find(article.source, article.body, body_,
                   settings_.boilerplate ? *settings_.boilerplate : kNone);
  words_ = title_.tokens().size() + body_.tokens().size() - paragraphs_.words();
  languages_ = stemmed_language(lang_of(article));
  add_title(article);
  add_body(article);
  add_boilerplate(article);
  std::vector<PlacedMention> placed =
      finder_.find(article, lang_of(article), title_, body_, std::move(plan));
  std::vector<Mention> mentions = add_mentions(article, std::move(placed));
  add_fields(article);
  add_names();
  add_extra(article);
  add_dates(article);
  add_term(id_term(article.id));
  constexpr std::size_t kMaxWords = std::numeric_limits<std::uint32_t>::max();
  set_value(Slot::Words, encode_number(static_cast<std::uint32_t>(std::min(words_, kMaxWords))));
  const ArticleDigest digest = digest_of(encoded_fields);
  set_value(Slot::Digest, std::string(digest.begin(), digest.end()));
  if (settings_.sketches) {
    set_value(Slot::Sketch, encode_sketch(sketch_of(title_.tokens(), body_.tokens())));
  }
  set_value(Slot::Paragraphs, encode_paragraph_keys(paragraphs_.keys()));
  document_.data = encode_stored_article(encoded_fields, mentions, paragraphs_.spans());
  occurrences_.group(document_);
  return document_;
}

void DocumentBuilder::add_dates(const Article& article) {
  set_value(Slot::NewestThenId, newest_then_id(article.date, article.id));
  if (!article.date.known()) return;
  set_value(Slot::FirstDay, encode_day(article.date.first_day()));
  set_value(Slot::LastDay, encode_day(article.date.last_day()));
  add_term(has_term("date"));
}

/// The terms of whom and what the text names, at the positions of the words that do; gives back all
/// mentions, those in boilerplate too.
std::vector<Mention> DocumentBuilder::add_mentions(const Article& article,
                                                   std::vector<PlacedMention> placed) {
  std::vector<Mention> mentions;
  mentions.reserve(placed.size());
  for (PlacedMention& one : placed) mentions.push_back(std::move(one.mention));
  std::vector<Mention> in_text = mentions;
  std::erase_if(in_text,
                [&](const Mention& mention) { return is_in(paragraphs_.spans(), mention); });
  entities_ = entities_of(article, in_text);
  std::vector<std::string> terms;
  terms.reserve(entities_.size());
  for (const Entity& entity : entities_) {
    const std::string prefix = prefix_of(entity);
    terms.push_back(prefix.empty() ? prefix : value_term(prefix, entity.name));
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (is_in(paragraphs_.spans(), mention)) continue;
    const auto entity = std::find_if(entities_.begin(), entities_.end(), [&](const Entity& known) {
      return known.kind == mention.kind && known.name == mention.name &&
             known.facet == mention.facet;
    });
    const std::string& term = terms[static_cast<std::size_t>(entity - entities_.begin())];
    const bool in_title = mention.part == TextPart::Title;
    if (term.empty() || (in_title && kTitleStart + placed[i].last >= kTitleEnd)) continue;
    for (std::uint32_t word = placed[i].first; word <= placed[i].last; ++word) {
      add_posting(term, (in_title ? kTitleStart : kBodyBase) + word, 0);
    }
  }
  return mentions;
}

std::string_view DocumentBuilder::lang_of(const Article& article) const {
  return article.lang.empty() ? settings_.default_lang : article.lang;
}

void DocumentBuilder::add_posting(std::string_view term, std::uint32_t position,
                                  std::uint32_t weight) {
  occurrences_.add(terms_.number_of(term), position, weight);
}

void DocumentBuilder::add_term(std::string_view term, std::uint32_t weight) {
  add_posting(term, kNoPosition, weight);
}

void DocumentBuilder::set_value(Slot slot, std::string value) {
  if (!value.empty()) document_.values.push_back({slot, std::move(value)});
}

void DocumentBuilder::add_title(const Article& article) {
  if (article.title.empty()) return;
  add_term(has_term("title"));
  std::uint32_t position = kTitleStart;
  for (const Token& token : title_.tokens()) {
    if (position < kTitleEnd) {
      add_posting(word_term("S", token.folded, room_), position, 1);
      if (!token.bare.empty()) add_posting(word_term("S", token.bare, room_), position, 1);
      add_word(token, position, kTitleWeight);
      ++position;
    } else {
      add_term(word_term("S", token.folded, room_), 1);
      add_term(word_term("", token.folded, room_), kTitleWeight);
    }
  }
  words_of_text_.settle(terms_, occurrences_);
  if (position > kTitleStart) add_posting(kLastWordTerm, position - 1, 0);
}

void DocumentBuilder::add_body(const Article& article) {
  if (article.body.empty()) return;
  add_term(has_term("body"));
  std::uint32_t position = kBodyBase;
  const std::vector<Token>& words = body_.tokens();
  for (std::uint32_t word = 0; word < words.size(); ++word, ++position) {
    if (!paragraphs_.is_boilerplate(word)) add_word(words[word], position, 1);
  }
  words_of_text_.settle(terms_, occurrences_);
  if (position > kBodyBase) add_posting(kLastWordTerm, position - 1, 0);
  for (const std::uint32_t start : body_.sentence_starts()) {
    add_posting(kSentenceTerm, kBodyBase + start, 0);
  }
  for (const std::uint32_t start : body_.paragraph_starts()) {
    add_posting(kParagraphTerm, kBodyBase + start, 0);
  }
}

void DocumentBuilder::add_boilerplate(const Article& article) {
  std::vector<std::string> paragraphs;
  for (const Span& span : paragraphs_.spans())
    add_unique(paragraphs, std::string(span.of(article.body)));
  add_known_field("boiler", paragraphs);
}

void DocumentBuilder::add_word(const Token& token, std::uint32_t position, std::uint32_t weight) {
  const auto add = [&](std::string_view folded, StemmedLanguages languages) {
    const std::string_view term = word_term("", folded, room_);
    if (term.data() == folded.data()) {
      words_of_text_.add(term, position, weight, languages);
    } else {
      words_of_text_.add_copy(term, position, weight, languages);
    }
    if (token.exact != folded) {
      words_of_text_.add_copy(exact_term(folded, token.exact, room_), position, 0);
    }
  };
  add(token.folded, languages_);
  // "metoo" of "#MeToo" is written "#MeToo": =metoo must not find it.
  if (!token.bare.empty()) add(token.bare, 0);
}

void DocumentBuilder::add_field(const FieldValues& field) {
  std::vector<std::string> facet_values;
  std::uint32_t position = 1;
  for (const std::string& value : field.values) {
    std::string whole = value_form(value);
    if (whole.empty()) continue;
    analyzer_.analyze(value, tokens_);
    for (const Token& token : tokens_.tokens()) {
      add_posting(word_term(field.prefix, token.folded, room_), position, field.weight);
      if (!token.bare.empty()) {
        add_posting(word_term(field.prefix, token.bare, room_), position, field.weight);
      }
      ++position;
    }
    position += kValueGap;
    add_term(value_term(field.prefix, whole));
    if (whole.size() <= kMaxFacetBytes) add_unique(facet_values, std::move(whole));
  }
  if (position == 1) return;
  if (!field.name.empty()) add_term(has_term(field.name));
  if (field.slot != nullptr) set_value(*field.slot, pack_values(facet_values));
}

void DocumentBuilder::add_fields(const Article& article) {
  add_known_field("byline", authors_of(article.byline));
  const std::pair<std::string_view, const std::string&> fields[] = {{"source", article.source},
                                                                    {"section", article.section},
                                                                    {"lang", article.lang},
                                                                    {"url", article.url}};
  for (const auto& [name, value] : fields) add_known_field(name, std::span(&value, 1));
  const std::string date_source = name_of(article.date_source);
  add_known_field("date-source", std::span(&date_source, 1));
}

/// Whom and what the article names, in the metadata or in the text.
void DocumentBuilder::add_names() {
  for (const EntityField& field : kEntityKinds) {
    std::vector<std::string> names;
    for (const Entity& entity : entities_) {
      if (entity.kind == field.kind) names.push_back(entity.name);
    }
    add_known_field(field.name, names);
  }
}

void DocumentBuilder::add_known_field(std::string_view name, std::span<const std::string> values) {
  const Field& field = *find_field(name);
  const bool is_unweighted = name == "lang" || name == "date-source" || name == "boiler";
  add_field({name, std::string(field.prefix), values,
             field.kind == FieldKind::Keyword ? &field.slot : nullptr, is_unweighted ? 0U : 1U});
}

/// The fields of the source that Morgue has no meaning for, and the types of entities that are the
/// user's own; one of both has the values of both.
void DocumentBuilder::add_extra(const Article& article) {
  ExtraFields fields;
  for (const ExtraField& field : article.extra) {
    // In a query the name means Morgue's own field, which the article need not have.
    const bool hidden_by_ours = find_field(field.name) != nullptr;
    if (searchable(field)) {
      fields.add(field.name, field.values);
    } else if (!hidden_by_ours) {
      add_term(has_term(field.name));
    }
  }
  for (const Entity& entity : entities_) {
    if (!entity.facet.empty()) fields.add(entity.facet, std::span(&entity.name, 1));
  }
  constexpr char kSeparator = '\x1f';
  std::vector<std::string> facet_values;
  for (const auto& [name, values] : fields.list) {
    const bool hidden_by_ours = find_field(name) != nullptr;
    add_field({hidden_by_ours ? std::string_view() : name, extra_prefix(name), values, nullptr});
    for (const std::string& value : values) {
      const std::string whole = value_form(value);
      if (whole.empty() || whole.size() > kMaxFacetBytes) continue;
      add_unique(facet_values, name + kSeparator + whole);
    }
  }
  set_value(Slot::Extra, pack_values(facet_values));
}

}  // namespace morgue
