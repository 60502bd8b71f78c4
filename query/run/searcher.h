// SPDX-License-Identifier: GPL-3.0-or-later
// One or more open archives, and what can be asked of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/base/result.h"
#include "query/explanation.h"
#include "query/hit.h"
#include "query/parse/dialect/dialect.h"
#include "query/parse/query_error.h"
#include "query/provenance.h"
#include "query/run/ranking_parameters.h"

namespace morgue {

/// Ties fall to the newer article, then to the smaller id.
enum class SortOrder { Relevance, OldestFirst, NewestFirst };

/// When a page says why it holds what it holds.
enum class WhyWhen { Never, NoHits, Always };

struct FacetRequest {
  std::string name;         ///< as typed; an unknown name is a QueryError
  std::uint32_t rows = 10;  ///< the most common values

  friend bool operator==(const FacetRequest&, const FacetRequest&) = default;
};

/// Newer articles are ranked higher: one as new as the newest of the archives (but not newer than
/// `today`) gains as much as the best match scores without it, and for each `half_life` days of age
/// half of that. One without a date gains nothing. Which articles match does not change.
struct Decay {
  double half_life = 0;    ///< days
  std::int32_t today = 0;  ///< in days since 1970-01-01

  friend bool operator==(const Decay&, const Decay&) = default;
};

/// Which of several copies of one text are listed. Totals always count both.
enum class ListedCopies {
  All,
  First,  ///< of those that match, the earliest dated
  Only,   ///< articles that have copies in the archive, and no others match
};

/// What facets count: every article, or the copies of one text as one.
enum class CountedCopies { All, Once };

struct SearchRequest {
  std::string query;
  /// Of `query`; the queries of the page are always Morgue's.
  Syntax syntax = Syntax::Morgue;
  std::uint64_t limit = 10;  ///< 0: all
  std::uint64_t offset = 0;  ///< hits to pass over
  std::string after;         ///< a cursor (ResultPage::next) of the same query; or empty
  SortOrder sort = SortOrder::Relevance;
  std::optional<Decay> decay;  ///< for SortOrder::Relevance
  std::vector<FacetRequest> facets;
  ListedCopies listed_copies = ListedCopies::All;
  CountedCopies counted_copies = CountedCopies::All;
  bool any = false;            ///< plain words are joined with OR
  bool literal = false;        ///< the whole text is plain words
  bool exact_case = false;     ///< words are written with the same capitals as here
  bool exact_accents = false;  ///< words are written with the same accents as here
  bool strict_mixes = false;   ///< AND and OR mixed without parentheses are refused
  bool lenient = false;        ///< errors become notes where the rest still makes a query
  std::size_t max_expansions = 10000;
  bool engine_operators = true;       ///< CompileOptions::engine_operators
  bool want_articles = true;          ///< false: of each hit's article only the id is filled
  std::optional<std::int32_t> today;  ///< for relative dates, days since 1970-01-01; else the clock
  RankingParameters ranking;
  WhyWhen why = WhyWhen::Never;
};

/// One word of the archive.
struct TermRow {
  std::string form;  ///< folded
  std::uint64_t articles = 0;
  std::uint64_t occurrences = 0;
};

struct Selection;
class TextArchive;

/// Takes hits one by one, so that a result of any size needs the memory of a few articles.
class HitSink {
 public:
  virtual ~HitSink() = default;

  /// Called once, before the first hit, also when there is none: the page with everything that is
  /// known by then: query, canonical, totals, and the notes so far. No hits.
  virtual void begin(const ResultPage& head) = 0;

  /// The next hit in order; false stops the search.
  virtual bool hit(Hit&& hit) = 0;
};

/// Reads one generation of each archive, the one that was current when it was opened. A failing
/// environment (a damaged archive, a failing disk) throws IndexError. Single-threaded.
class Searcher {
 public:
  /// Throws IndexError when an archive is missing, damaged, or of another version.
  static Searcher open(const std::vector<std::string>& archives);

  /// Those that are open, as they were then.
  std::vector<ArchiveState> archives() const;

  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  Result<ResultPage, QueryError> search(const SearchRequest& request);

  /// The same, with the hits going to `sink`. The page given back has no hits, but everything else:
  /// facets, the cursor, and all notes, those of the head first. On an error begin() is not called.
  Result<ResultPage, QueryError> search(const SearchRequest& request, HitSink& sink);

  /// Totals and notes only.
  Result<ResultPage, QueryError> count(const SearchRequest& request);

  /// All matching articles, for exploration; `request.limit` and the like are not looked at.
  Result<Selection, QueryError> select(const SearchRequest& request);

  /// The article with this id and whom it names; no rank, no matches.
  std::optional<Hit> article(std::string_view id) const;

  /// The article with this id and its copies in the archive, the one that stands for all first;
  /// alone when it has none, empty when there is no such article.
  std::vector<Article> copies(std::string_view id) const;

  /// The article with this id and where the query's clauses match in it, whether it is a hit or
  /// not.
  Result<std::optional<Hit>, QueryError> show(std::string_view id, const SearchRequest& request);

  /// A text to be searched as if it were an article of the archives, which must outlive it.
  std::unique_ptr<TextArchive> with_text(Article text) const;

  /// The queries that are saved in the archives, by name.
  std::map<std::string, std::string, std::less<>> saved_queries() const;

  /// Names that a query may ask for, and facets may be asked of.
  std::vector<std::string> known_fields() const;
  std::vector<std::string> known_facets() const;

  /// The words that match a word or a wildcard, by form; at most `limit`, 0 for all.
  Result<std::vector<TermRow>, QueryError> terms(std::string_view pattern, std::size_t limit);

  /// How a request is understood and run, and what the scores of its first hits are made of.
  Result<Explanation, QueryError> explain(const SearchRequest& request);

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
