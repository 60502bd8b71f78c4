// SPDX-License-Identifier: GPL-3.0-or-later
// Matches close to each other.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "query/match/document_positions.h"
#include "query/match/match_list.h"
#include "query/parse/ast.h"

namespace morgue {

/// Chooses one match of each list such that no two overlap and each neighbouring two are close.
class NearChain {
 public:
  /// `steps` counts the work; find() throws TooMuchWork when it is too much. What is referred to
  /// must outlive this.
  NearChain(const std::vector<ast::Closeness>& between, std::vector<MatchList> lists,
            DocumentPositions& positions, std::uint64_t& steps)
      : between_(between), lists_(std::move(lists)), positions_(positions), steps_(steps) {}

  /// The smallest runs of positions that hold such a choice; or any one of the runs.
  Matches find(bool one_is_enough);

 private:
  void drop_dead_ends();
  bool extend();
  bool fits(const Match& candidate) const;
  Match run() const;

  const std::vector<ast::Closeness>& between_;
  std::vector<MatchList> lists_;
  DocumentPositions& positions_;
  std::uint64_t& steps_;
  std::vector<const Match*> chosen_;
  Matches found_;
  bool one_is_enough_ = false;
};

/// Whether a match of `avoided`, other than `match` itself, overlaps it or is close to it.
bool is_disturbed(const Match& match, const MatchList& avoided, const ast::Closeness& closeness,
                  DocumentPositions& positions);

}  // namespace morgue
