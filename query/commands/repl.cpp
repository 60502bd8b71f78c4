// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/session.h"
#include "query/repl/completer.h"
#include "query/run/open_archives.h"
#include "query/run/selection.h"

namespace morgue {
namespace {

constexpr std::uint32_t kMostValues = 20'000;
constexpr const char* kPrompt = "morgue> ";

/// Of several facets together, the commonest first.
std::vector<std::string> values_of(Searcher& searcher, const std::string& field) {
  SearchRequest request;
  request.query = "*";
  request.limit = 1;
  request.want_articles = false;
  const std::vector<std::string> names = field.empty()
                                             ? std::vector<std::string>{"person", "org", "place"}
                                             : std::vector<std::string>{field};
  for (const std::string& name : names) request.facets.push_back({name, kMostValues});
  const auto page = searcher.search(request);
  std::vector<std::pair<std::uint64_t, std::string>> rows;
  if (!page) return {};
  for (const Facet& facet : page->facets) {
    for (const FacetRow& row : facet.rows) rows.emplace_back(row.count, row.value);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> values;
  for (auto& [count, value] : rows) values.push_back(std::move(value));
  return values;
}

CompletionSources sources_of(Searcher& searcher) {
  CompletionSources sources;
  sources.commands = session_commands();
  sources.fields = searcher.known_fields();
  sources.facets = searcher.known_facets();
  for (const auto& [name, query] : searcher.saved_queries()) sources.saved.push_back(name);
  sources.values = [&searcher](const std::string& field) { return values_of(searcher, field); };
  return sources;
}

}  // namespace

ExitCode run_repl(const Options& options, Context& context) {
  const std::vector<std::string> archives = find_archives(options.archive, context.environment);
  Searcher searcher = Searcher::open(archives);  // complains of what is no archive at once
  Session session(archives, options, context);
  if (!context.environment.input_is_terminal) {
    PlainLines lines(context.in);
    session.run(lines);
    return ExitCode::Done;
  }
  Completer completer(sources_of(searcher));
  EditedLines lines(kPrompt, context.environment.history,
                    [&](const std::string& line) { return completer.complete(line); });
  session.greet();
  session.run(lines);
  return ExitCode::Done;
}

}  // namespace morgue
