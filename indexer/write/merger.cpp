// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/merger.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace morgue {
namespace {

constexpr std::size_t kSegmentsPerTier = 5;
constexpr std::uint64_t kTierFactor = 8;
constexpr std::uint64_t kSmallestTier = 2'000;

/// Databases open at one time: each takes up to six files, and a process commonly has 1,024.
constexpr std::ptrdiff_t kMostOpened = 64;

int tier_of(std::uint64_t documents) {
  int tier = 0;
  for (std::uint64_t limit = kSmallestTier; documents > limit; limit *= kTierFactor) ++tier;
  return tier;
}

void merge_at_once(const std::vector<std::filesystem::path>& sources,
                   const std::filesystem::path& target) {
  Xapian::Database all;
  for (const std::filesystem::path& source : sources) {
    all.add_database(Xapian::Database(source.string()));
  }
  all.compact(target.string(), Xapian::Compactor::FULL);
}

}  // namespace

void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target) {
  std::filesystem::create_directories(target.parent_path());
  std::vector<std::filesystem::path> parts;
  std::vector<std::filesystem::path> rest = sources;
  while (std::ssize(rest) > kMostOpened) {
    std::vector<std::filesystem::path> merged;
    for (auto first = rest.begin(); first != rest.end();) {
      const auto last = first + std::min(kMostOpened, rest.end() - first);
      parts.push_back(target.string() + ".part" + std::to_string(parts.size()));
      merge_at_once({first, last}, parts.back());
      merged.push_back(parts.back());
      first = last;
    }
    rest = std::move(merged);
  }
  merge_at_once(rest, target);
  for (const std::filesystem::path& part : parts) std::filesystem::remove_all(part);
}

MergeRange choose_merge(const std::vector<std::uint64_t>& sizes) {
  // Newer segments stand to the right and are smaller; where one is not, those before it count as
  // of its tier, so that the tiers fall from left to right and each is one run of neighbours.
  std::vector<int> tiers(sizes.size());
  int highest = 0;
  for (std::size_t i = sizes.size(); i-- > 0;) {
    tiers[i] = highest = std::max(highest, tier_of(sizes[i]));
  }
  for (std::size_t first = 0; first < tiers.size();) {
    std::size_t last = first;
    while (last < tiers.size() && tiers[last] == tiers[first]) ++last;
    if (last - first >= kSegmentsPerTier) return {first, last};
    first = last;
  }
  return {};
}

}  // namespace morgue
