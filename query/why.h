// SPDX-License-Identifier: GPL-3.0-or-later
// Why a query finds what it finds, and what near it finds more: plain data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

/// One of the clauses that all must hold.
struct ClauseCount {
  std::string query;           ///< canonical
  bool unwanted = false;       ///< a NOT
  std::uint64_t articles = 0;  ///< what it finds alone; of a NOT: what it takes away from the rest
  std::uint64_t so_far = 0;    ///< what it and all clauses before it find together
  std::uint64_t without = 0;   ///< what the query finds when it is left out
};

/// A word that few articles have, and one like it that many have.
struct Respelling {
  std::size_t clause = 0;  ///< which the word stands in, as in Why::clauses
  std::string word;        ///< as typed
  std::uint64_t articles = 0;
  std::string meant;                 ///< a word of the archive, in folded letters
  std::uint64_t meant_articles = 0;  ///< where the word was looked for (a field, or the text)
  std::string query;                 ///< the whole query with all that were meant; canonical
  std::uint64_t total = 0;           ///< what that finds
};

/// A query that asks for less, and so finds more.
struct NearQuery {
  std::string query;   ///< canonical
  std::string change;  ///< in a few words
  std::uint64_t articles = 0;
};

struct Why {
  std::uint64_t total = 0;
  std::vector<ClauseCount> clauses;       ///< in the order of the query
  std::size_t more_clauses = 0;           ///< beyond those, not looked at
  std::optional<std::size_t> emptied_by;  ///< the first clause with which nothing is left
  std::vector<Respelling> respellings;
  std::vector<NearQuery> nearest;  ///< nearest first
};

}  // namespace morgue
