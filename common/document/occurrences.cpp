// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/occurrences.h"

#include <algorithm>

namespace morgue {

void Occurrences::group(BuiltDocument& document) {
  std::vector<TermPosting>& postings = document.postings;
  postings.clear();
  if (posting_of_.size() < document.terms->size()) posting_of_.resize(document.terms->size());
  for (const Occurrence& one : list_) {
    std::uint32_t& posting = posting_of_[one.term];
    if (posting == 0) {
      postings.push_back({one.term, 0, 0, 0});
      posting = static_cast<std::uint32_t>(postings.size());
    }
    postings[posting - 1].weight += one.weight;
    if (one.position != kNoPosition) ++postings[posting - 1].count;
  }
  std::uint32_t positions = 0;
  for (TermPosting& posting : postings) {
    posting.first = positions;
    positions += posting.count;
    posting.count = 0;
  }
  document.positions.resize(positions);
  bool sorted = true;
  for (const Occurrence& one : list_) {
    if (one.position == kNoPosition) continue;
    TermPosting& posting = postings[posting_of_[one.term] - 1];
    std::uint32_t* next = document.positions.data() + posting.first + posting.count;
    if (posting.count > 0 && next[-1] >= one.position) sorted = false;
    *next = one.position;
    ++posting.count;
  }
  for (const TermPosting& posting : postings) posting_of_[posting.term] = 0;
  if (!sorted) sort_positions(document);
  list_.clear();
}

void Occurrences::sort_positions(BuiltDocument& document) const {
  for (TermPosting& posting : document.postings) {
    const auto first = document.positions.begin() + posting.first;
    const auto last = first + posting.count;
    std::sort(first, last);
    posting.count = static_cast<std::uint32_t>(std::unique(first, last) - first);
  }
}

}  // namespace morgue
