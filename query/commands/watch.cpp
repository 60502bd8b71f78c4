// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/commands/saved.h"
#include "query/explore/seen_articles.h"
#include "query/render/table.h"

namespace morgue {
namespace {

void write_new(const std::vector<Article>& articles, const TableHead& head, const Options& options,
               Context& context) {
  if (options.output.format == Format::Ids) {
    for (const Article& article : articles) {
      context.out << article.id << (options.output.nul_separated ? '\0' : '\n');
    }
    return;
  }
  TableWriter writer(options.output.format, context.terminal,
                     {{"title"}, {"date"}, {"source"}, {"id"}, {"url", false}}, context.out);
  writer.begin(head);
  for (const Article& article : articles) {
    writer.row({article.title.empty() ? std::string("(no headline)") : article.title,
                article.date.to_string(), article.source, article.id, article.url});
  }
  writer.end();
}

}  // namespace

ExitCode run_watch(const Options& options, Context& context) {
  const auto archive = archive_to_change(options, context, "queries are saved in");
  if (!archive) return ExitCode::Usage;
  const std::string& name = options.words.front();
  if (options.words.size() > 1) {
    Options of_query = options;
    of_query.words.erase(of_query.words.begin());
    const QueryText query = query_of(of_query);
    context.messages.notes(query.notes);
    if (!save_query(*archive, name, query.text, context)) return ExitCode::Usage;
  }
  const auto query = saved_query(*archive, name, context);
  if (!query) return ExitCode::Usage;

  // Locked before the archive is opened: of two runs the later one sees what the earlier one saw.
  SeenArticles seen(archive->root / "alerts" / (name + ".seen"));
  Searcher searcher = Searcher::open({archive->root.string()});
  SearchRequest request;
  request.query = *query;
  request.limit = 0;
  request.sort = SortOrder::OldestFirst;
  request.listed_copies = options.copies.listed.value_or(ListedCopies::All);
  std::vector<Article> fresh;
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    if (!seen.add(hit.article.id)) return true;
    hit.article.body.clear();
    fresh.push_back(std::move(hit.article));
    return true;
  });
  if (!page) return ExitCode::Usage;
  const bool silent = options.output.quiet || (options.explore.from_now && seen.is_first_run());
  if (!silent && !fresh.empty()) {
    write_new(fresh, head_of("articles", *page, searcher, options, context), options, context);
  }
  // What could not be written was not shown, and comes again.
  context.out.flush();
  if (context.out) seen.save();
  return fresh.empty() || (options.explore.from_now && seen.is_first_run()) ? ExitCode::NoHits
                                                                            : ExitCode::Done;
}

}  // namespace morgue
