// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the values of articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/hit.h"
#include "query/run/article_set.h"
#include "query/run/facet_source.h"
#include "query/run/facet_values.h"
#include "query/run/open_archives.h"

namespace morgue {

/// The values of facets that have been asked for, kept from query to query. Used by one thread.
class FacetCache {
 public:
  using Values = std::shared_ptr<const FacetValues>;

  /// `archives` must outlive it.
  explicit FacetCache(const OpenArchives& archives) : archives_(archives) {}

  /// For the documents of `among` in the segment of this place.
  Values find(const FacetSource& source, std::size_t place, const DocumentNumbers& among);

 private:
  const OpenArchives& archives_;
  std::map<std::pair<std::string, std::size_t>, Values> known_;
};

/// An article counts once for each of its values; for years, months and days, for each that it may
/// be of (its date may be known only to the month), as the row's query does.
class FacetCounter {
 public:
  /// `all` holds every article that will be counted, and copies; it, `archives` and `cache` must
  /// outlive this.
  FacetCounter(std::vector<FacetSource> sources, const OpenArchives& archives,
               const ArticleSet& all, FacetCache& cache);

  /// Call it once.
  void count(const ArticleSet& articles);

  /// Counts copies of an article that has been counted: each of their values that neither that nor
  /// one before has.
  void count_once(Xapian::docid counted, const std::vector<Xapian::docid>& copies);

  /// The commonest `rows` values of a source and how many more there are; ties by value. The
  /// queries are not filled in.
  Facet result(std::size_t source, std::size_t rows) const;

  /// The articles of count() that have no value.
  const ArticleSet& without_value(std::size_t source) const {
    return counts_[source].without_value;
  }

 private:
  /// How often a number of FacetValues was seen.
  struct Count {
    FacetValues::Number number;
    std::uint32_t count;
  };
  struct SegmentCounts {
    FacetCache::Values values;
    std::vector<Count> counts;
  };
  struct Counts {
    std::vector<SegmentCounts> segments;         ///< those that have some
    std::map<std::string, std::uint64_t> texts;  ///< what is counted by value
    ArticleSet without_value;
  };

  /// How many articles of all segments have a value.
  struct Sum {
    std::string_view value;
    std::uint64_t count;
  };

  void count_values(std::size_t source, std::size_t place,
                    const std::vector<std::uint32_t>& documents);
  void count_periods(std::size_t source, std::size_t place,
                     const std::vector<std::uint32_t>& documents);
  FacetCache::Values values(std::size_t source, std::size_t place);
  std::vector<std::string> texts_of(std::size_t source, Xapian::docid article);
  static std::vector<Sum> sums_of(const Counts& counts);

  std::vector<FacetSource> sources_;
  const OpenArchives& archives_;
  const ArticleSet& all_;
  FacetCache& cache_;
  std::map<std::pair<std::size_t, std::size_t>, FacetCache::Values> values_;
  std::vector<Counts> counts_;
};

}  // namespace morgue
