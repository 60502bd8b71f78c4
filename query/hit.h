// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found, as plain data between the stage that runs it and the one that shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/article/entity.h"
#include "common/article/mention.h"
#include "common/base/span.h"
#include "query/parse/query_error.h"
#include "query/why.h"

namespace morgue {

/// Words first to last of a title or body, both included, counted from 0 as the analyzer finds
/// them.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const WordRange&, const WordRange&) = default;
};

/// Why an article was found: a run of words that satisfies a clause of the query.
struct ShownMatch {
  std::size_t clause = 0;  ///< clauses that are wanted are numbered in the order of the query
  WordRange run;
  std::vector<WordRange> parts;  ///< the words, phrases and names inside that are to be marked
};

struct Hit {
  std::uint64_t rank = 0;     ///< 1-based, over the whole result and not only this page
  double score = 0;           ///< 0 when the result is not sorted by relevance
  std::uint64_t copies = 1;   ///< matching articles of this text, of which only this one is listed
  std::uint64_t outlets = 0;  ///< of the others, each once
  Article article;
  std::vector<Span> boilerplate;  ///< of the body, in bytes, ascending; no text of the article
  std::vector<ShownMatch> in_title, in_body;  ///< by clause, then place; on request
  std::vector<Mention> mentions;  ///< in the order of the text; only of an article shown by its id
  std::vector<Entity> entities;   ///< the same taken together, and those of the metadata
};

struct FacetRow {
  std::string value;
  std::uint64_t count = 0;
  std::string query;  ///< canonical; finds exactly `count` articles (CountedCopies::Once: texts)
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
  bool copies_once = false;  ///< facets count the copies of one text as one
  std::vector<Note> notes;
  std::string next;        ///< cursor for --after when more hits follow; else empty
  std::optional<Why> why;  ///< on request
};

}  // namespace morgue
