// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/match_list.h"

#include <utility>

namespace morgue {

void sort_unique(Matches& matches) {
  const auto before = [](const Match& a, const Match& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  };
  const auto same = [](const Match& a, const Match& b) {
    return a.first == b.first && a.last == b.last;
  };
  std::sort(matches.begin(), matches.end(), before);
  matches.erase(std::unique(matches.begin(), matches.end(), same), matches.end());
}

void keep_minimal(Matches& matches) {
  // From the right: a match contains another when one that begins no earlier ends no later.
  std::size_t kept = matches.size();
  std::uint32_t first_end = 0xFFFF'FFFF;
  for (std::size_t i = matches.size(); i-- > 0;) {
    const bool shorter_follows =
        i > 0 && matches[i - 1].first == matches[i].first;  // with the same first
    if (shorter_follows || matches[i].last >= first_end) continue;
    first_end = matches[i].last;
    if (--kept != i) matches[kept] = std::move(matches[i]);
  }
  matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(kept));
}

MatchList::MatchList(Matches matches) : matches_(std::move(matches)) {
  for (const Match& match : matches_) longest_ = std::max(longest_, match.size());
}

MatchList::View MatchList::around(std::uint32_t low, std::uint32_t high) const {
  const std::uint32_t earliest = low - std::min(low, longest_);
  const auto from = std::lower_bound(
      matches_.begin(), matches_.end(), earliest,
      [](const Match& match, std::uint32_t position) { return match.first < position; });
  const auto to = std::upper_bound(
      from, matches_.end(), high,
      [](std::uint32_t position, const Match& match) { return position < match.first; });
  return {from, to};
}

}  // namespace morgue
