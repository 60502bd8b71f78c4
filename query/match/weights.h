// SPDX-License-Identifier: GPL-3.0-or-later
// Which words give a query's matches their scores, and how much each weighs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

namespace morgue {

/// BM25 (Robertson and Zaragoza 2009, section 3.4), in the engine's variant: log((N - n + .5) /
/// (n + .5)) for the rarity of a word, which stays positive for words of more than a third of all
/// documents.
class Bm25 {
 public:
  /// What is known of all articles, so that a score is the same whatever segment one is in.
  struct Collection {
    double documents;
    double mean_words;                                         ///< of a document
    std::function<double(const std::string&)> documents_with;  ///< a term
  };

  Bm25(Collection collection, double k1, double b, double min_normalized_length);

  /// The weight of a word, or of several that count as one.
  double weight(const std::vector<std::string>& terms) const;

  /// What a document of so many words adds to the frequencies below its fraction.
  double length_part(double words) const;

  /// The score of a word that is `frequency` times in a document of that length.
  static double score(double weight, double frequency, double length_part) {
    return weight * (frequency / (length_part + frequency));
  }

 private:
  double documents_of(const std::vector<std::string>& terms) const;

  Collection collection_;
  double k1_, b_, min_normalized_length_;
};

/// A part of a query that gives weight: a word, or several parts.
struct WeightedPart {
  /// A word's. How often it is in a document is how often these are, together.
  std::vector<std::string> terms;
  double weight = 0;
  std::vector<WeightedPart> parts;
  /// They count only where this finds the document.
  std::optional<Xapian::Query> only;
};

/// The parts that give `query` its weight, `factor` times, in documents that it finds. Everything
/// that OP_SCALE_WEIGHT scales has none: the engine does not tell its factor, which is 0 of
/// filters.
WeightedPart weights_of(const Xapian::Query& query, double factor, const Bm25& bm25);

/// The same for a query that adds to the score where it finds the document.
WeightedPart weights_where_found(const Xapian::Query& query, double factor, const Bm25& bm25);

/// Whether no part has a weight.
bool is_weightless(const WeightedPart& part);

}  // namespace morgue
