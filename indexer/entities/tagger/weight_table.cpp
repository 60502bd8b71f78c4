// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/weight_table.h"

#include <algorithm>
#include <cstring>

#include "indexer/entities/tagger/little_endian.h"

namespace morgue {
namespace {

/// Rows for each bucket, on average: few enough that most find room where they belong.
constexpr std::size_t kUsualRows = 9;

}  // namespace

WeightTable WeightTable::make(std::vector<std::pair<Hash, WeightRow>> rows) {
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  WeightTable table;
  table.buckets_.assign(rows.size() / kUsualRows + 1, Bucket());
  std::vector<std::vector<WeightRow>> placed(table.buckets_.size());
  for (const auto& [feature, weights] : rows) {
    std::size_t at = table.place_of(feature);
    while (placed[at].size() == kSlots) at = at + 1 == placed.size() ? 0 : at + 1;
    // Two features with one tag in one bucket are one to find(): the first stays.
    const auto tags = table.buckets_[at].tags.begin();
    const auto end = tags + static_cast<std::ptrdiff_t>(placed[at].size());
    if (std::find(tags, end, tag_of(feature)) != end) continue;
    *end = tag_of(feature);
    placed[at].push_back(weights);
  }
  for (const auto& some : placed) table.rows_.insert(table.rows_.end(), some.begin(), some.end());
  table.number_rows();
  return table;
}

void WeightTable::number_rows() {
  std::uint32_t row = 0;
  for (Bucket& bucket : buckets_) {
    bucket.first_row = row;
    for (const std::uint16_t tag : bucket.tags) row += tag != 0 ? 1 : 0;
  }
}

// Column by column: weights of one label are more alike than those of one feature, and pack better.
std::string WeightTable::encode() const {
  std::string out;
  append_number(out, static_cast<std::uint32_t>(buckets_.size()));
  append_number(out, static_cast<std::uint32_t>(rows_.size()));
  for (const Bucket& bucket : buckets_) {
    out += static_cast<char>(
        kSlots - static_cast<std::size_t>(std::count(bucket.tags.begin(), bucket.tags.end(), 0)));
  }
  for (const Bucket& bucket : buckets_) {
    for (const std::uint16_t tag : bucket.tags) {
      if (tag != 0) append_number(out, tag);
    }
  }
  for (std::size_t column = 0; column < WeightRow().size(); ++column) {
    for (const WeightRow& row : rows_) out += static_cast<char>(row[column]);
  }
  return out;
}

std::optional<WeightTable> WeightTable::decode(std::string_view bytes) {
  std::uint32_t buckets = 0;
  std::uint32_t rows = 0;
  if (!take_number(bytes, buckets) || !take_number(bytes, rows)) return std::nullopt;
  const std::uint64_t size =
      buckets + std::uint64_t{rows} * (sizeof(std::uint16_t) + sizeof(WeightRow));
  if (buckets == 0 || bytes.size() != size) return std::nullopt;
  WeightTable table;
  table.buckets_.assign(buckets, Bucket());
  const std::string_view counts = bytes.substr(0, buckets);
  bytes.remove_prefix(buckets);
  std::uint64_t sum = 0;
  bool room = false;  // find() ends at a bucket that is not full
  for (const char count : counts) {
    if (static_cast<unsigned char>(count) > kSlots) return std::nullopt;
    sum += static_cast<unsigned char>(count);
    room = room || static_cast<unsigned char>(count) < kSlots;
  }
  if (sum != rows || !room) return std::nullopt;
  for (std::size_t at = 0; at < buckets; ++at) {
    for (std::size_t slot = 0; slot < static_cast<unsigned char>(counts[at]); ++slot) {
      if (!take_number(bytes, table.buckets_[at].tags[slot])) return std::nullopt;
      if (table.buckets_[at].tags[slot] == 0) return std::nullopt;
    }
  }
  table.rows_.resize(rows);
  for (std::size_t column = 0; column < WeightRow().size(); ++column) {
    for (WeightRow& row : table.rows_) {
      row[column] = static_cast<std::int8_t>(bytes.front());
      bytes.remove_prefix(1);
    }
  }
  table.number_rows();
  return table;
}

}  // namespace morgue
