// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/export.h"

#include <optional>
#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/render/export_sqlite.h"

namespace morgue {
namespace {

SearchRequest request_for(const Options& options, const QueryText& query) {
  SearchRequest request = request_of(options, query);
  request.limit = row_limit(options, 0);
  request.offset = options.limits.offset;
  request.after = options.limits.after;
  request.sort = options.limits.sort_given ? options.limits.sort : SortOrder::OldestFirst;
  request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  return request;
}

ExitCode failed(const Error& error, Context& context) {
  context.messages.failure(error.code, error.message);
  return ExitCode::Usage;
}

ExitCode export_database(const Options& options, Context& context, Searcher& searcher,
                         const SearchRequest& request) {
  if (options.explore.output.empty()) {
    context.messages.usage_error(
        {"a database needs a file to be written to", "as in: --as sqlite --output tariffs.db"});
    return ExitCode::Usage;
  }
  auto database = SqliteExporter::open(options.explore.output);
  if (!database) return failed(database.error(), context);
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    hit.entities = searcher.article(hit.article.id)->entities;
    database->write(hit);
    return true;
  });
  if (!page) return ExitCode::Usage;
  const auto articles = database->finish(*page);
  if (!articles) return failed(articles.error(), context);
  return *articles > 0 ? ExitCode::Done : ExitCode::NoHits;
}

}  // namespace

ExitCode run_export(const Options& options, Context& context) {
  const bool gexf = options.explore.exported == ExportFormat::Gexf;
  if (gexf || options.explore.exported == ExportFormat::GraphMl) {
    Options of_graph = options;
    of_graph.output.format = gexf ? Format::Gexf : Format::GraphMl;
    return run_cooccurrence(of_graph, context);
  }
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const QueryText query = query_of(options);
  context.messages.notes(query.notes);
  const SearchRequest request = request_for(options, query);
  const ExportFormat format = options.explore.exported;
  if (format == ExportFormat::Sqlite) return export_database(options, context, searcher, request);
  if (!options.explore.output.empty()) {
    context.messages.usage_error({"--output is for --as sqlite",
                                  "the others go to standard output: > " + options.explore.output});
    return ExitCode::Usage;
  }
  Exporter exporter(format, context.out);
  if (!options.output.quiet) exporter.begin();
  bool any = false;
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    any = true;
    if (options.output.quiet) return false;
    if (shows_entities(format)) {
      hit.entities = searcher.article(hit.article.id)->entities;
    }
    exporter.write(hit);
    return true;
  });
  if (!page) return ExitCode::Usage;
  if (!options.output.quiet) exporter.end();
  return any ? ExitCode::Done : ExitCode::NoHits;
}

}  // namespace morgue
