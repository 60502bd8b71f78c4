// SPDX-License-Identifier: GPL-3.0-or-later
// A searcher over nothing but what the query says, so that commands are tested without an archive:
//   "none"  no hits      "bad"  a query error      "many"  a result without end
//   any other query: two hits, "a" and "b"; the words "tariff" and "tariffs"
#include <string>

#include "common/base/index_error.h"
#include "query/run/archive_errors.h"
#include "query/run/searcher.h"
#include "query/run/selection.h"
#include "query/run/text_archive.h"

namespace morgue {
namespace {

const QueryError kFault{"Q102", {0, 3}, "the query is bad", "try: good"};

Hit make_hit(std::uint64_t rank, std::string id) {
  Hit hit;
  hit.rank = rank;
  hit.article.id = std::move(id);
  hit.article.title = "Title";
  hit.article.body = "Body.";
  return hit;
}

ResultPage head_of(const SearchRequest& request) {
  ResultPage page;
  page.query = request.query;
  page.canonical = request.query;
  page.total = page.distinct = request.query == "none" ? 0 : 2;
  page.notes = {{"N101", "an early note"}};
  const bool no_hits = request.why == WhyWhen::NoHits && page.total == 0;
  if (request.why == WhyWhen::Always || no_hits) page.why = Why{page.total, {}, 0, {}, {}, {}};
  return page;
}

}  // namespace

void with_archive_errors(const std::function<std::string()>&, const std::function<void()>& use) {
  use();
}

struct Searcher::Impl {};

Searcher Searcher::open(const std::vector<std::string>& archives) {
  if (archives.front() == "broken.morgue") {
    throw IndexError(ExitCode::Archive, "broken.morgue: damaged");
  }
  return Searcher(std::make_unique<Impl>());
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Result<ResultPage, QueryError> Searcher::search(const SearchRequest& request, HitSink& sink) {
  if (request.query == "bad") return kFault;
  ResultPage page = head_of(request);
  sink.begin(page);
  if (request.query == "many") {
    for (std::uint64_t rank = 1; sink.hit(make_hit(rank, "m")); ++rank) continue;
  } else if (page.total > 0 && sink.hit(make_hit(1, "a"))) {
    sink.hit(make_hit(2, "b"));
  }
  for (const FacetRequest& facet : request.facets) {
    page.facets.push_back({facet.name, {{"value", 2, request.query}}, 0, 0, ""});
  }
  page.notes.push_back({"N107", "a late note"});
  return page;
}

Result<ResultPage, QueryError> Searcher::search(const SearchRequest& request) {
  if (request.query == "bad") return kFault;
  return head_of(request);
}

Result<Selection, QueryError> Searcher::select(const SearchRequest&) { return kFault; }

Result<ResultPage, QueryError> Searcher::count(const SearchRequest& request) {
  if (request.query == "bad") return kFault;
  return head_of(request);
}

Result<std::optional<Hit>, QueryError> Searcher::show(std::string_view id,
                                                      const SearchRequest& request) {
  if (request.query == "bad") return kFault;
  if (id != "a") return std::optional<Hit>();
  Hit hit = make_hit(0, "a");
  hit.in_title = {{0, {0, 0}, {{0, 0}}}};
  return std::optional<Hit>(std::move(hit));
}

std::vector<Article> Searcher::copies(std::string_view id) const {
  const auto hit = article(id);
  return hit ? std::vector<Article>{hit->article} : std::vector<Article>();
}

std::vector<ArchiveState> Searcher::archives() const { return {{"a.morgue", "d1", 1, 2}}; }

std::map<std::string, std::string, std::less<>> Searcher::saved_queries() const { return {}; }

std::unique_ptr<TextArchive> Searcher::with_text(Article) const { return nullptr; }

std::vector<std::string> Searcher::known_fields() const { return {"title", "person"}; }

std::vector<std::string> Searcher::known_facets() const { return {"person"}; }

std::optional<Hit> Searcher::article(std::string_view id) const {
  if (id != "a" && id != "b") return std::nullopt;
  return make_hit(1, std::string(id));
}

Result<std::vector<TermRow>, QueryError> Searcher::terms(std::string_view pattern,
                                                         std::size_t limit) {
  if (pattern == "bad") return kFault;
  std::vector<TermRow> rows;
  if (pattern != "none") rows = {{"tariff", 3, 5}, {"tariffs", 7, 9}};
  if (limit > 0 && rows.size() > limit) rows.resize(limit);
  return rows;
}

Result<Explanation, QueryError> Searcher::explain(const SearchRequest& request) {
  if (request.query == "bad") return kFault;
  Explanation explanation;
  explanation.query = explanation.canonical = request.query;
  explanation.tree = {"tree"};
  explanation.plan = {"plan of " + request.query};
  return explanation;
}

}  // namespace morgue
