// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of an archive are copies of each other.
#pragma once

#include <cstdint>
#include <vector>

#include "common/index/text_sketch.h"
#include "indexer/copies/copy_rule.h"

namespace morgue {

/// Sketches of many articles, in few bytes each.
class SketchList {
 public:
  /// Articles are numbered from 0 as they come; `id` decides between equals.
  void add(const Publication& publication, std::uint64_t id, const TextSketch& sketch);

  std::size_t size() const { return articles_.size(); }
  const Publication& publication(std::uint32_t article) const {
    return articles_[article].publication;
  }
  TextSketch sketch(std::uint32_t article) const;

  /// The numbers of the articles: the earlier day first, of one day the longer text.
  std::vector<std::uint32_t> order() const;

  /// Calls `use(hash)` for each hash of an article's shingles.
  template <class Use>
  void for_each_hash(std::uint32_t article, Use use) const {
    const SketchedArticle& one = articles_[article];
    for (std::uint32_t i = 0; i < one.sampled_shingles; ++i) use(hashes_[one.begin + i]);
  }

 private:
  struct SketchedArticle {
    Publication publication;
    std::uint64_t id = 0;
    std::uint64_t begin = 0;  ///< in hashes_: those of the shingles, then those of the marks
    std::uint32_t shingles = 0, marks = 0;  ///< of the text
    std::uint32_t sampled_shingles = 0, sampled_marks = 0;
  };

  std::vector<SketchedArticle> articles_;
  std::vector<std::uint32_t> hashes_;
};

/// Articles of one text, the one that comes first first.
using Copies = std::vector<std::uint32_t>;

/// Each article, in order, joins the article that it repeats most of (copied_part()), among those
/// that have not joined another themselves; of equals the first. So every copy is a copy of the one
/// that stands for all, and the result does not depend on how articles were added. Only articles
/// with copies are given back, by the first of each.
/// Memory beside the list: some 20 bytes for each article, and 8 for each of `most_hashes`.
std::vector<Copies> find_copies(const SketchList& articles, std::size_t most_hashes = 8'000'000);

}  // namespace morgue
