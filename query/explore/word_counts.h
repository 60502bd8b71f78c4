// SPDX-License-Identifier: GPL-3.0-or-later
// How often each word stands in some articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/explore/article_words.h"

namespace morgue {

struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

struct WordCount {
  std::uint64_t occurrences = 0;
  std::uint64_t articles = 0;
};

struct WordCounts {
  /// By folded form.
  std::unordered_map<std::string, WordCount, HashText, std::equal_to<>> words;
  std::uint64_t total = 0;  ///< occurrences of all of them
  std::uint64_t articles = 0;

  std::uint64_t occurrences(std::string_view word) const {
    const auto found = words.find(word);
    return found == words.end() ? 0 : found->second.occurrences;
  }
};

/// Counts title and body of each article. Single words count as the index counts them: "#metoo" is
/// also a "metoo", but one word of the total.
WordCounts count_words(const Selection& selection, const std::vector<Xapian::docid>& articles);

/// All words of the articles, by the lengths that the index keeps.
std::uint64_t total_words(const Selection& selection);
std::uint64_t total_words(const Selection& selection, const std::vector<Xapian::docid>& articles);

/// The words of many articles, counted when they are asked for.
struct CorpusWords {
  std::uint64_t words = 0;  ///< all of them
  /// How often each of these stands, given by its folded form.
  std::function<std::vector<std::uint64_t>(const std::vector<std::string>&)> occurrences;
};

/// Words that have been counted.
CorpusWords corpus_words(WordCounts counts);

/// By what the index knows: the archives, with copies. `everything` is to outlive it.
CorpusWords corpus_words(const Selection& everything);

/// What is left without some of the articles.
CorpusWords without(CorpusWords all, CorpusWords part);

/// Articles whose words have been counted.
struct CountedArticles {
  const std::vector<Xapian::docid>& articles;
  const WordCounts& counts;  ///< of all their words
};

/// Articles that are most of the archive, `everything`: what the index knows of all, less what
/// stands in the others, so that most need not be read, nor `known`, which are among the others.
/// `everything` is to outlive it.
CorpusWords corpus_words_of_most(const Selection& everything,
                                 const std::vector<Xapian::docid>& articles,
                                 const CountedArticles& known);

/// A word of the archives, and how often it stands there at most.
struct CommonWord {
  std::string word;
  std::uint64_t most = 0;
};

/// The words that may stand `least` times or more in the archives, and some that do not: what the
/// index knows without looking at an article.
std::vector<CommonWord> common_words(const OpenArchives& archives, std::uint64_t least);

}  // namespace morgue
