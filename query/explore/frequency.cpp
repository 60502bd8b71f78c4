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
    std::vector<measures::Part> parts;
    for (const auto& [outlet, occurrences] : count.by_outlet) {
      parts.push_back({occurrences, counts.outlet_words[outlet]});
    }
    rows.push_back({entry->first, count.occurrences, count.articles, parts.size(),
                    measures::deviation_of_proportions(parts, counts.total)});
  }
  return rows;
}

}  // namespace morgue
