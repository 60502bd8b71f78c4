// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/cooccurrence.h"

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/parse/print.h"
#include "query/render/graph.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kLeastTogether = 2;

/// Only entities that an edge joins.
Graph graph_of(const CooccurrenceTable& table, const Selection& selection) {
  Graph graph;
  graph.description = "Named in the same articles of the query: " + selection.head.canonical;
  std::vector<std::optional<std::size_t>> nodes(table.entities.size());
  const auto node_of = [&](std::size_t entity) {
    if (!nodes[entity]) {
      nodes[entity] = graph.nodes.size();
      const EntityRow& row = table.entities[entity];
      graph.nodes.push_back({row.name.text, std::string(name_of(row.name.kind)), row.articles});
    }
    return *nodes[entity];
  };
  for (const EntityPair& pair : table.pairs) {
    graph.edges.push_back({node_of(pair.first), node_of(pair.second), pair.articles, pair.score});
  }
  return graph;
}

std::string query_for(const Name& name) {
  return std::string(name_of(name.kind)) + ":=" + quote(name.text);
}

void write_pairs(const CooccurrenceTable& table, const TableHead& head, Format format,
                 Context& context) {
  TableWriter writer(format, context.terminal,
                     {{"name"},
                      {"type"},
                      {"other"},
                      {"other_type"},
                      {"articles"},
                      {"score"},
                      {"name_articles", false},
                      {"other_articles", false},
                      {"query", false}},
                     context.out);
  writer.begin(head);
  const RowQueries queries(head.canonical);
  for (const EntityPair& pair : table.pairs) {
    const EntityRow& first = table.entities[pair.first];
    const EntityRow& second = table.entities[pair.second];
    writer.row({first.name.text, std::string(name_of(first.name.kind)), second.name.text,
                std::string(name_of(second.name.kind)), pair.articles, pair.score, first.articles,
                second.articles,
                queries.with(query_for(first.name) + " " + query_for(second.name))});
  }
  writer.end();
}

}  // namespace

ExitCode run_cooccurrence(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  CooccurrenceTable table = count_cooccurrences(
      *selection, {options.names.kinds, options.names.least.value_or(kLeastTogether),
                   options.names.most_entities});
  if (table.left_out > 0) {
    selection->head.notes.push_back({"N140", "only the " + std::to_string(table.entities.size()) +
                                                 " commonest names were compared, " +
                                                 std::to_string(table.left_out) +
                                                 " others were not; --top 0 compares all"});
    context.messages.notes(selection->head.notes, selection->head.notes.size() - 1);
  }
  const Format format = options.output.format;
  const bool graph = format == Format::GraphMl || format == Format::Gexf;
  const std::uint64_t limit = row_limit(options, format == Format::Text ? kUsualRows : 0);
  if (limit != 0 && table.pairs.size() > limit) table.pairs.resize(limit);
  const ExitCode code = table.pairs.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  if (graph) {
    const Graph drawn = graph_of(table, *selection);
    format == Format::Gexf ? write_gexf(drawn, context.out) : write_graphml(drawn, context.out);
  } else {
    write_pairs(table, head_of("pairs", selection->head, searcher, options, context), format,
                context);
  }
  return code;
}

}  // namespace morgue
