// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/runs.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>

namespace morgue::brute {
namespace {

bool overlap(const Run& a, const Run& b) {
  return a.zone == b.zone && a.first <= b.last && b.first <= a.last;
}

Run hull(const Run& a, const Run& b) {
  return {a.zone, std::min(a.first, b.first), std::max(a.last, b.last)};
}

/// The sentence or paragraph of a word.
std::uint32_t stretch_of(int at, int zone, Link::Reach reach, const std::vector<Text>& zones) {
  const Text& text = zones[static_cast<std::size_t>(zone)];
  const auto& numbers = reach == Link::Reach::Sentence ? text.sentence : text.paragraph;
  return numbers.empty() ? 0 : numbers[static_cast<std::size_t>(at)];
}

/// Of two runs that do not overlap: how far apart their nearest ends are.
int distance(const Run& a, const Run& b) {
  return a.last < b.first ? b.first - a.last : a.first - b.last;
}

bool linked(const Run& a, const Run& b, const Link& link, const std::vector<Text>& zones) {
  if (a.zone != b.zone || overlap(a, b)) return false;
  if (link.ordered && b.first < a.first) return false;
  if (link.reach == Link::Reach::Words) return distance(a, b) <= link.words;
  const Run both = hull(a, b);
  return stretch_of(both.first, both.zone, link.reach, zones) ==
         stretch_of(both.last, both.zone, link.reach, zones);
}

/// Calls itself for each further operand with every run that goes with those chosen before.
void choose_chain(const std::vector<Runs>& operands, const std::vector<Link>& links,
                  const std::vector<Text>& zones, std::vector<Run>& chosen, Runs& found) {
  const std::size_t next = chosen.size();
  if (next == operands.size()) {
    Run all = chosen.front();
    for (const Run& run : chosen) all = hull(all, run);
    found.push_back(all);
    return;
  }
  for (const Run& run : operands[next]) {
    if (next > 0 && !linked(chosen.back(), run, links[next - 1], zones)) continue;
    const bool free = std::none_of(chosen.begin(), chosen.end(),
                                   [&](const Run& other) { return overlap(other, run); });
    if (!free) continue;
    chosen.push_back(run);
    choose_chain(operands, links, zones, chosen, found);
    chosen.pop_back();
  }
}

struct Choice {
  std::vector<int> at;
  int zone = 0;
  int least = 0;  ///< of position minus place in the phrase
  int most = 0;
};

void choose_words(const std::vector<Slot>& slots, std::size_t next, int moves, const Choice& chosen,
                  Runs& found) {
  if (next == slots.size()) {
    if (chosen.at.empty()) return;
    const auto [first, last] = std::minmax_element(chosen.at.begin(), chosen.at.end());
    found.push_back({chosen.zone, *first, *last});
    return;
  }
  if (slots[next].gap) return choose_words(slots, next + 1, moves, chosen, found);
  for (const Run& word : slots[next].words) {
    const int shift = word.first - static_cast<int>(next);
    Choice more = chosen;
    if (chosen.at.empty()) {
      more = {{}, word.zone, shift, shift};
    } else {
      if (word.zone != chosen.zone) continue;
      if (std::count(chosen.at.begin(), chosen.at.end(), word.first) > 0) continue;
      more.least = std::min(chosen.least, shift);
      more.most = std::max(chosen.most, shift);
      if (more.most - more.least > moves) continue;
    }
    more.at.push_back(word.first);
    choose_words(slots, next + 1, moves, more, found);
  }
}

}  // namespace

Runs sorted(Runs runs) {
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

Runs minimal(const Runs& runs) {
  // From the back: whatever a run may contain begins no earlier than the run itself.
  Runs ordered = sorted(runs);
  std::sort(ordered.begin(), ordered.end(), [](const Run& a, const Run& b) {
    return a.first != b.first ? a.first > b.first : a.last < b.last;
  });
  std::map<int, int> least_last;  // by zone
  Runs kept;
  for (const Run& run : ordered) {
    const auto [it, fresh] = least_last.try_emplace(run.zone, run.last);
    if (!fresh && it->second <= run.last) continue;
    it->second = run.last;
    kept.push_back(run);
  }
  return sorted(std::move(kept));
}

Runs windows(const std::vector<Runs>& operands) {
  // A minimal window begins where some run begins; it ends as soon as each operand had its run.
  const auto end_from = [&](const Run& begin) -> std::optional<int> {
    int end = 0;
    for (const Runs& operand : operands) {
      int nearest = std::numeric_limits<int>::max();
      for (const Run& run : operand) {
        if (run.zone == begin.zone && run.first >= begin.first)
          nearest = std::min(nearest, run.last);
      }
      if (nearest == std::numeric_limits<int>::max()) return std::nullopt;
      end = std::max(end, nearest);
    }
    return end;
  };
  Runs found;
  for (const Runs& operand : operands) {
    for (const Run& begin : operand) {
      if (const auto end = end_from(begin)) found.push_back({begin.zone, begin.first, *end});
    }
  }
  return minimal(found);
}

Runs chain(const std::vector<Runs>& operands, const std::vector<Link>& links,
           const std::vector<Text>& zones) {
  Runs found;
  std::vector<Run> chosen;
  choose_chain(operands, links, zones, chosen, found);
  return minimal(found);
}

Runs without(const Runs& wanted, const Runs& unwanted, const Link& link,
             const std::vector<Text>& zones) {
  const auto disturbs = [&](const Run& x, const Run& y) {
    if (x == y || x.zone != y.zone) return false;
    if (overlap(x, y)) return true;
    if (link.reach == Link::Reach::Words) return distance(x, y) <= link.words;
    const auto stretch = [&](int at) { return stretch_of(at, x.zone, link.reach, zones); };
    return stretch(y.first) <= stretch(x.last) && stretch(x.first) <= stretch(y.last);
  };
  Runs kept;
  for (const Run& x : wanted) {
    const bool alone = std::none_of(unwanted.begin(), unwanted.end(),
                                    [&](const Run& y) { return disturbs(x, y); });
    if (alone) kept.push_back(x);
  }
  return kept;
}

Runs phrase(const std::vector<Slot>& slots, const std::vector<Text>& zones) {
  const auto anchor =
      std::find_if(slots.begin(), slots.end(), [](const Slot& s) { return !s.gap; });
  if (anchor == slots.end()) return {};
  const int size = static_cast<int>(slots.size());
  Runs found;
  for (const Run& word : anchor->words) {
    const int begin = word.first - static_cast<int>(anchor - slots.begin());
    const auto words = static_cast<int>(zones[static_cast<std::size_t>(word.zone)].size());
    if (begin < 0 || begin + size > words) continue;
    bool all = true;
    for (int i = 0; i < size && all; ++i) {
      const Slot& slot = slots[static_cast<std::size_t>(i)];
      const Run here{word.zone, begin + i, begin + i};
      all = slot.gap || std::binary_search(slot.words.begin(), slot.words.end(), here);
    }
    if (all) found.push_back({word.zone, begin, begin + size - 1});
  }
  return sorted(std::move(found));
}

Runs loose_phrase(const std::vector<Slot>& slots, int moves) {
  Runs found;
  choose_words(slots, 0, moves, {}, found);
  return minimal(found);
}

}  // namespace morgue::brute
