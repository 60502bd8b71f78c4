// SPDX-License-Identifier: GPL-3.0-or-later
// Article to document: the only place where terms, values and data are added.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/article/entity.h"
#include "common/document/body_paragraphs.h"
#include "common/document/built_document.h"
#include "common/document/name_finder.h"
#include "common/document/occurrences.h"
#include "common/document/term_table.h"
#include "common/document/word_queue.h"
#include "common/index/boilerplate_list.h"
#include "common/text/analyzer.h"

namespace morgue {

struct BuildSettings {
  std::string default_lang = "en";  ///< of articles that do not say theirs
  bool sketches = true;             ///< so that copies can be found
  /// The paragraphs that are no text; null: none.
  std::shared_ptr<const BoilerplateList> boilerplate = nullptr;
};

/// Used by one thread; reuse it.
class DocumentBuilder {
 public:
  /// `names` must outlive it.
  DocumentBuilder(BuildSettings settings, NameFinder& names)
      : settings_(std::move(settings)), finder_(names) {}

  /// The document of an article, by common/index/schema.h, until the next call. `encoded_fields`
  /// is encode_fields(article).
  const BuiltDocument& build(const Article& article, std::string_view encoded_fields,
                             MentionPlan plan = {});

  /// Forgets the terms of all documents built so far. Whoever takes the documents must be done
  /// with them.
  void start_batch() { terms_.clear(); }

 private:
  struct FieldValues;

  void add_posting(std::string_view term, std::uint32_t position, std::uint32_t weight);
  void add_term(std::string_view term, std::uint32_t weight = 0);
  void set_value(Slot slot, std::string value);
  void add_title(const Article& article);
  void add_body(const Article& article);
  void add_boilerplate(const Article& article);
  void add_word(const Token& token, std::uint32_t position, std::uint32_t weight);
  void add_field(const FieldValues& field);
  void add_known_field(std::string_view name, std::span<const std::string> values);
  void add_fields(const Article& article);
  void add_extra(const Article& article);
  void add_names();
  void add_dates(const Article& article);
  std::vector<Mention> add_mentions(const Article& article, std::vector<PlacedMention> placed);
  std::string_view lang_of(const Article& article) const;

  BuildSettings settings_;
  Analyzer analyzer_;
  TokenList title_, body_;
  BodyParagraphs paragraphs_;
  TokenList tokens_;  ///< of the value being added
  NameFinder& finder_;
  std::vector<Entity> entities_;  ///< of the article being built
  TermTable terms_;
  Occurrences occurrences_;
  WordQueue words_of_text_;
  BuiltDocument document_;
  std::string room_;                ///< for spelling terms
  StemmedLanguages languages_ = 0;  ///< of the article being built
  std::size_t words_ = 0;           ///< of it
};

}  // namespace morgue
