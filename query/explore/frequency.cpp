// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/frequency.h"

#include <algorithm>
#include <tuple>

#include "query/explore/measures.h"

namespace morgue {

std::vector<FrequencyRow> frequency_list(const WordCounts& counts, std::uint64_t least,
                                         std::uint64_t limit) {
  using Entry = const std::pair<const std::string, WordCount>*;
  std::vector<Entry> entries;
  for (const auto& entry : counts.words) {
    if (entry.second.occurrences >= least) entries.push_back(&entry);
  }
  std::sort(entries.begin(), entries.end(), [](Entry a, Entry b) {
    return std::tie(b->second.occurrences, a->first) < std::tie(a->second.occurrences, b->first);
  });
  if (limit != 0 && entries.size() > limit) entries.resize(limit);
  std::vector<FrequencyRow> rows;
  for (const Entry entry : entries) {
    const WordCount& count = entry->second;
    std::vector<std::uint64_t> by_outlet(counts.outlets.size());
    for (const auto& [outlet, occurrences] : count.by_outlet) by_outlet[outlet] = occurrences;
    rows.push_back({entry->first, count.occurrences, count.articles, count.by_outlet.size(),
                    measures::deviation_of_proportions(by_outlet, counts.outlet_words)});
  }
  return rows;
}

}  // namespace morgue
