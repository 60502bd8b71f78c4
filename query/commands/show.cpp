// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/ids.h"
#include "query/render/article_text.h"
#include "query/render/json.h"

namespace morgue {

ExitCode run_show(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const bool marked = !options.shown_query.empty();
  SearchRequest request;
  request.query = options.shown_query;
  ExitCode code = ExitCode::Done;
  bool first = true;
  for_each_id(options, context.in, [&](const std::string& id) {
    std::optional<Hit> hit;
    if (marked) {
      auto shown = searcher.show(id, request);
      if (!shown) {
        if (code != ExitCode::Usage) context.messages.query_error(request.query, shown.error());
        code = ExitCode::Usage;
        return;
      }
      hit = std::move(*shown);
    } else if (auto article = searcher.article(id)) {
      hit = std::move(article);
    }
    if (!hit) {
      context.messages.failure("no-article", "no article with the id " + id);
      if (code == ExitCode::Done) code = ExitCode::NoHits;
      return;
    }
    if (options.output.quiet) return;
    if (options.output.format == Format::Text) {
      if (!first) context.out << '\n';
      write_article_text(*hit, context.terminal, context.out);
    } else {
      write_article_json(*hit, {marked, options.mentions}, context.out);
    }
    first = false;
  });
  return code;
}

}  // namespace morgue
