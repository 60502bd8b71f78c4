// SPDX-License-Identifier: GPL-3.0-or-later
// Article to Xapian::Document: the only place where terms, values and data are added.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article/article.h"
#include "common/text/analyzer.h"
#include "indexer/build/mention_finder.h"
#include "indexer/build/vocabulary.h"

namespace morgue {

/// Used by one thread; reuse it.
class DocumentBuilder {
 public:
  /// `default_lang` is the language of articles that do not say theirs.
  explicit DocumentBuilder(std::string default_lang) : default_lang_(std::move(default_lang)) {}

  /// The document of an article, by common/index/schema.h. `encoded_fields` is
  /// encode_fields(article).
  Xapian::Document build(const Article& article, std::string_view encoded_fields);

  /// The forms of all articles built so far.
  Vocabulary take_vocabulary() { return std::exchange(vocabulary_, {}); }

 private:
  struct FieldValues;

  void add_title(Xapian::Document& document, const Article& article, FormSet* forms);
  void add_body(Xapian::Document& document, const Article& article, FormSet* forms);
  void add_word(Xapian::Document& document, const Token& token, Xapian::termpos position,
                Xapian::termcount weight, FormSet* forms);
  void add_field(Xapian::Document& document, const FieldValues& field);
  void add_fields(Xapian::Document& document, const Article& article);
  void add_extra(Xapian::Document& document, const Article& article);
  void collect_names(const Article& article);
  void add_mentions(Xapian::Document& document, const std::vector<Token>& tokens,
                    Xapian::termpos base, Xapian::termpos end);
  FormSet* forms_of(const Article& article);

  std::string default_lang_;
  Analyzer analyzer_;
  TokenList tokens_;
  MentionFinder mentions_;
  Vocabulary vocabulary_;
  std::size_t words_ = 0;  ///< of the article being built
};

}  // namespace morgue
