// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the searcher that knows of copies.
#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

#include "common/index/schema.h"
#include "query/plan/name_terms.h"
#include "query/plan/rewrite.h"
#include "query/run/searcher_impl.h"

namespace morgue {
namespace {

constexpr auto kSource = slot_number(Slot::Source);

}  // namespace

ArticleSet Searcher::Impl::matching(const SearchRequest& request,
                                    const Xapian::Query& query) const {
  ArticleSet found = archives.articles(query);
  if (request.listed_copies == ListedCopies::Only) found &= archives.copies().members();
  return found;
}

MatchedCopies Searcher::Impl::copies_among(const ArticleSet& matching) const {
  MatchedCopies copies;
  const CopyIndex& index = archives.copies();
  if (index.empty()) return copies;
  ArticleSet members = matching;
  members &= index.members();
  const auto is_found = [&](Xapian::docid article) {
    const std::size_t place = JoinedNumber::place(article, archives.segments());
    return members.segments[place].contains(JoinedNumber::document(article, archives.segments()));
  };
  std::unordered_set<const CopyIndex::Group*> done;
  for (std::size_t place = 0; place < members.segments.size(); ++place) {
    for (const std::uint32_t document : members.segments[place]) {
      const CopyIndex::Group* group =
          index.group_of(JoinedNumber::of(place, document, archives.segments()));
      if (group == nullptr || !done.insert(group).second) continue;
      std::vector<Xapian::docid> found;
      std::copy_if(group->begin(), group->end(), std::back_inserter(found), is_found);
      if (found.size() < 2) continue;
      const Xapian::docid first = found.front();
      found.erase(found.begin());
      copies.later.insert(copies.later.end(), found.begin(), found.end());
      copies.behind.emplace(first, std::move(found));
    }
  }
  std::sort(copies.later.begin(), copies.later.end());
  return copies;
}

ArticleSet Searcher::Impl::without(ArticleSet matching, const MatchedCopies& copies) const {
  for (const Xapian::docid article : copies.later) {
    const std::size_t place = JoinedNumber::place(article, archives.segments());
    matching.segments[place].remove(JoinedNumber::document(article, archives.segments()));
  }
  return matching;
}

Listed Searcher::Impl::listed(const SearchRequest& request, const ArticleSet& matching,
                              const MatchedCopies& copies) const {
  if (request.listed_copies == ListedCopies::First && !copies.later.empty()) {
    return {without(matching, copies), false};
  }
  return {matching, request.listed_copies != ListedCopies::Only};
}

void Searcher::Impl::set_totals(const SearchRequest& request, Prepared& prepared) const {
  const ArticleSet found = matching(request, prepared.plan.query);
  prepared.head.total = found.size();
  prepared.head.distinct = prepared.head.total - copies_among(found).count();
}

std::vector<Facet> Searcher::Impl::facets_of(const SearchRequest& request, const Prepared& prepared,
                                             const ArticleSet& found, const MatchedCopies& copies) {
  const bool once = request.counted_copies == CountedCopies::Once;
  FacetCounter counter(prepared.facets, archives, found, facet_cache);
  counter.count(once ? without(found, copies) : found);
  if (once) {
    for (const auto& [first, others] : copies.behind) counter.count_once(first, others);
  }
  std::vector<Facet> facets;
  for (std::size_t i = 0; i < prepared.facets.size(); ++i) {
    const FacetSource& source = prepared.facets[i];
    Facet facet = counter.result(i, request.facets[i].rows);
    for (FacetRow& row : facet.rows) {
      row.query = narrowed(*prepared.tree, row_query(source, row.value));
    }
    const std::string field = presence_field(source);
    // One with a value has the field; one without may have it, its value being too long to count.
    facet.missing = count_lacking(request, field, once ? found : counter.without_value(i));
    facet.missing_query = narrowed(*prepared.tree, "missing:" + field);
    facets.push_back(std::move(facet));
  }
  return facets;
}

std::uint64_t Searcher::Impl::count_lacking(const SearchRequest& request, const std::string& field,
                                            const ArticleSet& among) const {
  ArticleSet lacks = among;
  lacks -= archives.articles(has_field(field, archives.view()), &among);
  if (request.counted_copies == CountedCopies::All) return lacks.size();
  return lacks.size() - copies_among(lacks).count();
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
