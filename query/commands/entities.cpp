// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <vector>

#include "query/commands/about_entity.h"
#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/exploration.h"
#include "query/commands/name_edits.h"
#include "query/commands/row_queries.h"
#include "query/explore/name_suggestions.h"
#include "query/parse/print.h"
#include "query/render/layout.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::uint64_t kUsualNames = 50;

using Words = std::vector<std::string>;

std::string query_for(const Name& name) {
  return std::string(name_of(name.kind)) + ":=" + quote(name.text);
}

template <class Row>
void keep_some(std::vector<Row>& rows, std::uint64_t limit, Context& context) {
  if (limit == 0 || rows.size() <= limit) return;
  context.messages.notes({{"N142", grouped(rows.size() - limit) + " more; --limit 0 shows all"}});
  rows.resize(limit);
}

std::uint64_t usual_rows(const Options& options) {
  return row_limit(options, options.output.format == Format::Text ? kUsualNames : 0);
}

std::vector<std::string> aliases_of(const Name& name, const NameTable& names) {
  std::vector<std::string> aliases;
  const auto group = names.find(name);
  if (!group) return aliases;
  for (const Name& stored : group->stored) {
    if (stored != name) aliases.push_back(stored.text);
  }
  return aliases;
}

ExitCode list(const Words& words, const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, words, options, context);
  if (!selection) return ExitCode::Usage;
  auto rows = list_entities(
      *selection, {options.names.kinds, options.names.containing, options.names.least.value_or(1)});
  const ExitCode code = rows.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  keep_some(rows, usual_rows(options), context);
  TableWriter table(options.output.format, context.terminal,
                    {{"name"}, {"type"}, {"articles"}, {"aliases"}, {"query", false}}, context.out);
  table.begin(head_of("entities", selection->head, searcher, options, context));
  const RowQueries queries(selection->head.canonical);
  for (const EntityRow& row : rows) {
    table.row({row.name.text, std::string(name_of(row.name.kind)), row.articles,
               aliases_of(row.name, selection->view().names()), queries.with(query_for(row.name))});
  }
  table.end();
  return code;
}

ExitCode suggest(const Words& words, const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, words, options, context);
  if (!selection) return ExitCode::Usage;
  auto found = suggest_names(
      *selection, {options.names.kinds, options.names.containing, options.names.least.value_or(1)});
  const ExitCode code = found.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  keep_some(found, usual_rows(options), context);
  TableWriter table(options.output.format, context.terminal,
                    {{"type"},
                     {"name"},
                     {"alias_type", false},
                     {"alias"},
                     {"evidence"},
                     {"articles"},
                     {"alias_articles"},
                     {"together"}},
                    context.out);
  table.begin(head_of("suggestions", selection->head, searcher, options, context));
  for (const NameSuggestion& one : found) {
    table.row({std::string(name_of(one.shown.name.kind)), one.shown.name.text,
               std::string(name_of(one.same.name.kind)), one.same.name.text,
               std::string(name_of(one.evidence)), one.shown.articles, one.same.articles,
               one.articles_together});
  }
  table.end();
  if (options.output.format == Format::Text && !found.empty()) {
    context.out << "\nto accept some: morgue-query entities suggest --tsv > names.tsv, delete the "
                   "wrong lines,\n                morgue-query entities accept names.tsv\n";
  }
  return code;
}

struct Action {
  std::string_view name;
  ExitCode (*run)(const Words& words, const Options& options, Context& context);
};

constexpr std::array kActions{
    Action{"list", list},         Action{"about", about_entity},  Action{"suggest", suggest},
    Action{"alias", alias_names}, Action{"accept", accept_names}, Action{"reject", reject_names},
    Action{"apart", part_names},  Action{"undo", undo_names},
};

}  // namespace

ExitCode run_entities(const Options& options, Context& context) {
  for (const Action& action : kActions) {
    if (options.words.empty() || options.words.front() != action.name) continue;
    return action.run({options.words.begin() + 1, options.words.end()}, options, context);
  }
  return list(options.words, options, context);
}

}  // namespace morgue
