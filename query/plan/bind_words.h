// SPDX-License-Identifier: GPL-3.0-or-later
// Words, phrases and patterns of a query to the places of a bound phrase.
#pragma once

#include <optional>
#include <string>

#include "common/base/result.h"
#include "common/text/analyzer.h"
#include "query/parse/ast.h"
#include "query/parse/query_error.h"
#include "query/plan/bound.h"

namespace morgue {

/// Single-threaded.
class WordBinder {
 public:
  /// `written`: bits of bound::Written. `stems`: bare words stand for their stems' forms. Prefix
  /// and zone are left to the caller. Errors: Q118 exact and a wildcard, Q120 nothing to search
  /// for, Q126 an alternative is no single word.
  Result<bound::Phrase, QueryError> bind(const ast::Word& word, Span span, unsigned written,
                                         bool stems);
  Result<bound::Phrase, QueryError> bind(const ast::Wildcard& wildcard, Span span, unsigned written,
                                         bool stems);
  Result<bound::Phrase, QueryError> bind(const ast::Fuzzy& fuzzy, Span span, unsigned written,
                                         bool stems);
  Result<bound::Phrase, QueryError> bind(const ast::Regex& regex, Span span, unsigned written,
                                         bool stems);
  Result<bound::Phrase, QueryError> bind(const ast::Phrase& phrase, Span span, unsigned written,
                                         bool stems);

  /// The text of a word or of a phrase of words alone; nothing when it holds anything else.
  static std::optional<std::string> plain_text(const ast::Word& word) { return word.text; }
  static std::optional<std::string> plain_text(const ast::Phrase& phrase);
  template <class Pattern>
  static std::optional<std::string> plain_text(const Pattern&) {
    return std::nullopt;
  }

  static bool is_exact(const ast::Word& word) { return word.exact; }
  static bool is_exact(const ast::Phrase& phrase) { return phrase.exact; }
  template <class Pattern>
  static bool is_exact(const Pattern&) {
    return false;
  }

 private:
  std::optional<QueryError> add_part(const ast::Phrase::Part& part, Span span, unsigned written,
                                     bound::Phrase& out);
  void add_words(const std::string& text, Span span, unsigned written, bound::Phrase& out);
  Result<bound::Phrase, QueryError> one_pattern(bound::Leaf leaf, Span span, unsigned written);

  Analyzer analyzer_;
  TokenList tokens_;
};

}  // namespace morgue
