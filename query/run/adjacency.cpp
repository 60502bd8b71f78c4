// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/adjacency.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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

AdjacencyBonus::AdjacencyBonus(const bound::Node& query, bool any, const OpenArchives& archives,
                               const RankingParameters& parameters)
    : archives_(archives), parameters_(parameters) {
  if (parameters.adjacency == 0) return;
  const ArchiveView& view = archives.view();
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
  std::uint64_t most = 0;
  for (const std::string& term : words_[word]) {
    most = std::max(most, archives_.documents_with(term));
  }
  return static_cast<double>(most);
}

void AdjacencyBonus::add_pair(std::size_t left, std::size_t right) {
  if (words_[left] == words_[right]) return;
  const double found = std::max(document_frequency(left), document_frequency(right));
  const double all = archives_.view().database.get_doccount();
  const double rarity = std::log(1 + (all - found + 0.5) / (found + 0.5));
  pairs_.push_back({left, right, parameters_.adjacency * rarity});
}

// Which documents have a term is known or cheaply found out, and looking for positions in vain is
// not. All of one term are read in turn, as they stand close together.
std::vector<AdjacencyBonus::Positions> AdjacencyBonus::positions(
    std::size_t word, std::size_t segment, const std::vector<std::uint32_t>& documents) const {
  std::vector<Positions> found(documents.size());
  const Xapian::Database& database = archives_.segment(segment).database;
  for (const std::string& term : words_[word]) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (!archives_.postings(segment).frequency(term, documents[i])) continue;
      const auto end = database.positionlist_end(documents[i], term);
      found[i].insert(found[i].end(), database.positionlist_begin(documents[i], term), end);
    }
  }
  if (words_[word].size() > 1) {
    for (Positions& all : found) std::sort(all.begin(), all.end());
  }
  return found;
}

/// `words`: the positions of each in one document, which has so many words.
double AdjacencyBonus::bonus(const std::vector<const Positions*>& words, double length) const {
  const double mean = archives_.view().database.get_average_length();
  const double norm = 1 - parameters_.b + parameters_.b * length / mean;
  double bonus = 0;
  for (const Pair& pair : pairs_) {
    const double close =
        closeness(*words[pair.left], *words[pair.right], parameters_.adjacency_reach);
    bonus += pair.weight * 2 * close / (close + norm);
  }
  return bonus;
}

std::vector<double> AdjacencyBonus::of(const std::vector<Xapian::docid>& articles) const {
  const std::size_t segments = archives_.segments();
  std::vector<double> bonuses(articles.size());
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return articles[a] < articles[b]; });
  for (std::size_t segment = 0; segment < segments; ++segment) {
    std::vector<std::size_t> here;
    std::vector<std::uint32_t> documents;
    for (const std::size_t i : order) {
      if (JoinedNumber::place(articles[i], segments) != segment) continue;
      here.push_back(i);
      documents.push_back(JoinedNumber::document(articles[i], segments));
    }
    std::vector<std::vector<Positions>> of_words;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      of_words.push_back(positions(word, segment, documents));
    }
    for (std::size_t i = 0; i < here.size(); ++i) {
      std::vector<const Positions*> words;
      for (const auto& of_word : of_words) words.push_back(&of_word[i]);
      const Xapian::Database& database = archives_.segment(segment).database;
      bonuses[here[i]] = bonus(words, database.get_doclength(documents[i]));
    }
  }
  return bonuses;
}

}  // namespace morgue
