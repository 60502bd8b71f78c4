// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/width.h"
#include "query/commands/command.h"
#include "query/commands/query_text.h"
#include "query/parse/dialect/dialect.h"
#include "query/parse/print.h"
#include "query/parse/print_tree.h"
#include "query/render/json.h"

namespace morgue {

ExitCode run_parse(const Options& options, Context& context) {
  const QueryText query = join_words(options.words, options.query.syntax != Syntax::Morgue);
  std::vector<Note> notes = query.notes;
  ParseOptions parse_options;
  parse_options.strict_mixes = options.query.strict;
  const auto parsed = parse_query_in(options.query.syntax, query.text, parse_options);
  context.messages.notes(notes);
  if (!parsed) {
    context.messages.query_error(query.text, parsed.error());
    return ExitCode::Usage;
  }
  context.messages.notes(parsed->notes);
  notes.insert(notes.end(), parsed->notes.begin(), parsed->notes.end());
  if (options.output.quiet) return ExitCode::Done;

  const std::string canonical = print(*parsed->root);
  if (options.output.format == Format::Json) {
    JsonWriter json(context.out);
    json.begin_object().field("schema", kJsonSchema).field("query", query.text);
    if (options.query.syntax != Syntax::Morgue) {
      json.field("syntax", name_of(options.query.syntax));
    }
    json.field("canonical", canonical);
    json.key("tree").begin_array();
    for (const std::string& line : print_tree(*parsed->root)) json.string(line);
    json.end_array();
    write_notes(json, notes);
    json.end_object();
  } else if (options.tree) {
    for (const std::string& line : print_tree(*parsed->root)) {
      context.out << safe_for_terminal(line) << '\n';
    }
    return ExitCode::Done;
  } else {
    context.out << safe_for_terminal(canonical);
  }
  context.out << '\n';
  return ExitCode::Done;
}

}  // namespace morgue
