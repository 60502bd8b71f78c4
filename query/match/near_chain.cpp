// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/near_chain.h"

#include <algorithm>
#include <utility>

#include "query/match/match_work.h"

namespace morgue {
namespace {

/// Positions in which a match close to this one must begin or end, both included.
PositionRange reach(const PositionRange& match, const ast::Closeness& closeness,
                    DocumentPositions& positions) {
  if (closeness.unit == ast::Closeness::Unit::Words) {
    const std::uint32_t n = closeness.distance;
    return {match.first - std::min(match.first, n),
            match.last + std::min(0xFFFF'FFFF - match.last, n)};
  }
  return {positions.unit_of(match.first, closeness.unit).begin,
          positions.unit_of(match.last, closeness.unit).end - 1};
}

bool close(const PositionRange& left, const PositionRange& right, const ast::Closeness& closeness,
           DocumentPositions& positions) {
  if (overlap(left, right) || !same_text(left.first, right.first)) return false;
  if (closeness.ordered && right.first < left.first) return false;
  if (closeness.unit == ast::Closeness::Unit::Words) {
    return distance(left, right) <= closeness.distance;
  }
  const Span unit = positions.unit_of(std::min(left.first, right.first), closeness.unit);
  return std::max(left.last, right.last) < unit.end;
}

}  // namespace

Matches NearChain::find(bool one_is_enough) {
  one_is_enough_ = one_is_enough;
  drop_dead_ends();
  for (const Match& match : lists_.front().all()) {
    chosen_.assign(1, &match);
    if (extend()) break;
  }
  sort_unique(found_);
  keep_minimal(found_);
  return std::move(found_);
}

// A match with no close one in the next list begins no choice: without those, a list that is far
// from the next costs nothing in every combination of the lists before it.
void NearChain::drop_dead_ends() {
  for (std::size_t i = between_.size(); i-- > 0;) {
    Matches alive;
    for (const Match& match : lists_[i].all()) {
      const PositionRange range = reach(match, between_[i], positions_);
      const auto near = lists_[i + 1].around(range.first, range.last);
      const auto goes_on = [&](const Match& next) {
        count_step(steps_);
        return close(match, next, between_[i], positions_);
      };
      if (std::any_of(near.begin(), near.end(), goes_on)) alive.push_back(match);
    }
    lists_[i] = MatchList(std::move(alive));
  }
}

// Adds the next operand in every way; true when no more is wanted.
bool NearChain::extend() {
  if (chosen_.size() == lists_.size()) {
    found_.push_back(run());
    return one_is_enough_;
  }
  const ast::Closeness& closeness = between_[chosen_.size() - 1];
  const PositionRange range = reach(*chosen_.back(), closeness, positions_);
  for (const Match& candidate : lists_[chosen_.size()].around(range.first, range.last)) {
    count_step(steps_);
    if (!fits(candidate)) continue;
    chosen_.push_back(&candidate);
    const bool enough = extend();
    chosen_.pop_back();
    if (enough) return true;
  }
  return false;
}

bool NearChain::fits(const Match& candidate) const {
  const auto overlaps = [&](const Match* match) { return overlap(*match, candidate); };
  return std::none_of(chosen_.begin(), chosen_.end(), overlaps) &&
         close(*chosen_.back(), candidate, between_[chosen_.size() - 1], positions_);
}

Match NearChain::run() const {
  Match run = *chosen_.front();
  for (std::size_t i = 1; i < chosen_.size(); ++i) {
    const Match& match = *chosen_[i];
    run.first = std::min(run.first, match.first);
    run.last = std::max(run.last, match.last);
    run.parts.insert(run.parts.end(), match.parts.begin(), match.parts.end());
  }
  return run;
}

bool is_disturbed(const Match& match, const MatchList& avoided, const ast::Closeness& closeness,
                  DocumentPositions& positions) {
  const PositionRange range = reach(match, closeness, positions);
  const auto view = avoided.around(range.first, range.last);
  return std::any_of(view.begin(), view.end(), [&](const Match& other) {
    const bool itself = other.first == match.first && other.last == match.last;
    return !itself && overlap(other, range) && same_text(other.first, match.first);
  });
}

}  // namespace morgue
