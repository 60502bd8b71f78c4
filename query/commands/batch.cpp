// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <functional>
#include <memory>
#include <string>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/query_text.h"
#include "query/commands/run_request.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace morgue {
namespace {

/// A query of a file and where it stands.
struct Line {
  std::string file;
  std::uint64_t number = 0;
  std::string text;
};

bool says_nothing(const std::string& line) {
  return line.find_first_not_of(" \t") == line.npos || line == "#" || line.starts_with("# ");
}

/// False when a file cannot be read.
bool for_each_line(const Options& options, Context& context,
                   const std::function<void(const Line&)>& use) {
  bool all_read = true;
  for (const std::string& name : options.words) {
    std::ifstream file;
    if (name != "-") file.open(name);
    std::istream& in = name == "-" ? context.in : file;
    Line line{name == "-" ? "standard input" : name, 0, {}};
    while (context.out.good() && std::getline(in, line.text)) {
      ++line.number;
      if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
      if (!says_nothing(line.text)) use(line);
    }
    if (name != "-" && (!file.is_open() || file.bad())) {
      context.messages.failure("input", "cannot read " + name);
      all_read = false;
    }
  }
  return all_read;
}

/// Hands hits on as they come.
class Sink : public HitSink {
 public:
  explicit Sink(Renderer& renderer) : renderer_(renderer) {}
  void begin(const ResultPage& head) override { renderer_.begin(head); }
  bool hit(Hit&& hit) override {
    renderer_.hit(hit);
    return true;
  }

 private:
  Renderer& renderer_;
};

class Batch {
 public:
  Batch(const Options& options, Context& context)
      : options_(options),
        context_(context),
        searcher_(Searcher::open(find_archives(options.archive, context.environment))) {}

  void run(const Line& line) {
    context_.messages.set_place(line.file + ":" + std::to_string(line.number));
    SearchRequest request = request_of(options_, {line.text, {}});
    request.limit = options_.limits.limit;
    if (options_.output.format != Format::Ids) {
      request.listed_copies = options_.copies.listed.value_or(ListedCopies::First);
    }
    const bool only_count = options_.count_only || options_.output.quiet;
    const auto page = only_count ? count(line, request) : search(line, request);
    if (!page) {
      context_.messages.query_error(line.text, page.error());
      code_ = ExitCode::Usage;
      return;
    }
    context_.messages.notes(page->notes);
    if (page->total > 0 && code_ == ExitCode::NoHits) code_ = ExitCode::Done;
  }

  ExitCode code() const { return code_; }

 private:
  Result<ResultPage, QueryError> count(const Line& line, const SearchRequest& request) {
    auto page = searcher_.count(request);
    if (!page || options_.output.quiet) return page;
    if (options_.output.format == Format::JsonLines) {
      JsonWriter json(context_.out);
      json.begin_object().field("line", line.number);
      write_head(json, *page);
      json.end_object();
      context_.out << '\n';
    } else {
      context_.out << counted_total(*page, options_) << '\t' << line.text << '\n';
    }
    return page;
  }

  Result<ResultPage, QueryError> search(const Line& line, const SearchRequest& request) {
    const auto renderer = make_renderer_for(line);
    Sink sink(*renderer);
    auto page = searcher_.search(request, sink);
    if (page) renderer->end(*page);
    return page;
  }

  std::unique_ptr<Renderer> make_renderer_for(const Line& line) {
    if (options_.output.format == Format::JsonLines) {
      return std::make_unique<JsonLinesRenderer>(context_.out, options_.output.passages,
                                                 BatchLine{line.number, line.text});
    }
    RenderOptions render;
    render.terminal = context_.terminal;
    render.passages = options_.output.passages;
    render.hints = false;
    render.heading = std::to_string(line.number) + ": ";
    return make_renderer(render, context_.out);
  }

  const Options& options_;
  Context& context_;
  Searcher searcher_;
  ExitCode code_ = ExitCode::NoHits;
};

}  // namespace

ExitCode run_batch(const Options& options, Context& context) {
  Batch batch(options, context);
  const bool all_read = for_each_line(options, context, [&](const Line& line) { batch.run(line); });
  context.messages.set_place("");
  return all_read ? batch.code() : ExitCode::Usage;
}

}  // namespace morgue
