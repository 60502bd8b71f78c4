// SPDX-License-Identifier: GPL-3.0-or-later
// Which words stand beside what a query matches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/explore/choices.h"
#include "query/explore/word_counts.h"
#include "query/hit.h"

namespace morgue {

struct Collocate {
  std::string word;
  std::uint64_t near = 0;      ///< occurrences within the window
  std::uint64_t at_all = 0;    ///< occurrences in the whole archive
  std::uint64_t articles = 0;  ///< that have it within the window
  double log_dice = 0, log_likelihood = 0, mutual_information = 0, t_score = 0;
};

/// What the order goes by.
double measure_of(const Collocate& one, CollocateOrder order);

/// Counts article by article. A place counts once, however many matches it stands beside; the words
/// of matches themselves are no collocates. A window does not reach beyond the title or the
/// paragraph.
class CollocateCounter {
 public:
  /// `window`: words on either side.
  explicit CollocateCounter(std::size_t window) : window_(window) {}

  /// The article and its matches, as `words` were read of it, with breaks.
  void add(const Hit& hit, const ArticleWords& words);

  /// Those with at least `least` occurrences near; by the measure, then occurrences, then word.
  std::vector<Collocate> result(CollocateOrder order, std::uint64_t least,
                                const CorpusWords& corpus) const;

  std::uint64_t matches() const { return matches_; }

 private:
  struct Count {
    std::uint64_t near = 0, articles = 0, last_article = 0;
  };

  void add_part(const std::vector<Token>& tokens, const std::vector<std::uint32_t>& paragraphs,
                const std::vector<ShownMatch>& matches);

  std::size_t window_;
  std::unordered_map<std::string, Count, HashText, std::equal_to<>> counts_;
  std::uint64_t matches_ = 0;  ///< runs of words that match, each once
  std::uint64_t places_ = 0;   ///< within windows
  std::uint64_t articles_ = 0;
};

}  // namespace morgue
