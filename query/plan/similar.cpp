// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/similar.h"

#include <algorithm>

#include "query/parse/code_points.h"

namespace morgue {

SimilarWord::SimilarWord(std::string_view word) : word_(decode_utf8(word).points) {}

std::size_t SimilarWord::distance(std::string_view other, std::size_t most) const {
  // A letter takes 1 to 4 bytes, so most words are too long or too short at first sight.
  if (other.size() > 4 * (word_.size() + most) || 4 * (other.size() + most) < word_.size()) {
    return most + 1;
  }
  other_ = decode_utf8(other).points;
  const std::size_t longer = std::max(word_.size(), other_.size());
  if (longer - std::min(word_.size(), other_.size()) > most) return most + 1;
  above_.resize(other_.size() + 1);
  row_.resize(other_.size() + 1);
  for (std::size_t j = 0; j <= other_.size(); ++j) above_[j] = j;
  before_ = above_;
  for (std::size_t i = 1; i <= word_.size(); ++i) {
    row_[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other_.size(); ++j) {
      const std::size_t replaced = above_[j - 1] + (word_[i - 1] == other_[j - 1] ? 0 : 1);
      row_[j] = std::min({replaced, above_[j] + 1, row_[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && word_[i - 1] == other_[j - 2] && word_[i - 2] == other_[j - 1];
      if (swapped) row_[j] = std::min(row_[j], before_[j - 2] + 1);
      least = std::min(least, row_[j]);
    }
    // A swap looks two rows back, so one row alone does not settle it; its predecessor's least is
    // at most one smaller.
    if (least > most + 1) return most + 1;
    before_.swap(above_);
    above_.swap(row_);
  }
  return std::min(above_[other_.size()], most + 1);
}

}  // namespace morgue
