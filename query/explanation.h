// SPDX-License-Identifier: GPL-3.0-or-later
// How a query is understood, run and scored: plain data.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace morgue {

/// A word of a query that stands for several words of the archive.
struct Expansion {
  std::string typed;
  std::vector<std::pair<std::string, std::uint64_t>> words;  ///< with their articles, most first
};

/// What a word of the query adds to a score.
struct ScorePart {
  std::string word;  ///< as in Expansion::typed, with its field
  double from_title = 0;
  double from_body = 0;
  double from_other = 0;  ///< byline, source …; how close the words stand; how new the article is

  double score() const { return from_title + from_body + from_other; }
};

struct ScoredHit {
  std::uint64_t rank = 0;
  std::string id, title;
  double score = 0;
  std::vector<ScorePart> parts;  ///< in the order of the query; they add up to the score
};

struct Explanation {
  std::string query;  ///< as typed
  std::string canonical;
  std::vector<std::string> tree;  ///< a node a line, indented
  std::vector<Expansion> expansions;
  std::vector<std::string> plan;  ///< the engine's query, an operator a line, indented
  std::vector<ScoredHit> best;
};

}  // namespace morgue
