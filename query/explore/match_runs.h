// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of words that a query matches in a title or a body.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "query/hit.h"

namespace morgue {

/// By place; what several clauses match is one run.
inline std::vector<WordRange> runs_of(const std::vector<ShownMatch>& matches) {
  std::vector<WordRange> runs;
  for (const ShownMatch& match : matches) runs.push_back(match.run);
  std::sort(runs.begin(), runs.end(), [](const WordRange& a, const WordRange& b) {
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
  });
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

}  // namespace morgue
