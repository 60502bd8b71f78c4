// SPDX-License-Identifier: GPL-3.0-or-later
// The words that tell what a text is about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "query/explore/article_words.h"
#include "query/run/open_archives.h"

namespace morgue {

struct TellingWord {
  std::string word;   ///< folded
  double weight = 0;  ///< (1 + ln of its occurrences) · ln(articles / articles that have it)
};

/// The words of greatest weight, at most so many, by weight, then word. A title word counts as
/// three. Words that no other article has find nothing, and those that more than a quarter have
/// tell nothing: they are left out. `articles`: of the archive in the language of the text, or all.
/// Source of the weight: Salton and Buckley 1988, "Term-weighting approaches in automatic text
/// retrieval".
std::vector<TellingWord> telling_words(const ArticleWords& words, const OpenArchives& archives,
                                       std::uint64_t articles, std::size_t most);

}  // namespace morgue
