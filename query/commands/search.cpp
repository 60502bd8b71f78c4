// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/query_text.h"
#include "query/render/json_writer.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

/// Hands hits to a renderer as they come, and notes to standard error before the first of them.
class RenderingSink : public HitSink {
 public:
  RenderingSink(Renderer& renderer, Context& context) : renderer_(renderer), context_(context) {}

  void begin(const ResultPage& head) override {
    context_.messages.notes(head.notes);
    notes_shown_ = head.notes.size();
    renderer_.begin(head);
  }

  bool hit(Hit&& hit) override {
    renderer_.hit(hit);
    return context_.out.good();
  }

  void end(ResultPage page, const std::vector<Note>& earlier) {
    context_.messages.notes(page.notes, notes_shown_);
    page.notes.insert(page.notes.begin(), earlier.begin(), earlier.end());
    renderer_.end(page);
  }

 private:
  Renderer& renderer_;
  Context& context_;
  std::size_t notes_shown_ = 0;
};

/// How a hint under the result repeats this search, up to its query.
std::string command_again(const Options& options) {
  std::string command = "morgue-query search";
  for (const std::string& archive : options.archive.archives) {
    command += " -a " + shell_quote(archive);
  }
  if (options.limits.limit_given) command += " --limit " + std::to_string(options.limits.limit);
  if (options.limits.sort == SortOrder::OldestFirst) command += " --sort date";
  if (options.limits.sort == SortOrder::NewestFirst) command += " --sort -date";
  return command;
}

RenderOptions render_options(const Options& options, const Context& context, Subject subject) {
  RenderOptions render;
  render.format = options.output.format;
  render.subject = subject;
  render.nul_separated = options.output.nul_separated;
  render.terminal = context.terminal;
  render.command = command_again(options);
  return render;
}

ExitCode show_plan(Searcher& searcher, const SearchRequest& request, const Options& options,
                   Context& context) {
  const auto plan = searcher.explain(request);
  if (!plan) {
    context.messages.query_error(request.query, plan.error());
    return ExitCode::Usage;
  }
  if (options.output.format == Format::Json || options.output.format == Format::JsonLines) {
    JsonWriter json(context.out);
    json.begin_object().field("query", request.query).field("plan", *plan).end_object();
    context.out << '\n';
  } else {
    context.out << *plan;
  }
  return ExitCode::Done;
}

ExitCode run_request(const Options& options, SearchRequest request, Subject subject,
                     const std::vector<Note>& notes, Context& context) {
  context.messages.notes(notes);
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  if (options.explain) return show_plan(searcher, request, options, context);

  if (options.output.quiet) {
    const auto page = searcher.count(request);
    if (!page) context.messages.query_error(request.query, page.error());
    if (!page) return ExitCode::Usage;
    return page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
  }
  const auto renderer = make_renderer(render_options(options, context, subject), context.out);
  RenderingSink sink(*renderer, context);
  auto page = searcher.search(request, sink);
  if (!page) {
    context.messages.query_error(request.query, page.error());
    return ExitCode::Usage;
  }
  const ExitCode code = page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
  sink.end(std::move(*page), notes);
  return code;
}

}  // namespace

ExitCode run_search(const Options& options, Context& context) {
  const QueryText query = join_words(options.words, options.query.literal);
  SearchRequest request = request_of(options, query);
  request.limit = options.limits.limit;
  request.offset = options.limits.offset;
  request.after = options.limits.after;
  request.sort = options.limits.sort;
  request.want_articles = options.output.format != Format::Ids;
  return run_request(options, std::move(request), Subject::Hits, query.notes, context);
}

}  // namespace morgue
