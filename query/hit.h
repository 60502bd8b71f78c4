// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found, as plain data between the stage that runs it and the one that shows it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "query/parse/query_error.h"

namespace morgue {

/// One position of a phrase to mark in a text: any of these folded forms.
struct MarkedWord {
  std::vector<std::string> folded;  ///< sorted; a token matches by its folded or its bare form
  std::string exact;                ///< if not empty, the token must also be written like this
  std::string prefix;               ///< if not empty: any folded form that begins with this instead
};

/// What to mark in titles and bodies: each entry is a word, or a phrase of adjacent words.
using Marks = std::vector<std::vector<MarkedWord>>;

struct Hit {
  std::uint64_t rank = 0;  ///< 1-based, over the whole result and not only this page
  double score = 0;        ///< 0 when the result is not sorted by relevance
  std::uint64_t copies = 1;
  Article article;
};

struct FacetRow {
  std::string value;
  std::uint64_t count = 0;
  std::string query;  ///< canonical; finds exactly `count` articles
};

struct Facet {
  std::string name;
  std::vector<FacetRow> rows;      ///< by count, then value
  std::uint64_t other_values = 0;  ///< values beyond the rows shown
  std::uint64_t missing = 0;       ///< matching articles without any value
  std::string missing_query;
};

struct ResultPage {
  std::string query;  ///< as typed
  std::string canonical;
  std::uint64_t total = 0;     ///< every matching article
  std::uint64_t distinct = 0;  ///< the same with copies counted once
  std::uint64_t undated = 0;   ///< articles a date filter could not judge
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<Note> notes;
  Marks marks;
  std::string next;  ///< cursor for --after when more hits follow; else empty
};

}  // namespace morgue
