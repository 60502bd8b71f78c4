// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/loose_phrase.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "query/match/match_work.h"

namespace morgue {
namespace {

using Offset = std::int64_t;  ///< position minus place

/// A different position for each word, found word by word as in Kuhn's algorithm for matchings in a
/// bipartite graph.
class Assignment {
 public:
  Assignment(const std::vector<LooseWord>& words, std::uint64_t& steps)
      : words_(words), steps_(steps), position_of_(words.size()) {}

  /// Positions first to last whose offsets lie in [low, low + slop].
  bool find(PositionRange range, Offset low, std::uint32_t slop) {
    range_ = range;
    low_ = low;
    high_ = low + slop;
    word_at_.clear();
    for (std::size_t word = 0; word < words_.size(); ++word) {
      tried_.clear();
      if (!place(word)) return false;
    }
    for (const auto& [position, word] : word_at_) position_of_[word] = position;
    return true;
  }

  const std::vector<std::uint32_t>& positions() const { return position_of_; }

 private:
  bool place(std::size_t word) {
    const LooseWord& loose = words_[word];
    auto it = std::lower_bound(loose.positions.begin(), loose.positions.end(), range_.first);
    for (; it != loose.positions.end() && *it <= range_.last; ++it) {
      count_step(steps_);
      const Offset offset = static_cast<Offset>(*it) - loose.place;
      if (offset < low_ || offset > high_ || tried_.count(*it) > 0) continue;
      tried_[*it] = word;
      const auto taken = word_at_.find(*it);
      if (taken == word_at_.end() || place(taken->second)) {
        word_at_[*it] = word;
        return true;
      }
    }
    return false;
  }

  const std::vector<LooseWord>& words_;
  std::uint64_t& steps_;
  PositionRange range_;
  Offset low_ = 0;
  Offset high_ = 0;
  std::map<std::uint32_t, std::size_t> word_at_, tried_;
  std::vector<std::uint32_t> position_of_;
};

class LooseSearch {
 public:
  LooseSearch(const std::vector<LooseWord>& words, std::uint32_t slop, std::uint64_t& steps)
      : words_(words), slop_(slop), assignment_(words, steps) {
    for (const LooseWord& word : words) {
      for (const std::uint32_t position : word.positions) {
        all_.push_back(position);
        offsets_.push_back(static_cast<Offset>(position) - word.place);
      }
    }
    std::sort(all_.begin(), all_.end());
    all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
    std::sort(offsets_.begin(), offsets_.end());
    offsets_.erase(std::unique(offsets_.begin(), offsets_.end()), offsets_.end());
  }

  Matches find(bool with_parts) {
    Matches found;
    for (const std::uint32_t begin : all_) {
      const auto last = shortest_end(begin);
      if (!last) continue;
      Match match{{0xFFFF'FFFF, 0}, {}};
      for (const std::uint32_t position : best_) {
        match.first = std::min(match.first, position);
        match.last = std::max(match.last, position);
        if (with_parts) match.parts.push_back({position, position});
      }
      found.push_back(std::move(match));
    }
    sort_unique(found);
    keep_minimal(found);
    return found;
  }

 private:
  // The smallest last position of a run that begins at `begin` or later; best_ is that run.
  std::optional<std::uint32_t> shortest_end(std::uint32_t begin) {
    const std::uint32_t places = words_.back().place - words_.front().place;
    const std::uint64_t farthest = std::uint64_t{begin} + places + slop_;
    for (auto end = std::lower_bound(all_.begin(), all_.end(), begin);
         end != all_.end() && *end <= farthest && same_text(begin, *end); ++end) {
      if (fits({begin, *end})) return *end;
    }
    return std::nullopt;
  }

  bool fits(PositionRange range) {
    const Offset least = static_cast<Offset>(range.first) - words_.back().place;
    for (auto low = std::lower_bound(offsets_.begin(), offsets_.end(), least);
         low != offsets_.end() && *low <= static_cast<Offset>(range.last); ++low) {
      if (!assignment_.find(range, *low, slop_)) continue;
      best_ = assignment_.positions();
      return true;
    }
    return false;
  }

  const std::vector<LooseWord>& words_;
  std::uint32_t slop_;
  Assignment assignment_;
  std::vector<std::uint32_t> all_;  // positions of any word
  std::vector<Offset> offsets_;
  std::vector<std::uint32_t> best_;
};

}  // namespace

Matches loose_matches(const std::vector<LooseWord>& words, std::uint32_t slop, bool with_parts,
                      std::uint64_t& steps) {
  return LooseSearch(words, slop, steps).find(with_parts);
}

}  // namespace morgue
