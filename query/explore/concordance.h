// SPDX-License-Identifier: GPL-3.0-or-later
// Key words in context.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "query/concordance.h"
#include "query/explore/article_words.h"
#include "query/explore/choices.h"
#include "query/hit.h"

namespace morgue {

/// The lines of one article: each run of words that the query matches, in title then body, with at
/// most `context` words on either side, within title or paragraph.
std::vector<ConcordanceLine> concordance_of(const Hit& hit, const ArticleWords& words,
                                            std::size_t context);

/// Sorts stably what was found in the order of time; that order needs no sorting.
void sort_lines(std::vector<ConcordanceLine>& lines, LineOrder order);

/// Keeps a fair sample of what is given to it: each line is as likely as any other. The same lines
/// and the same seed give the same sample, in the order given.
class LineSample {
 public:
  LineSample(std::size_t size, std::uint64_t seed);

  void add(ConcordanceLine line);
  std::vector<ConcordanceLine> take();

 private:
  std::uint64_t next_random();

  std::size_t size_;
  std::uint64_t state_;
  std::uint64_t seen_ = 0;
  std::vector<std::pair<std::uint64_t, ConcordanceLine>> kept_;  ///< with their numbers
};

}  // namespace morgue
