// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/text_articles.h"
#include "query/parse/print.h"
#include "query/render/snippet.h"
#include "query/run/text_archive.h"

namespace morgue {
namespace {

/// Writes what matches a text, text after text.
class Percolation {
 public:
  Percolation(const Options& options, Context& context)
      : options_(options),
        context_(context),
        searcher_(Searcher::open(find_archives(options.archive, context.environment))),
        queries_(searcher_.saved_queries()),
        passages_(options.output.passages),
        table_(options.output.format, context.terminal,
               {{"text"}, {"kind"}, {"name"}, {"articles"}, {"query", false}, {"passage"}},
               context.out) {}

  void begin() {
    if (queries_.empty()) {
      context_.messages.notes({{"N172",
                                "no queries are saved in the archive; names alone are "
                                "sought (morgue-query save NAME QUERY saves one)"}});
    }
    if (!options_.output.quiet) {
      table_.begin(head_of("matches", {}, searcher_, options_, context_));
    }
  }

  void add(Article article) {
    const std::string id = article.id;
    const auto text = searcher_.with_text(std::move(article));
    for (const auto& [name, query] : queries_) add_query(*text, id, name, query);
    for (const TextArchive::KnownName& name : text->names()) add_name(*text, id, name);
  }

  ExitCode end(bool all_read) {
    if (!options_.output.quiet) table_.end();
    if (!all_read || faulty_) return ExitCode::Usage;
    return any_ ? ExitCode::Done : ExitCode::NoHits;
  }

 private:
  void add_query(const TextArchive& text, const std::string& id, const std::string& name,
                 const std::string& query) {
    SearchRequest request;
    request.query = query;
    ResultPage head;
    const auto hit = text.match(request, head);
    if (!hit) {
      context_.messages.set_place(name);
      context_.messages.query_error(query, hit.error());
      context_.messages.set_place("");
      faulty_ = true;
    } else if (*hit) {
      write(id, "query", name, searcher_.count(request)->total, head.canonical, passage_of(**hit));
    }
  }

  void add_name(const TextArchive& text, const std::string& id,
                const TextArchive::KnownName& name) {
    const std::string kind(name_of(name.shown.kind));
    SearchRequest request;
    request.query = kind + ":=" + quote(name.shown.text);
    ResultPage head;
    const auto hit = text.match(request, head);
    const std::string passage = hit && *hit ? passage_of(**hit) : std::string();
    write(id, kind, name.shown.text, name.articles, head.canonical, passage);
  }

  /// Of the body; of the title where only that matches.
  std::string passage_of(const Hit& hit) {
    if (hit.in_body.empty() && !hit.in_title.empty()) return hit.article.title;
    return passages_.passage(hit.article.body, hit.in_body).text;
  }

  void write(const std::string& id, const std::string& kind, const std::string& name,
             std::uint64_t articles, const std::string& query, std::string passage) {
    any_ = true;
    if (options_.output.quiet) return;
    table_.row({id, kind, name, articles, query, std::move(passage)});
  }

  const Options& options_;
  Context& context_;
  Searcher searcher_;
  const std::map<std::string, std::string, std::less<>> queries_;
  SnippetMaker passages_;
  TableWriter table_;
  bool any_ = false;
  bool faulty_ = false;
};

}  // namespace

ExitCode run_percolate(const Options& options, Context& context) {
  Percolation percolation(options, context);
  percolation.begin();
  const bool all_read = for_each_text(
      options, context, [&](Article article) { percolation.add(std::move(article)); });
  return percolation.end(all_read);
}

}  // namespace morgue
