// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/keyness.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "query/explore/measures.h"

namespace morgue {

namespace {

/// A word that may be listed, and what its log-likelihood is at most.
struct KeyWordCandidate {
  std::string word;
  double most = 0;
};

/// So many are asked for at once, at least.
constexpr std::size_t kAskedFor = 1'000;

/// More than the bound and the measure differ by rounding.
constexpr double kRounding = 1 + 1e-9;

KeyWord compare(const std::string& word, std::uint64_t there, const WordCounts& here,
                std::uint64_t words_there) {
  KeyWord key{word, 0, there, 0, 0, 0};
  if (const auto found = here.words.find(word); found != here.words.end()) {
    key.here = found->second.occurrences;
    key.articles = found->second.articles;
  }
  key.log_ratio = measures::log_ratio(key.here, key.there, here.total, words_there);
  key.log_likelihood = measures::log_likelihood(key.here, key.there, here.total, words_there);
  return key;
}

/// By log-likelihood, then the greatest difference, then word.
bool is_before(const KeyWord& a, const KeyWord& b) {
  const double of_a = std::abs(a.log_ratio);
  const double of_b = std::abs(b.log_ratio);
  return std::tie(b.log_likelihood, of_b, a.word) < std::tie(a.log_likelihood, of_a, b.word);
}

/// The best candidates that `is_listed`. The most promising are asked for first, until those that
/// are left can be none of the best.
template <class IsListed>
std::vector<KeyWord> best(std::vector<KeyWordCandidate> candidates, const WordCounts& here,
                          const CorpusWords& there, std::size_t limit, IsListed is_listed) {
  std::sort(candidates.begin(), candidates.end(),
            [](const KeyWordCandidate& a, const KeyWordCandidate& b) { return b.most < a.most; });
  std::vector<KeyWord> found;
  const std::size_t step = limit == 0 ? candidates.size() : std::max(kAskedFor, limit);
  for (std::size_t begin = 0; begin < candidates.size(); begin += step) {
    if (limit != 0 && found.size() == limit &&
        candidates[begin].most * kRounding < found.back().log_likelihood) {
      break;
    }
    std::vector<std::string> words;
    for (std::size_t i = begin; i < std::min(candidates.size(), begin + step); ++i) {
      words.push_back(std::move(candidates[i].word));
    }
    const std::vector<std::uint64_t> occurrences = there.occurrences(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      KeyWord key = compare(words[i], occurrences[i], here, there.words);
      if (is_listed(key)) found.push_back(std::move(key));
    }
    std::sort(found.begin(), found.end(), is_before);
    if (limit != 0 && found.size() > limit) found.resize(limit);
  }
  return found;
}

}  // namespace

std::vector<KeyWord> key_words(const WordCounts& here, const CorpusWords& there,
                               std::uint64_t least, std::size_t limit) {
  std::vector<KeyWordCandidate> candidates;
  for (const auto& [word, count] : here.words) {
    if (count.occurrences < least) continue;
    // The rarer it is there, the more it says.
    candidates.push_back(
        {word, measures::log_likelihood(count.occurrences, 0, here.total, there.words)});
  }
  return best(std::move(candidates), here, there, limit,
              [](const KeyWord& key) { return key.log_ratio > 0; });
}

std::vector<KeyWord> avoided_words(const WordCounts& here, const CorpusWords& there,
                                   const std::vector<CommonWord>& words, std::uint64_t least,
                                   std::size_t limit) {
  std::vector<KeyWordCandidate> candidates;
  for (const auto& [word, most] : words) {
    // The more common it is there, the more it says.
    const std::uint64_t count = here.occurrences(word);
    candidates.push_back({word, measures::log_likelihood(count, most - std::min(most, count),
                                                         here.total, there.words)});
  }
  return best(std::move(candidates), here, there, limit, [&](const KeyWord& key) {
    const double expected = measures::expected_here(key.here, key.there, here.total, there.words);
    // Of a word that is not here at all the ratio is counted from half an occurrence.
    return key.there > 0 && expected >= static_cast<double>(least) && key.log_ratio < 0;
  });
}

}  // namespace morgue
