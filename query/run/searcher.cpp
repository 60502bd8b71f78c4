// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/searcher.h"

#include <algorithm>
#include <utility>

#include "common/index/entities_of.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "query/parse/parser.h"
#include "query/parse/print.h"
#include "query/parse/print_tree.h"
#include "query/plan/bind.h"
#include "query/plan/describe_plan.h"
#include "query/plan/expand.h"
#include "query/plan/score_tree.h"
#include "query/run/hit_maker.h"
#include "query/run/page_cursor.h"
#include "query/run/score_splitter.h"
#include "query/run/searcher_impl.h"
#include "query/run/selection.h"
#include "query/run/text_archive.h"
#include "query/run/word_frequency.h"

namespace morgue {
namespace {

constexpr std::uint64_t kExplainedHits = 3;

/// Keeps hits in a page.
class PageSink : public HitSink {
 public:
  void begin(const ResultPage&) override {}
  bool hit(Hit&& hit) override {
    hits.push_back(std::move(hit));
    return true;
  }
  std::vector<Hit> hits;
};

/// Entities by the names they count as, each once.
std::vector<Entity> as_they_count(const std::vector<Entity>& stored, const NameTable& names) {
  std::vector<Entity> counted;
  for (Entity entity : stored) {
    if (entity.facet.empty() && entity.kind != EntityKind::Misc) {
      auto shown = names.resolve({entity.kind, entity.name});
      if (!shown) continue;
      entity.kind = shown->kind;
      entity.name = std::move(shown->text);
    }
    const auto same = std::find_if(counted.begin(), counted.end(), [&](const Entity& other) {
      return other.kind == entity.kind && other.facet == entity.facet && other.name == entity.name;
    });
    if (same == counted.end()) {
      counted.push_back(std::move(entity));
      continue;
    }
    same->given = same->given || entity.given;
    for (std::size_t i = 0; i < same->found_by.size(); ++i) same->found_by[i] += entity.found_by[i];
  }
  return counted;
}

/// Whom the article of a hit names; `data` is what is stored of it. Mentions keep the names that
/// they have in the article.
void add_entities(Hit& hit, const std::string& data, const NameTable& names) {
  hit.mentions = decode_stored_mentions(data);
  hit.entities = as_they_count(entities_of(hit.article, hit.mentions), names);
}

}  // namespace

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

Searcher Searcher::open(const std::vector<std::string>& archives) {
  return Searcher(std::make_unique<Impl>(archives));
}

Result<ResultPage, QueryError> Searcher::search(const SearchRequest& request) {
  PageSink sink;
  auto page = search(request, sink);
  if (page) page->hits = std::move(sink.hits);
  return page;
}

Result<ResultPage, QueryError> Searcher::search(const SearchRequest& request, HitSink& sink) {
  return impl_->guarded([&]() -> Result<ResultPage, QueryError> {
    auto prepared = impl_->prepare(request);
    if (!prepared) return prepared.error();
    const ArticleSet found = impl_->matching(request, prepared->plan.query);
    const MatchedCopies copies = impl_->copies_among(found);
    const bool firsts_only = request.listed_copies == ListedCopies::First;
    const Listed listed = impl_->listed(request, found, copies);
    const std::vector<RankedHit> hits = impl_->rank(request, *prepared, listed);
    ResultPage& page = prepared->head;
    page.total = found.size();
    page.distinct = page.total - copies.count();
    page.copies_once = request.counted_copies == CountedCopies::Once;
    impl_->note_undated(*prepared);
    const std::uint64_t end = prepared->offset + hits.size();
    if (end < listed.articles.size()) page.next = write_cursor({impl_->archives.generation(), end});
    sink.begin(page);
    HitMaker maker(impl_->archives, prepared->plan);
    maker.make_all(hits, prepared->offset, request, [&](const RankedHit& hit, Hit&& made) {
      if (firsts_only) impl_->add_copies(copies, hit.article, made);
      return sink.hit(std::move(made));
    });
    page.facets = impl_->facets_of(request, *prepared, found, copies);
    impl_->add_why(request, *prepared);
    return std::move(page);
  });
}

Result<ResultPage, QueryError> Searcher::count(const SearchRequest& request) {
  return impl_->guarded([&]() -> Result<ResultPage, QueryError> {
    auto prepared = impl_->prepare(request);
    if (!prepared) return prepared.error();
    ResultPage& page = prepared->head;
    impl_->set_totals(request, *prepared);
    impl_->note_undated(*prepared);
    impl_->add_why(request, *prepared);
    return std::move(page);
  });
}

Result<Selection, QueryError> Searcher::select(const SearchRequest& request) {
  return impl_->guarded([&]() -> Result<Selection, QueryError> {
    auto prepared = impl_->prepare(request);
    if (!prepared) return prepared.error();
    const ArticleSet found = impl_->archives.articles(prepared->plan.query);
    Selection selection{std::move(prepared->head), impl_->archives.numbers(found), impl_->archives};
    selection.head.total = selection.articles.size();
    selection.head.distinct = selection.head.total - impl_->copies_among(found).count();
    return selection;
  });
}

std::vector<ArchiveState> Searcher::archives() const { return impl_->archives.states(); }

std::optional<Hit> Searcher::article(std::string_view id) const {
  const auto data = impl_->archives.find(id);
  if (!data) return std::nullopt;
  Hit hit;
  hit.article = decode_stored_article(*data);
  hit.boilerplate = decode_stored_boilerplate(*data);
  add_entities(hit, *data, impl_->archives.view().names());
  return hit;
}

std::vector<Article> Searcher::copies(std::string_view id) const {
  return guard_engine(impl_->archives.first_path(), [&] {
    std::vector<Article> articles;
    const auto document = impl_->archives.find_document(id);
    if (!document) return articles;
    const CopyIndex::Group* group = impl_->archives.copies().group_of(*document);
    for (const Xapian::docid member : group != nullptr ? *group : CopyIndex::Group{*document}) {
      articles.push_back(
          decode_stored_article(impl_->archives.view().database.get_document(member).get_data()));
    }
    return articles;
  });
}

Result<std::optional<Hit>, QueryError> Searcher::show(std::string_view id,
                                                      const SearchRequest& request) {
  return impl_->guarded([&]() -> Result<std::optional<Hit>, QueryError> {
    const auto prepared = impl_->prepare(request);
    if (!prepared) return prepared.error();
    const auto document = impl_->archives.find_document(id);
    if (!document) return std::optional<Hit>();
    HitMaker maker(impl_->archives, prepared->plan);
    std::optional<Hit> hit = maker.make(*document);
    const ArchiveView& view = impl_->archives.view();
    add_entities(*hit, view.database.get_document(*document).get_data(), view.names());
    return hit;
  });
}

std::unique_ptr<TextArchive> Searcher::with_text(Article text) const {
  return std::make_unique<TextArchive>(impl_->archives, std::move(text));
}

std::map<std::string, std::string, std::less<>> Searcher::saved_queries() const {
  return impl_->archives.saved_queries().all();
}

std::vector<std::string> Searcher::known_fields() const {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  for (const std::string& name : impl_->archives.view().fields) {
    if (find_field(name) == nullptr) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> Searcher::known_facets() const {
  return morgue::facet_names(impl_->archives.view().fields);
}

Result<std::vector<TermRow>, QueryError> Searcher::terms(std::string_view pattern,
                                                         std::size_t limit) {
  return impl_->guarded([&]() -> Result<std::vector<TermRow>, QueryError> {
    auto parsed = parse_query(pattern);
    if (!parsed) return parsed.error();
    auto bound = bind_query(*parsed->root, impl_->archives.view().fields, 0);
    if (!bound) return bound.error();
    const auto* phrase = std::get_if<bound::Phrase>(&(*bound)->value);
    if (phrase == nullptr || phrase->places.size() != 1 || !phrase->prefix.empty()) {
      return QueryError{"Q125", parsed->root->span, "terms takes one word or wildcard",
                        "try: morgue-query terms 'tarif*'"};
    }
    Expander expander(impl_->archives.view(), static_cast<std::size_t>(-1));
    const auto expanded = expander.expand(phrase->places.front(), "");
    if (!expanded) return expanded.error();
    std::vector<TermRow> rows;
    for (const std::string& form : expanded->forms) {
      const WordFrequency word = word_frequency(impl_->archives, form);
      if (word.articles == 0) continue;
      rows.push_back({form, word.articles, word.occurrences});
      if (limit != 0 && rows.size() == limit) break;
    }
    return rows;
  });
}

Result<Explanation, QueryError> Searcher::explain(const SearchRequest& request) {
  return impl_->guarded([&]() -> Result<Explanation, QueryError> {
    SearchRequest first = request;
    first.sort = SortOrder::Relevance;
    first.limit = kExplainedHits;
    const auto prepared = impl_->prepare(first);
    if (!prepared) return prepared.error();
    auto scores = make_score_tree(*prepared->bound, impl_->archives.view(), compile_options(first));
    if (!scores) return scores.error();
    Explanation explanation;
    explanation.query = request.query;
    explanation.canonical = prepared->head.canonical;
    explanation.tree = print_tree(*prepared->tree);
    explanation.expansions = impl_->expansions_of(prepared->plan);
    explanation.plan = describe_plan(prepared->plan.query);
    const auto bm25 = impl_->scoring(first, *prepared);
    ScoreSplitter splitter(impl_->archives, *prepared->bound, *scores, first,
                           bm25 ? &*bm25 : nullptr);
    std::uint64_t rank = prepared->offset;
    const ArticleSet found = impl_->matching(first, prepared->plan.query);
    for (const RankedHit& hit :
         impl_->rank(first, *prepared, {found, first.listed_copies != ListedCopies::Only})) {
      const Article article = decode_stored_article(
          impl_->archives.view().database.get_document(hit.article).get_data());
      explanation.best.push_back(
          {++rank, article.id, article.title, hit.score, splitter.split(hit.article, article.id)});
    }
    return explanation;
  });
}

}  // namespace morgue
