// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/render/delimited.h"
#include "query/render/json.h"
#include "query/render/provenance.h"

namespace morgue {
namespace {

/// What finds the articles of a row.
std::string query_of(const TermRow& row) { return RowQueries("*").with_words(row.form); }

void write_term(JsonWriter& json, const TermRow& row) {
  json.begin_object().field("form", row.form).field("articles", row.articles);
  json.field("occurrences", row.occurrences).field("query", query_of(row)).end_object();
}

void write_document(std::string_view pattern, const Provenance& provenance,
                    const std::vector<TermRow>& rows, std::ostream& out) {
  JsonWriter json(out);
  json.begin_object().field("schema", kJsonSchema).field("pattern", pattern);
  write_provenance(json, provenance, "");
  json.new_line().key("terms").begin_array();
  for (const TermRow& row : rows) write_term(json.new_line(), row);
  json.end_array().end_object();
  out << '\n';
}

void write_lines(const std::vector<TermRow>& rows, std::ostream& out) {
  for (const TermRow& row : rows) {
    JsonWriter json(out);
    write_term(json, row);
    out << '\n';
  }
}

void write_table(const std::vector<TermRow>& rows, char delimiter, bool with_header,
                 Context& context) {
  const bool for_terminal = context.terminal.is_terminal;
  if (with_header) {
    write_row(context.out, {"form", "articles", "occurrences", "query"}, delimiter, for_terminal);
  }
  for (const TermRow& row : rows) {
    std::vector<std::string> values{row.form, std::to_string(row.articles),
                                    std::to_string(row.occurrences)};
    if (with_header) values.push_back(query_of(row));
    write_row(context.out, values, delimiter, for_terminal);
  }
}

}  // namespace

ExitCode run_terms(const Options& options, Context& context) {
  const std::string& pattern = options.words.front();
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto rows = searcher.terms(pattern, options.limits.limit_given ? options.limits.limit : 0);
  if (!rows) {
    context.messages.query_error(pattern, rows.error());
    return ExitCode::Usage;
  }
  const ExitCode code = rows->empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  const Provenance provenance = provenance_of(searcher, options, context);
  write_provenance_head(provenance, pattern, options.output.format, context.out);
  switch (options.output.format) {
    case Format::Json:
      write_document(pattern, provenance, *rows, context.out);
      break;
    case Format::JsonLines:
      write_lines(*rows, context.out);
      break;
    case Format::Csv:
      write_table(*rows, ',', true, context);
      break;
    case Format::Tsv:
      write_table(*rows, '\t', true, context);
      break;
    case Format::Text:
    case Format::Ids:
    case Format::GraphMl:
    case Format::Gexf:
      write_table(*rows, '\t', false, context);
      break;
  }
  return code;
}

}  // namespace morgue
