// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/export.h"

#include <utility>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"

namespace morgue {

ExitCode run_export(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const QueryText query = query_of(options);
  context.messages.notes(query.notes);
  SearchRequest request = request_of(options, query);
  request.limit = row_limit(options, 0);
  request.offset = options.limits.offset;
  request.after = options.limits.after;
  request.sort = options.limits.sort_given ? options.limits.sort : SortOrder::OldestFirst;
  request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  Exporter exporter(options.explore.exported, context.out);
  if (!options.output.quiet) exporter.begin();
  bool any = false;
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    any = true;
    if (options.output.quiet) return false;
    if (options.explore.exported == ExportFormat::FollowTheMoney) {
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
