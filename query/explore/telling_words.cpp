// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/telling_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <tuple>

#include "query/run/word_frequency.h"

namespace morgue {
namespace {

constexpr std::uint64_t kTitleCount = 3;
constexpr std::uint64_t kTooCommon = 4;  ///< a word of one article in so many tells nothing
constexpr std::size_t kShortestWord = 2;

}  // namespace

std::vector<TellingWord> telling_words(const ArticleWords& words, const OpenArchives& archives,
                                       std::uint64_t articles, std::size_t most) {
  std::map<std::string_view, std::uint64_t> counts;
  for (const Token& token : words.title.tokens()) counts[token.folded] += kTitleCount;
  for (const std::span<const Token> text : words.text()) {
    for (const Token& token : text) ++counts[token.folded];
  }
  std::vector<TellingWord> found;
  for (const auto& [word, count] : counts) {
    if (word.size() < kShortestWord) continue;
    const std::uint64_t having = word_frequency(archives, std::string(word)).articles;
    if (having < 2 || having * kTooCommon > articles) continue;
    found.push_back({std::string(word),
                     (1 + std::log(static_cast<double>(count))) *
                         std::log(static_cast<double>(articles) / static_cast<double>(having))});
  }
  std::sort(found.begin(), found.end(), [](const TellingWord& a, const TellingWord& b) {
    return std::tie(b.weight, a.word) < std::tie(a.weight, b.word);
  });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace morgue
