// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/ids.h"
#include "query/explore/shared_text.h"
#include "query/render/table.h"

namespace morgue {
namespace {

/// The article asked for is among `articles`.
void write_copies(const std::string& id, const std::vector<Article>& articles,
                  TableWriter& writer) {
  Analyzer analyzer;
  std::vector<BodyShingles> texts;
  const BodyShingles* asked = nullptr;
  for (const Article& article : articles) {
    texts.push_back(shingles_of_body(article, analyzer));
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i].id == id) asked = &texts[i];
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Article& article = articles[i];
    writer.row({article.title.empty() ? std::string("(no headline)") : article.title,
                article.date.to_string(), article.source, std::uint64_t{texts[i].words},
                shared_part(*asked, texts[i]), article.id, id});
  }
}

}  // namespace

ExitCode run_copies(const Options& options, Context& context) {
  const Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  TableWriter writer(
      options.output.format, context.terminal,
      {{"title"}, {"date"}, {"source"}, {"words"}, {"shared"}, {"id"}, {"of", false}}, context.out);
  ExitCode code = ExitCode::NoHits;
  bool begun = false;
  for_each_id(options, context.in, [&](const std::string& id) {
    const std::vector<Article> articles = searcher.copies(id);
    if (articles.empty()) {
      context.messages.failure("no-article", "no article with the id " + id);
    } else if (articles.size() == 1) {
      context.messages.notes({{"N150", "the archive holds no copy of " + id}});
    } else {
      code = ExitCode::Done;
      if (options.output.quiet) return;
      if (!begun) writer.begin(head_of("copies", {}, searcher, options, context));
      begun = true;
      write_copies(id, articles, writer);
    }
  });
  if (begun) writer.end();
  return code;
}

}  // namespace morgue
