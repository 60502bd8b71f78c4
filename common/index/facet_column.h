// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents of a segment have which values of a facet, as numbers: encode beside decode.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace morgue {

/// Looks into bytes that must outlive it. Documents are numbered from 1, values from 0 in the order
/// of their bytes.
class FacetColumn {
 public:
  using Value = std::uint32_t;

  /// nullopt when the bytes are not what FacetColumnBuilder made for so many documents.
  /// Precondition: they are aligned as a std::uint32_t is.
  static std::optional<FacetColumn> read(std::string_view bytes, std::uint32_t documents);

  std::uint32_t values() const { return static_cast<std::uint32_t>(text_ends_.size() - 1); }
  std::string_view text(Value value) const {
    return texts_.substr(text_ends_[value], text_ends_[value + 1] - text_ends_[value]);
  }

  /// The values of a document, in the order of its slot.
  std::span<const Value> values_of(std::uint32_t document) const {
    return links_.subspan(ends_[document - 1], ends_[document] - ends_[document - 1]);
  }

  std::optional<Value> find(std::string_view text) const;

  /// The values that begin with `prefix`: from the first to the second, excluded.
  std::pair<Value, Value> beginning_with(std::string_view prefix) const;

 private:
  FacetColumn() = default;

  bool is_sound() const;
  Value first_not_before(std::string_view text) const;

  std::span<const std::uint32_t> ends_;  ///< of the links of each document, a 0 before them
  std::span<const Value> links_;
  std::span<const std::uint32_t> text_ends_;  ///< of each value, a 0 before them
  std::string_view texts_;
};

/// Documents without values need not be added.
class FacetColumnBuilder {
 public:
  explicit FacetColumnBuilder(std::uint32_t documents) { ends_.assign(documents + 1U, 0); }

  /// `packed` is pack_values() of a document's values. Documents come in their order.
  void add(std::uint32_t document, std::string_view packed);

  /// Call it once.
  std::string finish();

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<FacetColumn::Value> links_;  ///< numbered as values came
  std::unordered_map<std::string, FacetColumn::Value> numbers_;
  std::string key_;  ///< reused
  std::uint32_t done_ = 0;
};

}  // namespace morgue
