// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the searcher that knows of copies.
#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

#include "common/index/schema.h"
#include "query/plan/compile.h"
#include "query/run/searcher_impl.h"

namespace morgue {
namespace {

constexpr auto kSource = static_cast<Xapian::valueno>(Slot::Source);

}  // namespace

Xapian::Query Searcher::Impl::matching(const SearchRequest& request,
                                       const Xapian::Query& query) const {
  const Xapian::Query live = archives.live(query);
  if (request.listed_copies != ListedCopies::Only) return live;
  if (archives.copies().empty()) return Xapian::Query::MatchNothing;
  return {Xapian::Query::OP_FILTER, live, archives.copies().members()};
}

MatchedCopies Searcher::Impl::copies_among(const Xapian::Query& matching) const {
  MatchedCopies copies;
  const CopyIndex& index = archives.copies();
  if (index.empty()) return copies;
  Xapian::Enquire enquire(archives.view().database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query({Xapian::Query::OP_FILTER, matching, index.members()});
  const Xapian::MSet mset = enquire.get_mset(0, archives.view().database.get_doccount());
  const std::unordered_set<Xapian::docid> found(mset.begin(), mset.end());
  std::unordered_set<const CopyIndex::Group*> done;
  for (const Xapian::docid article : found) {
    const CopyIndex::Group* group = index.group_of(article);
    if (group == nullptr || !done.insert(group).second) continue;
    std::vector<Xapian::docid> members;
    std::copy_if(group->begin(), group->end(), std::back_inserter(members),
                 [&](Xapian::docid member) { return found.count(member) > 0; });
    if (members.size() < 2) continue;
    const Xapian::docid first = members.front();
    members.erase(members.begin());
    copies.later.insert(copies.later.end(), members.begin(), members.end());
    copies.behind.emplace(first, std::move(members));
  }
  std::sort(copies.later.begin(), copies.later.end());
  return copies;
}

Xapian::Query Searcher::Impl::without(const Xapian::Query& matching,
                                      const MatchedCopies& copies) const {
  if (copies.later.empty()) return matching;
  return {Xapian::Query::OP_AND_NOT, matching, query_of(archives.by_segment(copies.later))};
}

void Searcher::Impl::set_totals(const SearchRequest& request, Prepared& prepared) const {
  const Xapian::Query found = matching(request, prepared.plan.query);
  prepared.head.total = count_live(found);
  prepared.head.distinct = prepared.head.total - copies_among(found).count();
}

void Searcher::Impl::count_firsts(const SearchRequest& request, const Prepared& prepared,
                                  const MatchedCopies& copies, FacetCounter& counter) const {
  const Xapian::Database& database = archives.view().database;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(without(matching(request, prepared.plan.query), copies));
  enquire.add_matchspy(&counter);
  enquire.get_mset(0, 0, database.get_doccount());
}

void Searcher::Impl::count_copies(const SearchRequest& request, const MatchedCopies& copies,
                                  FacetCounter& counter) const {
  const Xapian::Database& database = archives.view().database;
  for (const auto& [first, others] : copies.behind) {
    std::vector<Xapian::Document> documents;
    for (const Xapian::docid other : others) documents.push_back(database.get_document(other));
    if (request.counted_copies == CountedCopies::Once) {
      counter.count_once(database.get_document(first), documents);
    } else {
      for (const Xapian::Document& document : documents) counter(document, 0);
    }
  }
}

std::uint64_t Searcher::Impl::count_lacking(const SearchRequest& request, const Prepared& prepared,
                                            const std::string& field) const {
  const Xapian::Query lacks =
      matching(request, lacking(prepared.plan.query, field, archives.view()));
  const std::uint64_t articles = count_live(lacks);
  if (request.counted_copies == CountedCopies::All) return articles;
  return articles - copies_among(lacks).count();
}

void Searcher::Impl::add_copies(const MatchedCopies& copies, Xapian::docid article,
                                Hit& hit) const {
  const auto found = copies.behind.find(article);
  if (found == copies.behind.end()) return;
  hit.copies = 1 + found->second.size();
  std::set<std::string> outlets;
  for (const Xapian::docid other : found->second) {
    const std::string outlet = archives.view().database.get_document(other).get_value(kSource);
    if (!outlet.empty()) outlets.insert(outlet);
  }
  hit.outlets = outlets.size();
}

}  // namespace morgue
