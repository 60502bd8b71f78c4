// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/keyness.h"

#include <algorithm>
#include <tuple>

#include "query/explore/measures.h"

namespace morgue {

std::vector<KeyWord> key_words(const WordCounts& here, const WordCounts& there,
                               std::uint64_t least) {
  std::vector<KeyWord> found;
  for (const auto& [word, count] : here.words) {
    if (count.occurrences < least) continue;
    KeyWord key{word, count.occurrences, there.occurrences(word), count.articles, 0, 0};
    key.log_ratio = measures::log_ratio(key.here, key.there, here.total, there.total);
    if (key.log_ratio <= 0) continue;
    key.log_likelihood = measures::log_likelihood(key.here, key.there, here.total, there.total);
    found.push_back(std::move(key));
  }
  std::sort(found.begin(), found.end(), [](const KeyWord& a, const KeyWord& b) {
    return std::tie(b.log_likelihood, b.log_ratio, a.word) <
           std::tie(a.log_likelihood, a.log_ratio, b.word);
  });
  return found;
}

}  // namespace morgue
