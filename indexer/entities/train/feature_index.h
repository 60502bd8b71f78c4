// SPDX-License-Identifier: GPL-3.0-or-later
// Features that are seen often enough, by number.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/entities/tagger/hash_map.h"

namespace morgue {

class FeatureIndex {
 public:
  void count(Hash feature) { ++counts_.find_or_add(feature); }

  /// The number of a feature that was counted `rarest` times at least; they go up in the order in
  /// which they are asked for first.
  std::optional<std::uint32_t> number(Hash feature, std::size_t rarest) {
    if (const std::uint32_t* known = numbers_.find(feature)) return *known;
    const std::uint32_t* seen = counts_.find(feature);
    if (seen == nullptr || *seen < rarest) return std::nullopt;
    const auto number = static_cast<std::uint32_t>(features_.size());
    numbers_.find_or_add(feature) = number;
    features_.push_back(feature);
    return number;
  }

  void forget_counts() { counts_ = HashMap<std::uint32_t>(); }

  /// By number.
  const std::vector<Hash>& features() const { return features_; }

 private:
  HashMap<std::uint32_t> counts_, numbers_;
  std::vector<Hash> features_;
};

}  // namespace morgue
