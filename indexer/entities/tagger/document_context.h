// SPDX-License-Identifier: GPL-3.0-or-later
// What the rest of an article tells about a word: how it is written elsewhere, and beside what; and
// what a first reading took it for.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/entities/tagger/hash_map.h"
#include "indexer/entities/tagger/labels.h"
#include "indexer/entities/tagger/sentence.h"

namespace morgue {

/// Where else in the article a word stands with a capital that means something.
enum ContextMark : std::uint16_t {
  kAfterFirstName = 1U << 0U,
  kAfterTitle = 1U << 1U,
  kBeforeSaid = 1U << 2U,
  kBeforeOrganisationEnd = 1U << 3U,
  kAfterIn = 1U << 4U,
  kFirstOfCapitals = 1U << 5U,
  kLastOfCapitals = 1U << 6U,
  kAmongCapitals = 1U << 7U,
  kInBrackets = 1U << 8U,
  kAfterSurnameLike = 1U << 9U,
};

inline constexpr std::size_t kNeighbours = 4;

struct WordContext {
  std::uint16_t small = 0;   ///< times without a capital
  std::uint16_t inside = 0;  ///< with one, inside a sentence
  std::uint16_t first = 0;   ///< with one, as the first word
  std::uint16_t marks = 0;   ///< ContextMark
  std::uint8_t left_count = 0, right_count = 0;
  std::array<Hash, kNeighbours> left{}, right{};  ///< small forms of what stood beside it
};

/// How often a first reading gave a word, or a whole name, which labels.
using LabelCounts = std::array<std::uint16_t, kLabels>;
using KindCounts = std::array<std::uint16_t, kLabelKinds>;

class DocumentContext {
 public:
  void clear();

  /// Of a whole article, once.
  void read(const std::vector<Sentence>& sentences);

  /// What the first reading found; as many labels as words for each sentence.
  void read_labels(const std::vector<Sentence>& sentences,
                   const std::vector<std::vector<Label>>& labels);

  const WordContext* word(Hash small) const { return words_.find(small); }
  const LabelCounts* labels_of(Hash small) const { return labels_.find(small); }
  /// Of names of several words that hold it.
  const KindCounts* kinds_around(Hash small) const { return around_.find(small); }
  const KindCounts* kinds_of_name(Hash name) const { return names_.find(name); }

 private:
  void read(const Sentence& sentence);

  HashMap<WordContext> words_;
  HashMap<LabelCounts> labels_;
  HashMap<KindCounts> around_, names_;
};

/// Of the words from first to last, both included.
Hash name_hash(const Sentence& sentence, std::size_t first, std::size_t last);

}  // namespace morgue
