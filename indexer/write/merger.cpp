// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/merger.h"

#include <algorithm>

#include "common/index/term.h"
#include "common/text/stem.h"

namespace morgue {
namespace {

constexpr std::size_t kSegmentsPerTier = 5;
constexpr std::uint64_t kTierFactor = 8;
constexpr std::uint64_t kSmallestTier = 2'000;

int tier_of(std::uint64_t documents) {
  int tier = 0;
  for (std::uint64_t limit = kSmallestTier; documents > limit; limit *= kTierFactor) ++tier;
  return tier;
}

}  // namespace

void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target) {
  std::filesystem::create_directories(target.parent_path());
  Xapian::Database all;
  for (const std::filesystem::path& source : sources) {
    all.add_database(Xapian::Database(source.string()));
  }
  all.compact(target.string(), Xapian::Compactor::FULL);
}

void write_stems(const std::filesystem::path& database, const Vocabulary& vocabulary) {
  std::filesystem::create_directories(database.parent_path());
  Xapian::WritableDatabase stems(database.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                        Xapian::DB_NO_TERMLIST |
                                                        Xapian::DB_NO_SYNC);
  for (const auto& [lang, forms] : vocabulary) {
    const Stemmer stemmer(lang);
    for (const std::string& form : forms) {
      std::string stem = stemmer.stem(form);
      // A form that is its own stem needs no entry: looking up a stem tries the stem itself.
      if (stem != form) stems.add_synonym(stem_key(lang, stem), form);
    }
  }
  stems.commit();
  stems.close();
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
