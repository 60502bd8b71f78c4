// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/document_positions.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/term.h"

namespace morgue {
namespace {

/// Looking for positions costs far more than looking whether a document has the term, and segments
/// keep no lists of the terms of a document. So the documents of each term are walked along with
/// what is asked for; of so many terms or more they are all read at once, as a walk holds memory.
constexpr std::size_t kManyTerms = 32;

}  // namespace

void DocumentPositions::move_to(Xapian::docid document) {
  if (document == document_) return;
  document_ = document;
  sentences_.reset();
  paragraphs_.reset();
  last_words_.reset();
}

void DocumentPositions::append(const std::string& term, std::vector<std::uint32_t>& positions) {
  const auto end = database_.positionlist_end(document_, term);
  for (auto it = database_.positionlist_begin(document_, term); it != end; ++it) {
    positions.push_back(*it);
  }
}

void DocumentPositions::collect(const std::vector<std::string>& terms,
                                std::vector<std::uint32_t>& positions) {
  positions.clear();
  if (terms.size() == 1) return append(terms.front(), positions);
  if (terms.size() < kManyTerms) {
    append_some(terms, positions);
  } else {
    append_many(terms, positions);
  }
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

void DocumentPositions::append_some(const std::vector<std::string>& terms,
                                    std::vector<std::uint32_t>& positions) {
  if (known_ != nullptr) {
    for (const std::string& term : terms) {
      if (known_->frequency(term, document_)) append(term, positions);
    }
    return;
  }
  PostingsOfTerms& postings = postings_[terms.data()];
  if (postings.terms.empty() || document_ < postings.asked) {
    postings.terms.clear();
    for (const std::string& term : terms) {
      postings.terms.push_back({database_.postlist_begin(term), database_.postlist_end(term)});
    }
  }
  postings.asked = document_;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    auto& [at, end] = postings.terms[i];
    if (at != end) at.skip_to(document_);
    if (at != end && *at == document_) append(terms[i], positions);
  }
}

void DocumentPositions::append_many(const std::vector<std::string>& terms,
                                    std::vector<std::uint32_t>& positions) {
  const auto& all = occurrences_of(terms);
  const auto from = std::lower_bound(all.begin(), all.end(), Occurrence{document_, 0});
  for (auto it = from; it != all.end() && it->first == document_; ++it) {
    append(terms[it->second], positions);
  }
}

const std::vector<DocumentPositions::Occurrence>& DocumentPositions::occurrences_of(
    const std::vector<std::string>& terms) {
  const auto [known, is_new] = occurrences_.try_emplace(terms.data());
  std::vector<Occurrence>& all = known->second;
  if (!is_new) return all;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    const auto end = database_.postlist_end(terms[i]);
    for (auto it = database_.postlist_begin(terms[i]); it != end; ++it) all.emplace_back(*it, i);
  }
  std::sort(all.begin(), all.end());
  return all;
}

const std::vector<std::uint32_t>& DocumentPositions::read_once(
    std::optional<std::vector<std::uint32_t>>& cache, std::string_view term) {
  if (!cache) append(std::string(term), cache.emplace());
  return *cache;
}

Span DocumentPositions::unit_of(std::uint32_t position, ast::Closeness::Unit unit) {
  if (position < kBodyBase) return {kTitleStart, kTitleEnd};
  const auto& starts = unit == ast::Closeness::Unit::Sentence
                           ? read_once(sentences_, kSentenceTerm)
                           : read_once(paragraphs_, kParagraphTerm);
  const auto next = std::upper_bound(starts.begin(), starts.end(), position);
  return {next == starts.begin() ? kBodyBase : *(next - 1),
          next == starts.end() ? 0xFFFF'FFFF : *next};
}

std::uint32_t DocumentPositions::last_position(std::uint32_t position) {
  std::uint32_t last = 0;
  for (const std::uint32_t end : read_once(last_words_, kLastWordTerm)) {
    if ((end < kBodyBase) == (position < kBodyBase)) last = end;
  }
  return last;
}

}  // namespace morgue
