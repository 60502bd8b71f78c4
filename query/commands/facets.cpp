// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/run_request.h"

namespace morgue {

ExitCode run_facets(const Options& options, Context& context) {
  const QueryText query = query_of(options);
  SearchRequest request = request_of(options, query);
  if (request.facets.empty()) request.facets = {{"source"}, {"month"}, {"person"}, {"org"}};
  request.why = why_when(options, context);
  request.limit = 1;
  request.want_articles = false;
  return run_request(request, query, Subject::Facets, options, context);
}

}  // namespace morgue
