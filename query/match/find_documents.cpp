// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/find_documents.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/match/day_range_source.h"
#include "query/match/document_set_source.h"
#include "query/match/segment_days.h"

namespace morgue {
namespace {

using Xapian::Query;

using MaybeAmong = const DocumentNumbers*;

std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

/// Documents in any order, some perhaps more than once.
class Gatherer {
 public:
  explicit Gatherer(Xapian::docid last) : bits_(last / 64 + 1) {}

  void add(Xapian::docid document) { bits_[document / 64] |= std::uint64_t{1} << (document % 64); }

  DocumentNumbers documents() const {
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t word = bits_[i]; word != 0; word &= word - 1) {
        numbers.push_back(static_cast<std::uint32_t>(i * 64) +
                          static_cast<std::uint32_t>(__builtin_ctzll(word)));
      }
    }
    return DocumentNumbers(numbers.size(), numbers.data());
  }

 private:
  std::vector<std::uint64_t> bits_;
};

class Finder {
 public:
  explicit Finder(const SearchedSegment& segment)
      : segment_(segment.database), postings_(segment.postings), columns_(segment.columns) {}

  /// The documents of `query`; of those, the ones of `among`, if that is not null.
  DocumentNumbers find(const Query& query, MaybeAmong among) const {
    switch (query.get_type()) {
      case Query::LEAF_MATCH_NOTHING:
        return {};
      case Query::LEAF_MATCH_ALL:
        return among != nullptr ? *among : all();
      case Query::LEAF_TERM:
        return of_terms({term_of(query)}, among);
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
        return any_of(query, among);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return all_of(query, among);
      case Query::OP_AND_NOT:
        return without(query, among);
      case Query::OP_AND_MAYBE:
      case Query::OP_SCALE_WEIGHT:
        return find(query.get_subquery(0), among);
      case Query::LEAF_POSTING_SOURCE:
        if (const auto days = DayRangeSource::range_of(query)) return of_days(*days, among);
        return by_engine(query, among);
      default:
        return by_engine(query, among);
    }
  }

 private:
  DocumentNumbers all() const;
  DocumentNumbers of_terms(const std::vector<std::string>& terms, MaybeAmong among) const;
  DocumentNumbers of_days(const DayRange& wanted, MaybeAmong among) const;
  DocumentNumbers any_of(const Query& query, MaybeAmong among) const;
  DocumentNumbers all_of(const Query& query, MaybeAmong among) const;
  DocumentNumbers without(const Query& query, MaybeAmong among) const;
  DocumentNumbers by_engine(const Query& query, MaybeAmong among) const;

  std::uint64_t most_of(const Query& query) const;

  const Xapian::Database& segment_;
  SegmentPostings& postings_;
  const Columns* columns_;
};

DocumentNumbers Finder::all() const {
  const Xapian::docid last = segment_.get_lastdocid();
  DocumentNumbers documents;
  if (segment_.get_doccount() == last) {
    documents.addRange(1, std::uint64_t{last} + 1);
    return documents;
  }
  return of_terms({""}, nullptr);
}

DocumentNumbers Finder::of_terms(const std::vector<std::string>& terms, MaybeAmong among) const {
  const std::uint64_t wanted = among == nullptr ? 0 : among->cardinality();
  if (among != nullptr && wanted == 0) return {};
  Gatherer found(segment_.get_lastdocid());
  for (const std::string& term : terms) {
    const auto list = among == nullptr ? postings_.list(term) : postings_.list_for(term, wanted);
    if (list != nullptr) {
      for (const std::uint32_t document : list->documents) found.add(document);
      continue;
    }
    for (const std::uint32_t document : *among) {
      if (postings_.frequency(term, document)) found.add(document);
    }
  }
  DocumentNumbers documents = found.documents();
  if (among != nullptr) documents &= *among;
  return documents;
}

DocumentNumbers Finder::of_days(const DayRange& wanted, MaybeAmong among) const {
  SegmentDays days(segment_, columns_);
  std::vector<std::uint32_t> found;
  const auto judge = [&](std::uint32_t document) {
    if (days.of(document).meets(wanted)) found.push_back(document);
  };
  if (among != nullptr) {
    for (const std::uint32_t document : *among) judge(document);
  } else {
    const Xapian::docid last = segment_.get_lastdocid();
    for (std::uint32_t document = 1; document <= last; ++document) judge(document);
  }
  return DocumentNumbers(found.size(), found.data());
}

DocumentNumbers Finder::any_of(const Query& query, MaybeAmong among) const {
  std::vector<std::string> terms;
  DocumentNumbers documents;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_TERM) {
      terms.push_back(term_of(part));
    } else {
      documents |= find(part, among);
    }
  }
  if (!terms.empty()) documents |= of_terms(terms, among);
  return documents;
}

/// So many documents at most, of a query that takes no engine.
std::uint64_t Finder::most_of(const Query& query) const {
  const std::uint64_t every = segment_.get_doccount();
  std::uint64_t most = 0;
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return postings_.count(term_of(query));
    case Query::LEAF_MATCH_NOTHING:
      return 0;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      for (std::size_t i = 0; i < query.get_num_subqueries() && most < every; ++i) {
        most += most_of(query.get_subquery(i));
      }
      return std::min(most, every);
    case Query::OP_AND:
    case Query::OP_FILTER:
      most = every;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        most = std::min(most, most_of(query.get_subquery(i)));
      }
      return most;
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return most_of(query.get_subquery(0));
    default:
      return every;
  }
}

DocumentNumbers Finder::all_of(const Query& query, MaybeAmong among) const {
  std::vector<std::pair<std::uint64_t, Query>> own;
  std::vector<std::pair<std::uint64_t, Query>> dates;
  std::vector<Query> engine;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    Query part = query.get_subquery(i);
    if (DayRangeSource::range_of(part)) {
      dates.emplace_back(0, std::move(part));
    } else if (takes_more_than_postings(part)) {
      engine.push_back(std::move(part));
    } else {
      own.emplace_back(most_of(part), std::move(part));
    }
  }
  std::sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::move(dates.begin(), dates.end(), std::back_inserter(own));  // cheap for each that is left
  DocumentNumbers left;
  for (const auto& [most, part] : own) {
    left = find(part, among);
    if (left.isEmpty()) return left;
    among = &left;
  }
  if (engine.empty()) return left;
  // One that is only in part the engine's is taken apart again.
  if (engine.size() == 1) return find(engine.front(), among);
  return by_engine(Query(Query::OP_AND, engine.begin(), engine.end()), among);
}

DocumentNumbers Finder::without(const Query& query, MaybeAmong among) const {
  DocumentNumbers left = find(query.get_subquery(0), among);
  for (std::size_t i = 1; i < query.get_num_subqueries() && !left.isEmpty(); ++i) {
    left -= find(query.get_subquery(i), &left);
  }
  return left;
}

DocumentNumbers Finder::by_engine(const Query& query, MaybeAmong among) const {
  Query wanted = query;
  if (among != nullptr) {
    if (among->isEmpty()) return {};
    auto documents = std::make_shared<DocumentsByUuid>();
    documents->emplace(segment_.get_uuid(), *among);
    wanted = Query(Query::OP_FILTER, wanted, query_of(std::move(documents)));
  }
  Xapian::Enquire enquire(segment_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(wanted);
  const Xapian::MSet found = enquire.get_mset(0, segment_.get_doccount());
  std::vector<std::uint32_t> numbers(found.begin(), found.end());
  return DocumentNumbers(numbers.size(), numbers.data());
}

}  // namespace

DocumentNumbers find_documents(const Xapian::Query& query, const SearchedSegment& segment,
                               const DocumentNumbers* among) {
  return Finder(segment).find(query, among);
}

bool takes_more_than_postings(const Xapian::Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return false;
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return takes_more_than_postings(query.get_subquery(0));
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        if (takes_more_than_postings(query.get_subquery(i))) return true;
      }
      return false;
    default:
      return true;
  }
}

}  // namespace morgue
