// SPDX-License-Identifier: GPL-3.0-or-later
// What each feature says of each label: a model's weights, small and fast to find.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/entities/tagger/hashing.h"
#include "indexer/entities/tagger/labels.h"

namespace morgue {

/// One unit of a whole-number weight is 1 / kWeightScale.
inline constexpr int kWeightScale = 32;

/// Labels but kOutside, whose weight is 0.
inline constexpr std::size_t kWeighed = kLabels - 1;

/// The weights of a feature: for the first reading, then for the second.
using WeightRow = std::array<std::int8_t, 2 * kWeighed>;

/// Features are known by 16 bits of their hash beside their place, so about one in ten thousand
/// that the model does not have is taken for one that it has.
class WeightTable {
 public:
  WeightTable() = default;

  /// Each hash once. Their order does not matter to the bytes.
  static WeightTable make(std::vector<std::pair<Hash, WeightRow>> rows);

  /// Null when the feature has no weights.
  const WeightRow* find(Hash feature) const {
    for (std::size_t at = place_of(feature);; at = at + 1 == buckets_.size() ? 0 : at + 1) {
      const Bucket& bucket = buckets_[at];
      const std::size_t slot = slot_of(tag_of(feature), bucket);
      if (slot < kSlots) return &rows_[bucket.first_row + slot];
      if (bucket.tags[kSlots - 1] == 0) return nullptr;
    }
  }
  /// Asks the processor to have ready what find() will look at.
  void prefetch(Hash feature) const { __builtin_prefetch(&buckets_[place_of(feature)]); }

  std::size_t size() const { return rows_.size(); }

  std::string encode() const;
  /// nullopt: not what encode() made.
  static std::optional<WeightTable> decode(std::string_view bytes);

 private:
  static constexpr std::size_t kSlots = 14;
  struct alignas(32) Bucket {
    std::array<std::uint16_t, kSlots> tags{};  ///< 0: empty, and so are those after it
    std::uint32_t first_row = 0;
  };

  std::size_t place_of(Hash feature) const {
    return static_cast<std::size_t>(((feature >> 32U) * buckets_.size()) >> 32U);
  }
  static std::uint16_t tag_of(Hash feature) {
    const auto tag = static_cast<std::uint16_t>(feature);
    return tag == 0 ? std::uint16_t{1} : tag;
  }
  /// The place of a tag in a bucket; kSlots or more when it is not there.
  static std::size_t slot_of(std::uint16_t tag, const Bucket& bucket) {
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi16(static_cast<std::int16_t>(tag));
    const auto* tags = reinterpret_cast<const __m128i*>(&bucket);
    const __m128i first = _mm_cmpeq_epi16(_mm_load_si128(tags), wanted);
    const __m128i second = _mm_cmpeq_epi16(_mm_load_si128(tags + 1), wanted);
    const int found = _mm_movemask_epi8(_mm_packs_epi16(first, second));
    return found == 0 ? kSlots
                      : static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(found)));
#else
    return static_cast<std::size_t>(std::find(bucket.tags.begin(), bucket.tags.end(), tag) -
                                    bucket.tags.begin());
#endif
  }
  void number_rows();

  std::vector<Bucket> buckets_ = std::vector<Bucket>(1);
  std::vector<WeightRow> rows_;
};

}  // namespace morgue
