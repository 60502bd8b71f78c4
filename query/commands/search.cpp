// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/run_request.h"

namespace morgue {

ExitCode run_search(const Options& options, Context& context) {
  const QueryText query = query_of(options);
  SearchRequest request = request_of(options, query);
  request.limit = options.limits.limit;
  request.offset = options.limits.offset;
  request.after = options.limits.after;
  request.sort = options.limits.sort;
  request.why = why_when(options, context);
  if (options.limits.decay) request.decay = {*options.limits.decay, context.environment.today};
  // Bare ids cannot say that others stand behind them.
  if (options.output.format != Format::Ids) {
    request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  }
  request.want_articles = options.output.format != Format::Ids;
  return run_request(request, query, Subject::Hits, options, context);
}

}  // namespace morgue
