// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/render/article_text.h"
#include "query/render/json.h"

namespace morgue {

ExitCode run_show(const Options& options, Context& context) {
  const Format format = options.output.format;
  if (format == Format::Json && options.words.size() > 1) {
    context.messages.usage_error(
        {"show --json takes one id", "for several, one a line: morgue-query show --jsonl ID…"});
    return ExitCode::Usage;
  }
  const Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  ExitCode code = ExitCode::Done;
  bool first = true;
  for (const std::string& id : options.words) {
    const auto article = searcher.article(id);
    if (!article) {
      context.messages.failure("no-article", "no article with the id " + id);
      code = ExitCode::NoHits;
      continue;
    }
    if (options.output.quiet) continue;
    if (format == Format::Text) {
      if (!first) context.out << '\n';
      write_article_text(*article, context.terminal, context.out);
    } else {
      write_article_json(*article, context.out);
    }
    first = false;
  }
  return code;
}

}  // namespace morgue
