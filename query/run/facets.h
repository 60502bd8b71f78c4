// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the values of all matching articles.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/entities/name_table.h"
#include "query/hit.h"

namespace morgue {

/// What a facet counts.
struct FacetSource {
  enum class Kind { Values, Extra, Year, Month, Day };
  std::string name;  ///< as it is shown and queried
  Kind kind = Kind::Values;
  unsigned slot = 0;                     ///< Values
  std::optional<EntityKind> names = {};  ///< Values of this kind are names, to be corrected
};

/// The facet of a field, alias, extra field (one of `fields`), or of "year", "month", "day"; null
/// when that is none.
std::unique_ptr<FacetSource> find_facet(std::string_view name,
                                        const std::vector<std::string>& fields);

/// Names that find_facet() knows.
std::vector<std::string> facet_names(const std::vector<std::string>& fields);

/// Sees every match once, if the matcher is told to look at every document. An article counts once
/// for each of its values; for years, months and days, for each that it may be of (its date may be
/// known only to the month), as the row's query does.
class FacetCounter : public Xapian::MatchSpy {
 public:
  /// `names` must outlive this.
  FacetCounter(std::vector<FacetSource> sources, const NameTable& names);

  void operator()(const Xapian::Document& document, double weight) override;

  /// Counts copies of an article that has been counted: each of their values that neither that nor
  /// one before has.
  void count_once(const Xapian::Document& counted, const std::vector<Xapian::Document>& copies);

  /// The commonest `rows` values of a source and how many more there are; ties by value. The
  /// queries are not filled in.
  Facet result(std::size_t source, std::size_t rows) const;

 private:
  using Use = std::function<void(std::string_view value)>;
  void for_each_of(std::size_t source, const Xapian::Document& document, const Use& use);
  void for_each_name(std::size_t source, const Xapian::Document& document, const Use& use);
  void for_each_period(std::size_t source, const Xapian::Document& document, const Use& use);

  std::vector<FacetSource> sources_;
  const NameTable& names_;
  std::vector<std::unordered_map<std::string, std::uint64_t>> counts_;
  std::string key_;  ///< reused
};

/// The query part that finds a row: person:="Claudia Sheinbaum", date:2024-03.
std::string row_query(const FacetSource& source, std::string_view value);

/// The field that an article without any value lacks.
std::string presence_field(const FacetSource& source);

}  // namespace morgue
