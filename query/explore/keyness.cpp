// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/keyness.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/explore/measures.h"

namespace morgue {

namespace {

KeyWord compare(const std::string& word, const WordCounts& here, const WordCounts& there) {
  KeyWord key{word, here.occurrences(word), there.occurrences(word), 0, 0, 0};
  const auto found = here.words.find(word);
  if (found != here.words.end()) key.articles = found->second.articles;
  key.log_ratio = measures::log_ratio(key.here, key.there, here.total, there.total);
  key.log_likelihood = measures::log_likelihood(key.here, key.there, here.total, there.total);
  return key;
}

/// The rows by log-likelihood, then the greatest difference, then word.
std::vector<KeyWord> sorted(std::vector<KeyWord> found) {
  std::sort(found.begin(), found.end(), [](const KeyWord& a, const KeyWord& b) {
    const double of_a = std::abs(a.log_ratio);
    const double of_b = std::abs(b.log_ratio);
    return std::tie(b.log_likelihood, of_b, a.word) < std::tie(a.log_likelihood, of_a, b.word);
  });
  return found;
}

}  // namespace

std::vector<KeyWord> key_words(const WordCounts& here, const WordCounts& there,
                               std::uint64_t least) {
  std::vector<KeyWord> found;
  for (const auto& [word, count] : here.words) {
    if (count.occurrences < least) continue;
    KeyWord key = compare(word, here, there);
    if (key.log_ratio > 0) found.push_back(std::move(key));
  }
  return sorted(std::move(found));
}

std::vector<KeyWord> avoided_words(const WordCounts& here, const WordCounts& there,
                                   std::uint64_t least) {
  std::vector<KeyWord> found;
  for (const auto& [word, count] : there.words) {
    KeyWord key = compare(word, here, there);
    const double expected = measures::expected_here(key.here, key.there, here.total, there.total);
    if (key.there == 0 || expected < static_cast<double>(least)) continue;
    // Of a word that is not here at all the ratio is counted from half an occurrence.
    if (key.log_ratio < 0) found.push_back(std::move(key));
  }
  return sorted(std::move(found));
}

}  // namespace morgue
