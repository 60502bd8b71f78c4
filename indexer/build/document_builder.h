// SPDX-License-Identifier: GPL-3.0-or-later
// Article to Xapian::Document: the only place where terms, values and data are added.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article/article.h"
#include "common/text/analyzer.h"
#include "indexer/build/entity_finder.h"
#include "indexer/build/vocabulary.h"

namespace morgue {

struct BuildSettings {
  std::string default_lang = "en";  ///< of articles that do not say theirs
  bool sketches = true;             ///< so that copies can be found
};

/// Used by one thread; reuse it.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(BuildSettings settings, EntitySetup entities = {})
      : settings_(std::move(settings)), finder_(std::move(entities)) {}

  /// The document of an article, by common/index/schema.h. `encoded_fields` is
  /// encode_fields(article).
  Xapian::Document build(const Article& article, std::string_view encoded_fields,
                         MentionPlan plan = {});

  /// The forms of all articles built so far.
  Vocabulary take_vocabulary() { return std::exchange(vocabulary_, {}); }

  /// How many of them a model has read, since the last call.
  EntityCounts take_counts() { return finder_.take_counts(); }

 private:
  struct FieldValues;

  void add_title(Xapian::Document& document, const Article& article, FormSet* forms);
  void add_body(Xapian::Document& document, const Article& article, FormSet* forms);
  void add_word(Xapian::Document& document, const Token& token, Xapian::termpos position,
                Xapian::termcount weight, FormSet* forms);
  void add_field(Xapian::Document& document, const FieldValues& field);
  void add_known_field(Xapian::Document& document, std::string_view name,
                       std::span<const std::string> values);
  void add_fields(Xapian::Document& document, const Article& article);
  void add_extra(Xapian::Document& document, const Article& article);
  void add_names(Xapian::Document& document);
  std::vector<Mention> add_mentions(Xapian::Document& document, const Article& article,
                                    std::vector<PlacedMention> placed);
  std::string_view lang_of(const Article& article) const;
  FormSet* forms_of(const Article& article);

  BuildSettings settings_;
  Analyzer analyzer_;
  TokenList title_, body_;
  TokenList tokens_;  ///< of the value being added
  EntityFinder finder_;
  std::vector<Entity> entities_;  ///< of the article being built
  Vocabulary vocabulary_;
  std::size_t words_ = 0;  ///< of the article being built
};

}  // namespace morgue
