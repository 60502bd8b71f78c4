// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/facet_column.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

#include "common/index/value.h"

namespace morgue {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are read as they are stored");

void append_numbers(std::string& out, std::span<const std::uint32_t> numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

/// Takes numbers off the front; nothing when there are not as many.
std::span<const std::uint32_t> take_numbers(std::string_view& bytes, std::uint64_t count) {
  if (bytes.size() / sizeof(std::uint32_t) < count) return {};
  const std::span numbers(reinterpret_cast<const std::uint32_t*>(bytes.data()),
                          static_cast<std::size_t>(count));
  bytes.remove_prefix(numbers.size_bytes());
  return numbers;
}

bool rises_to(std::span<const std::uint32_t> ends, std::uint64_t last) {
  return ends.front() == 0 && ends.back() == last && std::is_sorted(ends.begin(), ends.end());
}

}  // namespace

// Two numbers, of values and of links; then what the class keeps, in the order of its members.
std::optional<FacetColumn> FacetColumn::read(std::string_view bytes, std::uint32_t documents) {
  const auto sizes = take_numbers(bytes, 2);
  if (sizes.empty()) return std::nullopt;
  FacetColumn column;
  column.ends_ = take_numbers(bytes, std::uint64_t{documents} + 1);
  column.links_ = take_numbers(bytes, sizes[1]);
  column.text_ends_ = take_numbers(bytes, std::uint64_t{sizes[0]} + 1);
  column.texts_ = bytes;
  if (column.ends_.empty() || column.text_ends_.empty() || !column.is_sound()) return std::nullopt;
  return column;
}

bool FacetColumn::is_sound() const {
  const Value highest = links_.empty() ? 0 : *std::max_element(links_.begin(), links_.end());
  return rises_to(ends_, links_.size()) && rises_to(text_ends_, texts_.size()) &&
         (links_.empty() || highest < values());
}

FacetColumn::Value FacetColumn::first_not_before(std::string_view wanted) const {
  Value first = 0;
  for (Value count = values(); count > 0;) {
    const Value half = count / 2;
    if (text(first + half) < wanted) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

std::optional<FacetColumn::Value> FacetColumn::find(std::string_view wanted) const {
  const Value value = first_not_before(wanted);
  if (value == values() || text(value) != wanted) return std::nullopt;
  return value;
}

std::pair<FacetColumn::Value, FacetColumn::Value> FacetColumn::beginning_with(
    std::string_view prefix) const {
  const Value first = first_not_before(prefix);
  Value last = first;
  while (last < values() && text(last).starts_with(prefix)) ++last;
  return {first, last};
}

void FacetColumnBuilder::add(std::uint32_t document, std::string_view packed) {
  assert(document > done_ && document < ends_.size());
  std::fill(ends_.begin() + done_ + 1, ends_.begin() + document,
            static_cast<std::uint32_t>(links_.size()));
  for_each_value(packed, [&](std::string_view value) {
    key_.assign(value);
    const auto next = static_cast<FacetColumn::Value>(numbers_.size());
    links_.push_back(numbers_.try_emplace(key_, next).first->second);
  });
  assert(links_.size() <= std::numeric_limits<std::uint32_t>::max());
  ends_[document] = static_cast<std::uint32_t>(links_.size());
  done_ = document;
}

std::string FacetColumnBuilder::finish() {
  std::fill(ends_.begin() + done_ + 1, ends_.end(), static_cast<std::uint32_t>(links_.size()));
  std::vector<std::pair<std::string_view, FacetColumn::Value>> sorted(numbers_.begin(),
                                                                      numbers_.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<FacetColumn::Value> places(sorted.size());  // by the number a value came with
  std::vector<std::uint32_t> text_ends{0};
  std::string texts;
  for (const auto& [text, number] : sorted) {
    places[number] = static_cast<FacetColumn::Value>(text_ends.size() - 1);
    texts.append(text);
    text_ends.push_back(static_cast<std::uint32_t>(texts.size()));
  }
  for (FacetColumn::Value& link : links_) link = places[link];
  const std::uint32_t sizes[] = {static_cast<std::uint32_t>(sorted.size()),
                                 static_cast<std::uint32_t>(links_.size())};
  std::string bytes;
  append_numbers(bytes, sizes);
  append_numbers(bytes, ends_);
  append_numbers(bytes, links_);
  append_numbers(bytes, text_ends);
  return bytes + texts;
}

}  // namespace morgue
