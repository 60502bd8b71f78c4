// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/score_documents.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "query/match/find_documents.h"

namespace morgue {
namespace {

/// A document while it is scored.
struct Scored {
  std::uint32_t document;
  std::uint32_t frequency;  ///< of the word that is read
  double length_part;
  double score;
};

class Scorer {
 public:
  Scorer(const Bm25& bm25, const SearchedSegment& segment)
      : bm25_(bm25), segment_(segment), lengths_(segment.columns->lengths()) {}

  std::vector<Scored> start(const DocumentNumbers& documents) const {
    std::vector<Scored> scored;
    scored.reserve(documents.cardinality());
    for (const std::uint32_t document : documents) {
      scored.push_back({document, 0, bm25_.length_part(lengths_[document - 1]), 0});
    }
    return scored;
  }

  /// Adds what `part` gives to each.
  void add(const WeightedPart& part, std::vector<Scored>& documents) const {
    if (documents.empty()) return;
    if (part.only) return add_where_found(part, documents);
    if (!part.terms.empty()) add_word(part, documents);
    for (const WeightedPart& inner : part.parts) add(inner, documents);
  }

 private:
  void add_word(const WeightedPart& word, std::vector<Scored>& documents) const {
    for (const std::string& term : word.terms) add_frequencies(term, documents);
    for (Scored& document : documents) {
      if (document.frequency == 0) continue;
      document.score += Bm25::score(word.weight, document.frequency, document.length_part);
      document.frequency = 0;
    }
  }

  void add_frequencies(const std::string& term, std::vector<Scored>& documents) const {
    const auto list = segment_.postings.list_for(term, documents.size());
    if (list == nullptr) {
      for (Scored& document : documents) {
        document.frequency += segment_.postings.frequency(term, document.document).value_or(0);
      }
      return;
    }
    auto at = documents.begin();
    for (std::size_t i = 0; i < list->documents.size(); ++i) {
      while (at->document < list->documents[i]) {
        if (++at == documents.end()) return;
      }
      if (at->document == list->documents[i]) at->frequency += list->frequencies[i];
    }
  }

  void add_where_found(const WeightedPart& part, std::vector<Scored>& documents) const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(documents.size());
    for (const Scored& document : documents) numbers.push_back(document.document);
    const DocumentNumbers among(numbers.size(), numbers.data());
    std::vector<Scored> found = start(find_documents(*part.only, segment_, &among));
    for (const WeightedPart& inner : part.parts) add(inner, found);
    auto at = documents.begin();
    for (const Scored& one : found) {
      while (at->document < one.document) ++at;
      at->score += one.score;
    }
  }

  const Bm25& bm25_;
  const SearchedSegment& segment_;
  std::span<const std::uint32_t> lengths_;
};

}  // namespace

std::vector<ScoredDocument> score_documents(const WeightedPart& weights, const Bm25& bm25,
                                            const SearchedSegment& segment,
                                            const DocumentNumbers& documents) {
  const Scorer scorer(bm25, segment);
  std::vector<Scored> scored = scorer.start(documents);
  scorer.add(weights, scored);
  std::vector<ScoredDocument> result;
  result.reserve(scored.size());
  for (const Scored& one : scored) result.push_back({one.document, one.score});
  return result;
}

}  // namespace morgue
