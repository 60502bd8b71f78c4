// SPDX-License-Identifier: GPL-3.0-or-later
// Words that differ by few letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Compares one word with many. The distance counts letters (code points) that are replaced,
/// missing or too many, and swaps of neighbours, each as one, no letter twice (optimal string
/// alignment).
class SimilarWord {
 public:
  explicit SimilarWord(std::string_view word);

  /// The distance to `other`, or `most` + 1 when it is larger than `most`. Valid UTF-8.
  std::size_t distance(std::string_view other, std::size_t most) const;

 private:
  std::u32string word_;
  // Reused from word to word.
  mutable std::u32string other_;
  mutable std::vector<std::size_t> before_, above_, row_;
};

}  // namespace morgue
