// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/match_finder.h"

#include <iterator>
#include <utility>

#include "query/match/loose_phrase.h"
#include "query/match/near_chain.h"

namespace morgue {
namespace {

void keep_if_in(std::vector<std::uint32_t>& positions, match::Window window) {
  const auto outside = [&](std::uint32_t position) {
    return position < window.first || position >= window.last;
  };
  positions.erase(std::remove_if(positions.begin(), positions.end(), outside), positions.end());
}

void remove_all(std::vector<std::uint32_t>& positions, const std::vector<std::uint32_t>& gone) {
  const auto is_gone = [&](std::uint32_t position) {
    return std::binary_search(gone.begin(), gone.end(), position);
  };
  positions.erase(std::remove_if(positions.begin(), positions.end(), is_gone), positions.end());
}

/// For each match of a list, which of those from it to the end of its title or body ends first.
std::vector<std::size_t> first_ends_from(const Matches& list) {
  std::vector<std::size_t> best(list.size());
  for (std::size_t i = list.size(); i-- > 0;) {
    best[i] = i;
    const bool goes_on = i + 1 < list.size() && same_text(list[i].first, list[i + 1].first);
    if (goes_on && list[best[i + 1]].last < list[i].last) best[i] = best[i + 1];
  }
  return best;
}

}  // namespace

Matches MatchFinder::find(const match::Node& node, Xapian::docid document) {
  positions_.move_to(document);
  steps_ = 0;
  return matches(node);
}

bool MatchFinder::has(const match::Node& node, Xapian::docid document, std::uint32_t at_least) {
  positions_.move_to(document);
  steps_ = 0;
  const auto* near = std::get_if<match::Near>(&node.value);
  if (near != nullptr && at_least == 1) return !near_matches(*near, true).empty();
  return matches(node).size() >= at_least;
}

Matches MatchFinder::matches(const match::Node& node) {
  return std::visit([this](const auto& value) { return matches_of(value); }, node.value);
}

Match MatchFinder::word_run(std::uint32_t first, std::uint32_t last) const {
  Match match{{first, last}, {}};
  if (with_parts_) match.parts.push_back(match);
  return match;
}

void MatchFinder::collect(const match::Place& place, match::Window window,
                          std::vector<std::uint32_t>& positions) {
  positions_.collect(place.terms, positions);
  keep_if_in(positions, window);
  if (place.excluded.empty() || positions.empty()) return;
  positions_.collect(place.excluded, excluded_);
  remove_all(positions, excluded_);
}

// Keeps the start positions of sequences that hold so far, and narrows them word by word.
Matches MatchFinder::matches_of(const match::Sequence& sequence) {
  const auto& places = sequence.places;
  if (sequence.slop > 0) {
    std::vector<LooseWord> words;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i].any_word) continue;
      words.push_back({static_cast<std::uint32_t>(i), {}});
      collect(places[i], sequence.window, words.back().positions);
      if (words.back().positions.empty()) return {};
    }
    return loose_matches(words, sequence.slop, with_parts_, steps_);
  }
  std::vector<std::uint32_t> starts;
  bool started = false;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].any_word) continue;
    collect(places[i], sequence.window, here_);
    if (!started) {
      starts.clear();
      for (const std::uint32_t position : here_) {
        if (position >= i) starts.push_back(position - i);
      }
      started = true;
    } else {
      const auto breaks_here = [&](std::uint32_t start) {
        return !std::binary_search(here_.begin(), here_.end(), start + i);
      };
      starts.erase(std::remove_if(starts.begin(), starts.end(), breaks_here), starts.end());
    }
    if (starts.empty()) return {};
  }
  const auto length = static_cast<std::uint32_t>(places.size());
  const bool open_edge = places.front().any_word || places.back().any_word;
  Matches found;
  for (const std::uint32_t start : starts) {
    const std::uint32_t last = start + length - 1;
    if (open_edge) {  // there must be a word at the edge, and in the window
      const bool in_window = start >= sequence.window.first && last < sequence.window.last;
      const bool in_body = start >= kBodyBase;
      const bool in_title = start >= kTitleStart && last < kTitleEnd;
      if (!in_window || !(in_body || in_title) || last > positions_.last_position(start)) continue;
    }
    found.push_back(word_run(start, last));
  }
  return found;
}

Matches MatchFinder::matches_of(const match::Mention& mention) {
  Matches found;
  for (const std::string& term : mention.terms) {
    positions_.collect({term}, here_);
    for (std::size_t i = 0; i < here_.size();) {
      std::size_t end = i + 1;
      while (end < here_.size() && here_[end] == here_[end - 1] + 1) ++end;
      found.push_back(word_run(here_[i], here_[end - 1]));
      i = end;
    }
  }
  sort_unique(found);
  return found;
}

Matches MatchFinder::matches_of(const match::AnyOf& any) {
  Matches found;
  for (const match::NodePtr& child : any.children) {
    Matches more = matches(*child);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  sort_unique(found);
  return found;
}

Matches MatchFinder::matches_of(const match::AllOf& all) {
  std::vector<Matches> lists;
  for (const match::NodePtr& child : all.children) {
    lists.push_back(matches(*child));
    if (lists.back().empty()) return {};
  }
  std::vector<std::vector<std::size_t>> first_ends;
  std::vector<std::uint32_t> begins;
  for (const Matches& list : lists) {
    first_ends.push_back(first_ends_from(list));
    for (const Match& match : list) begins.push_back(match.first);
  }
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  Matches found;
  std::vector<std::size_t> next(lists.size());  // per list: the first match from `begin` on
  for (const std::uint32_t begin : begins) {
    Match run{{0xFFFF'FFFF, 0}, {}};
    bool complete = true;
    for (std::size_t i = 0; i < lists.size() && complete; ++i) {
      while (next[i] < lists[i].size() && lists[i][next[i]].first < begin) ++next[i];
      complete = next[i] < lists[i].size() && same_text(lists[i][next[i]].first, begin);
      if (!complete) break;
      const Match& chosen = lists[i][first_ends[i][next[i]]];
      run.first = std::min(run.first, chosen.first);
      run.last = std::max(run.last, chosen.last);
      run.parts.insert(run.parts.end(), chosen.parts.begin(), chosen.parts.end());
    }
    if (complete) found.push_back(std::move(run));
  }
  sort_unique(found);
  keep_minimal(found);
  return found;
}

Matches MatchFinder::near_matches(const match::Near& near, bool one_is_enough) {
  std::vector<MatchList> lists;
  for (const match::NodePtr& operand : near.operands) {
    lists.emplace_back(matches(*operand));
    if (lists.back().all().empty()) return {};
  }
  return NearChain(near.between, std::move(lists), positions_, steps_).find(one_is_enough);
}

Matches MatchFinder::matches_of(const match::Apart& apart) {
  Matches kept = matches(*apart.kept);
  if (kept.empty()) return kept;
  const MatchList avoided(matches(*apart.avoided));
  const auto disturbed = [&](const Match& match) {
    return is_disturbed(match, avoided, apart.closeness, positions_);
  };
  kept.erase(std::remove_if(kept.begin(), kept.end(), disturbed), kept.end());
  return kept;
}

Matches MatchFinder::matches_of(const match::Within& within) {
  Matches found = matches(*within.child);
  const auto outside = [&](const Match& match) {
    return match.first < within.window.first || match.last >= within.window.last;
  };
  found.erase(std::remove_if(found.begin(), found.end(), outside), found.end());
  return found;
}

}  // namespace morgue
