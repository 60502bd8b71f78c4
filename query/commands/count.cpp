// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/query_text.h"
#include "query/commands/run_request.h"
#include "query/render/json.h"
#include "query/render/provenance.h"
#include "query/render/why_text.h"

namespace morgue {

ExitCode run_count(const Options& options, Context& context) {
  const QueryText query = query_of(options);
  SearchRequest request = request_of(options, query);
  request.why = why_when(options, context);
  context.messages.notes(query.notes);
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  auto page = searcher.count(request);
  if (!page) {
    context.messages.query_error(request.query, page.error());
    return ExitCode::Usage;
  }
  context.messages.notes(page->notes);
  const ExitCode code = page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
  if (options.output.quiet) return code;

  if (options.output.format == Format::Json) {
    page->notes.insert(page->notes.begin(), query.notes.begin(), query.notes.end());
    JsonWriter json(context.out);
    json.begin_object();
    write_head(json, *page);
    write_provenance(json, provenance_of(searcher, options, context), "");
    write_notes(json, page->notes);
    if (page->why) {
      json.key("why");
      write_why(json, *page->why);
    }
    json.end_object();
  } else {
    write_provenance_head(provenance_of(searcher, options, context), page->canonical,
                          options.output.format, context.out);
    context.out << counted_total(*page, options);
  }
  context.out << '\n';
  if (page->why && options.output.format != Format::Json) {
    context.out.flush();
    context.messages.why(*page->why);
  }
  return code;
}

}  // namespace morgue
