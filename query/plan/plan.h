// SPDX-License-Identifier: GPL-3.0-or-later
// What to run: the engine's query and what there is to say about it. Refers to no open archive.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/match/expression.h"
#include "query/parse/query_error.h"

namespace morgue {

/// What a word of the query stands for, when that is more than one word.
struct WordExpansion {
  std::string typed;   ///< as describe() writes it
  std::string prefix;  ///< of the terms
  std::vector<std::string> forms;

  friend bool operator==(const WordExpansion&, const WordExpansion&) = default;
};

struct Plan {
  Xapian::Query query;
  /// With a date filter: the articles that only lack a date to be judged by it.
  std::optional<Xapian::Query> undated;
  /// What to show of a hit: where these match. One for each word, phrase, proximity or name that is
  /// wanted, in the order of the query.
  std::vector<match::NodePtr> shown;
  std::vector<Note> notes;
  std::vector<WordExpansion> expansions;
  bool has_weights = false;  ///< parts of the query are weighted by who wrote it
};

}  // namespace morgue
