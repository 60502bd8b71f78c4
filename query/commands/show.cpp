// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <string>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/render/article_text.h"
#include "query/render/json.h"

namespace morgue {
namespace {

/// The ids of the command line; "-" stands for those of standard input, one a line.
void for_each_id(const Options& options, std::istream& in,
                 const std::function<void(const std::string&)>& use) {
  for (const std::string& word : options.words) {
    if (word != "-") {
      use(word);
      continue;
    }
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) use(line);
    }
  }
}

}  // namespace

ExitCode run_show(const Options& options, Context& context) {
  const Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  ExitCode code = ExitCode::Done;
  bool first = true;
  for_each_id(options, context.in, [&](const std::string& id) {
    const auto article = searcher.article(id);
    if (!article) {
      context.messages.failure("no-article", "no article with the id " + id);
      code = ExitCode::NoHits;
      return;
    }
    if (options.output.quiet) return;
    if (options.output.format == Format::Text) {
      if (!first) context.out << '\n';
      write_article_text(*article, context.terminal, context.out);
    } else {
      write_article_json(*article, context.out);
    }
    first = false;
  });
  return code;
}

}  // namespace morgue
