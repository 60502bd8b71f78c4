// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/adjacency.h"

#include <algorithm>
#include <cmath>

#include "query/plan/expand.h"
#include "query/plan/plain_words.h"

namespace morgue {
namespace {

/// How close two words stand: the sum over their occurrences. Both lists are sorted.
double closeness(const std::vector<Xapian::termpos>& left,
                 const std::vector<Xapian::termpos>& right, Xapian::termpos reach) {
  double sum = 0;
  auto from = right.begin();
  for (const Xapian::termpos here : left) {
    while (from != right.end() && *from + reach < here) ++from;
    for (auto it = from; it != right.end() && *it <= here + reach; ++it) {
      const double apart = std::abs(static_cast<double>(*it) - static_cast<double>(here));
      if (apart > 0) sum += 1 / (apart * apart);
    }
  }
  return sum;
}

}  // namespace

AdjacencyBonus::AdjacencyBonus(const bound::Node& query, bool any, const ArchiveView& view,
                               const RankingParameters& parameters)
    : database_(view.database), parameters_(parameters) {
  if (parameters.adjacency == 0) return;
  Expander expander(view, 0);
  bool follows = false;  // the word before is the last of words_
  for (const bound::Phrase* word : plain_words(query, any)) {
    if (word == nullptr) {
      follows = false;
      continue;
    }
    const bound::Place& place = word->places.front();
    if (is_function_word(place.front().text, view.languages)) continue;
    const auto expanded = expander.expand(place, "");
    if (!expanded) continue;
    words_.push_back(expanded->terms);
    if (follows) add_pair(words_.size() - 2, words_.size() - 1);
    follows = true;
  }
}

double AdjacencyBonus::document_frequency(std::size_t word) const {
  Xapian::doccount most = 0;
  for (const std::string& term : words_[word]) {
    most = std::max(most, database_.get_termfreq(term));
  }
  return most;
}

void AdjacencyBonus::add_pair(std::size_t left, std::size_t right) {
  if (words_[left] == words_[right]) return;
  const double found = std::max(document_frequency(left), document_frequency(right));
  const double all = database_.get_doccount();
  const double rarity = std::log(1 + (all - found + 0.5) / (found + 0.5));
  pairs_.push_back({left, right, parameters_.adjacency * rarity});
}

void AdjacencyBonus::open_postings() {
  postings_.clear();
  for (const auto& terms : words_) {
    std::vector<Postings>& of_word = postings_.emplace_back();
    for (const std::string& term : terms) {
      of_word.push_back({database_.postlist_begin(term), database_.postlist_end(term)});
    }
  }
}

std::vector<Xapian::termpos> AdjacencyBonus::positions(std::size_t word, Xapian::docid article) {
  std::vector<Xapian::termpos> all;
  for (auto& [at, end] : postings_[word]) {
    if (at != end) at.skip_to(article);
    if (at == end || *at != article) continue;
    for (auto it = at.positionlist_begin(); it != at.positionlist_end(); ++it) all.push_back(*it);
  }
  if (postings_[word].size() > 1) std::sort(all.begin(), all.end());
  return all;
}

double AdjacencyBonus::of(Xapian::docid article) {
  std::vector<std::vector<Xapian::termpos>> found;
  if (postings_.empty() || article < asked_) open_postings();
  asked_ = article;
  for (std::size_t word = 0; word < words_.size(); ++word)
    found.push_back(positions(word, article));
  const double length = database_.get_doclength(article) / database_.get_average_length();
  const double norm = 1 - parameters_.b + parameters_.b * length;
  double bonus = 0;
  for (const Pair& pair : pairs_) {
    const double close =
        closeness(found[pair.left], found[pair.right], parameters_.adjacency_reach);
    bonus += pair.weight * 2 * close / (close + norm);
  }
  return bonus;
}

}  // namespace morgue
