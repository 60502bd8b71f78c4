// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/text_archive.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/document/document_builder.h"
#include "common/document/stem_forms.h"
#include "common/document/xapian_document.h"
#include "common/index/entity_fields.h"
#include "common/index/stored_article.h"
#include "query/parse/print.h"
#include "query/plan/compile.h"
#include "query/run/hit_maker.h"
#include "query/run/names_in_text.h"
#include "query/run/read_query.h"
#include "query/run/searcher_impl.h"

namespace morgue {
namespace {

std::vector<std::string>& names_of_kind(Article& article, EntityKind kind) {
  if (kind == EntityKind::Person) return article.people;
  return kind == EntityKind::Organisation ? article.organisations : article.places;
}

void add_name(Article& article, const Name& name) {
  std::vector<std::string>& names = names_of_kind(article, name.kind);
  if (std::find(names.begin(), names.end(), name.text) == names.end()) names.push_back(name.text);
}

std::uint64_t articles_of(const OpenArchives& archives, const Name& name) {
  SearchRequest request;
  request.query = std::string(name_of(name.kind)) + ":=" + quote(name.text);
  const auto read = read_query(request, {archives.view().fields, archives.saved_queries()});
  if (!read) return 0;
  const auto plan = compile(*read->bound, archives.view(), compile_options(request));
  if (!plan) return 0;
  Xapian::Enquire enquire(archives.view().database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(archives.live(plan->query));
  return enquire.get_mset(0, 0, archives.view().database.get_doccount()).get_matches_estimated();
}

}  // namespace

TextArchive::TextArchive(const OpenArchives& archives, Article text)
    : archives_(archives),
      article_(std::move(text)),
      text_(std::string(), Xapian::DB_BACKEND_INMEMORY) {
  guard_engine(archives.first_path(), [&] {
    for (const Name& name : names_in_text(article_, archives.view())) {
      const Name shown = *archives.view().names().resolve(name);
      const std::uint64_t articles = articles_of(archives, shown);
      if (articles == 0) continue;  // all that had it are gone
      add_name(article_, name);
      names_.push_back({shown, name, articles});
    }
    NameFinder finder;
    BuildSettings settings{archives.default_lang(), false, nullptr};
    settings.boilerplate = std::make_shared<BoilerplateList>(archives.boilerplate_list());
    DocumentBuilder builder(std::move(settings), finder);
    const BuiltDocument& document = builder.build(article_, encode_fields(article_));
    text_.add_document(to_xapian(document));
    Xapian::Database both;
    both.add_database(archives.view().database);
    both.add_database(text_);
    view_ = make_view(both, archives.default_langs());
    view_.names_on_demand = archives.view().names_on_demand;
    for_each_stem_form(*document.terms, [&](std::string stem, std::string_view form) {
      view_.more_forms[std::move(stem)].emplace(form);
    });
  });
}

Result<std::optional<Hit>, QueryError> TextArchive::match(const SearchRequest& request,
                                                          ResultPage& head) const {
  return guard_engine(archives_.first_path(), [&]() -> Result<std::optional<Hit>, QueryError> {
    const auto read = read_query(request, {view_.fields, archives_.saved_queries()});
    if (!read) return read.error();
    head.query = request.query;
    head.canonical = print(*read->tree);
    head.notes = read->notes;
    const auto plan = compile(*read->bound, view_, compile_options(request));
    if (!plan) return plan.error();
    Xapian::Enquire enquire(text_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(plan->query);
    const Xapian::MSet found = enquire.get_mset(0, 1);
    if (found.empty()) return std::optional<Hit>();
    return std::optional<Hit>(HitMaker(text_, *plan).make(*found.begin()));
  });
}

}  // namespace morgue
