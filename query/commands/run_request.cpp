// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/run_request.h"

#include <optional>
#include <utility>

#include "common/base/shell_quote.h"
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/render/explanation_text.h"
#include "query/render/layout.h"
#include "query/render/provenance.h"

namespace morgue {
namespace {

/// Hands hits to a renderer as they come, and notes to standard error before the first of them.
class RenderingSink : public HitSink {
 public:
  RenderingSink(Renderer& renderer, Subject subject, const RenderOptions& render, Context& context)
      : renderer_(renderer), subject_(subject), render_(render), context_(context) {}

  void begin(const ResultPage& head) override {
    context_.messages.notes(head.notes);
    notes_shown_ = head.notes.size();
    write_provenance_head(*render_.provenance, head.canonical, render_.format, context_.out);
    renderer_.begin(head);
  }

  bool hit(Hit&& hit) override {
    if (subject_ == Subject::Facets) return false;
    renderer_.hit(hit);
    return context_.out.good();
  }

  void end(ResultPage page, const std::vector<Note>& earlier) {
    context_.messages.notes(page.notes, notes_shown_);
    page.notes.insert(page.notes.begin(), earlier.begin(), earlier.end());
    if (subject_ == Subject::Facets) page.next.clear();
    renderer_.end(page);
    context_.out.flush();
  }

 private:
  Renderer& renderer_;
  Subject subject_;
  const RenderOptions& render_;
  Context& context_;
  std::size_t notes_shown_ = 0;
};

/// How a hint under the result repeats this search, up to its query.
std::string command_again(const Options& options) {
  std::string command = "morgue-query search";
  for (const std::string& archive : options.archive.archives) {
    command += " -a " + shell_quote(archive);
  }
  if (options.query.syntax != Syntax::Morgue) {
    command += " --syntax " + std::string(name_of(options.query.syntax));
  }
  if (options.limits.limit_given) command += " --limit " + std::to_string(options.limits.limit);
  if (options.limits.sort == SortOrder::OldestFirst) command += " --sort date";
  if (options.limits.sort == SortOrder::NewestFirst) command += " --sort -date";
  if (options.copies.listed == ListedCopies::All) command += " --copies all";
  if (options.copies.listed == ListedCopies::Only) command += " --copies only";
  if (!options.limits.decay_typed.empty()) command += " --decay " + options.limits.decay_typed;
  return command;
}

RenderOptions render_options(const Options& options, const Context& context, Subject subject) {
  RenderOptions render;
  render.format = options.output.format;
  render.subject = subject;
  render.nul_separated = options.output.nul_separated;
  render.passages = options.output.passages;
  render.hints = options.output.hints;
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
    write_explanation(json, *plan);
    context.out << '\n';
  } else {
    context.out << explanation_text(*plan);
  }
  return ExitCode::Done;
}

ExitCode only_exit_code(Searcher& searcher, const SearchRequest& request, Context& context) {
  const auto page = searcher.count(request);
  if (!page) {
    context.messages.query_error(request.query, page.error());
    return ExitCode::Usage;
  }
  return page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
}

}  // namespace

std::uint64_t counted_total(const ResultPage& page, const Options& options) {
  return options.copies.listed == ListedCopies::First ? page.distinct : page.total;
}

WhyWhen why_when(const Options& options, const Context& context) {
  if (options.output.quiet) return WhyWhen::Never;
  if (options.why) return WhyWhen::Always;
  return context.environment.errors_on_terminal ? WhyWhen::NoHits : WhyWhen::Never;
}

ExitCode run_request(const SearchRequest& request, const QueryText& query, Subject subject,
                     const Options& options, Context& context) {
  context.messages.notes(query.notes);
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  if (options.explain) return show_plan(searcher, request, options, context);
  if (options.output.quiet) return only_exit_code(searcher, request, context);

  RenderOptions render = render_options(options, context, subject);
  render.provenance = provenance_of(searcher, options, context);
  const auto renderer = make_renderer(render, context.out);
  RenderingSink sink(*renderer, subject, render, context);
  auto page = searcher.search(request, sink);
  if (!page) {
    context.messages.query_error(request.query, page.error());
    return ExitCode::Usage;
  }
  const ExitCode code = page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
  const std::optional<Why> why = page->why;
  sink.end(std::move(*page), query.notes);
  if (why && options.output.format != Format::Json) context.messages.why(*why);
  return code;
}

}  // namespace morgue
