// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/name_edits.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "common/index/archive_files.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/entities/corrections.h"
#include "query/entities/name_table.h"
#include "query/explore/entity_list.h"

namespace morgue {
namespace {

ExitCode usage(Context& context, const std::string& message, const std::string& suggestion) {
  context.messages.usage_error({message, suggestion});
  return ExitCode::Usage;
}

/// "person:Morena" is a person also where organisations are meant; nullopt: no name.
std::optional<Name> read_name(std::string_view typed, EntityKind kind) {
  if (!is_valid_utf8(typed) || typed.find_first_of("\t\n|") != typed.npos) return std::nullopt;
  Name name = read_alias(typed, kind);
  if (name.text.empty()) return std::nullopt;
  return name;
}

ExitCode no_name(Context& context, const std::string& typed) {
  return usage(context, "\"" + typed + "\" is no name",
               "a name is text without tabs, line breaks and |");
}

/// Says of names that no article has what is spelled nearly so.
class SpellingCheck {
 public:
  SpellingCheck(const Options& options, Context& context) : context_(context) {
    Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
    if (const auto all = select_query(searcher, "*", options, context)) {
      rows_ = list_entities(*all, {});
      known_ = all->view().names();
    }
  }

  void check(const Name& name) const {
    std::string near;
    for (const EntityRow& row : rows_) {
      if (row.name == name) return;
      const bool same_letters =
          row.name.kind == name.kind && fold(row.name.text) == fold(name.text);
      if (same_letters && near.empty()) near = row.name.text;
    }
    if (known_.find(name)) return;
    std::string message = "no article here names " + std::string(name_of(name.kind)) + " \"" +
                          name.text + "\"; the line is kept for those to come";
    if (!near.empty()) message += " (there is \"" + near + "\": capitals and accents count)";
    context_.messages.notes({{"N141", message}});
  }

 private:
  Context& context_;
  std::vector<EntityRow> rows_;
  NameTable known_;
};

/// Makes the table of what the files would hold; shows what is wrong.
bool would_hold(const ArchivePaths& archive, const std::vector<AliasLine>& more, Context& context) {
  auto corrections = read_corrections(archive.aliases(), archive.rejected_names());
  if (!corrections) {
    context.messages.failure(corrections.error().code, corrections.error().message);
    return false;
  }
  for (const AliasLine& line : more) corrections->aliases.push_back(line);
  const auto table = NameTable::make(*corrections, {});
  if (!table) context.messages.failure(table.error().code, table.error().message);
  return table.has_value();
}

void say(const Options& options, Context& context, const std::string& line) {
  if (!options.output.quiet) context.out << line << '\n';
}

ExitCode add_lines(const std::vector<AliasLine>& lines, const Options& options, Context& context) {
  const auto archive = archive_to_change(options, context, "corrections belong to");
  if (!archive || !would_hold(*archive, lines, context)) return ExitCode::Usage;
  const SpellingCheck spelling(options, context);
  std::size_t added = 0;
  for (const AliasLine& line : lines) {
    for (const Name& same : line.same) {
      spelling.check(same);
      if (!add_alias(archive->aliases(), line.shown, same)) continue;
      ++added;
      say(options, context, "\"" + same.text + "\" now counts as \"" + line.shown.text + "\"");
    }
  }
  if (added == 0) say(options, context, "nothing to change: all of it was said before");
  return ExitCode::Done;
}

/// The lines of a table with the columns of `suggest`; the first line is its header.
Result<std::vector<AliasLine>> read_suggestions(std::istream& in, const std::string& file) {
  std::vector<AliasLine> lines;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#' || line.starts_with("type\t")) continue;
    std::istringstream cells(line);
    std::string type, shown, same_type, same;
    std::getline(cells, type, '\t');
    std::getline(cells, shown, '\t');
    std::getline(cells, same_type, '\t');
    std::getline(cells, same, '\t');
    const auto kind = read_name_kind(type);
    const auto same_kind = read_name_kind(same_type);
    const auto name = kind ? read_name(shown, *kind) : std::nullopt;
    const auto other = same_kind ? read_name(same, *same_kind) : std::nullopt;
    const std::string place = file + ":" + std::to_string(number);
    if (!name || !other) {
      return Error{"suggestions", place +
                                      ": not a line of entities suggest --tsv: type, name, "
                                      "alias type, alias; nothing was changed"};
    }
    lines.push_back({*name, {*other}, place});
  }
  return lines;
}

}  // namespace

ExitCode alias_names(const std::vector<std::string>& words, const Options& options,
                     Context& context) {
  if (words.size() < 3) {
    return usage(context, "entities alias needs a type, the name to show and an alias",
                 "as in: morgue-query entities alias person 'Claudia Sheinbaum' 'C. Sheinbaum'");
  }
  const auto kind = read_name_kind(words[0]);
  if (!kind) return usage(context, kind.error().message, "");
  const auto shown = read_name(words[1], *kind);
  if (!shown) return no_name(context, words[1]);
  AliasLine line{*shown, {}, "this command"};
  for (std::size_t i = 2; i < words.size(); ++i) {
    const auto same = read_name(words[i], *kind);
    if (!same) return no_name(context, words[i]);
    line.same.push_back(*same);
  }
  return add_lines({line}, options, context);
}

ExitCode accept_names(const std::vector<std::string>& words, const Options& options,
                      Context& context) {
  if (words.empty()) {
    return usage(context, "entities accept needs a file",
                 "first: morgue-query entities suggest --tsv > names.tsv; then delete the lines "
                 "that are wrong");
  }
  std::vector<AliasLine> lines;
  for (const std::string& file : words) {
    std::ifstream opened;
    if (file != "-") opened.open(file);
    if (file != "-" && !opened) {
      context.messages.failure("input", file + ": cannot be read");
      return ExitCode::Usage;
    }
    auto read = read_suggestions(file == "-" ? context.in : opened, file);
    if (!read) {
      context.messages.failure(read.error().code, read.error().message);
      return ExitCode::Usage;
    }
    lines.insert(lines.end(), read->begin(), read->end());
  }
  return add_lines(lines, options, context);
}

ExitCode reject_names(const std::vector<std::string>& words, const Options& options,
                      Context& context) {
  if (words.size() < 2) {
    return usage(context, "entities reject needs a type and a name",
                 "as in: morgue-query entities reject person He");
  }
  const auto kind = read_name_kind(words[0]);
  if (!kind) return usage(context, kind.error().message, "");
  const auto archive = archive_to_change(options, context, "corrections belong to");
  if (!archive || !would_hold(*archive, {}, context)) return ExitCode::Usage;
  const SpellingCheck spelling(options, context);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto name = read_name(words[i], *kind);
    if (!name) return no_name(context, words[i]);
    spelling.check(*name);
    const bool changed = add_reject(archive->rejected_names(), *name);
    say(options, context,
        "\"" + name->text + "\" " + (changed ? "now" : "already") + " counts as no " +
            std::string(name_of(name->kind)));
  }
  return ExitCode::Done;
}

ExitCode part_names(const std::vector<std::string>& words, const Options& options,
                    Context& context) {
  if (words.size() < 2) {
    return usage(context, "entities apart needs a type and a name",
                 "as in: morgue-query entities apart person Bush");
  }
  const auto kind = read_name_kind(words[0]);
  if (!kind) return usage(context, kind.error().message, "");
  const auto archive = archive_to_change(options, context, "corrections belong to");
  if (!archive || !would_hold(*archive, {}, context)) return ExitCode::Usage;
  const SpellingCheck spelling(options, context);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto name = read_name(words[i], *kind);
    if (!name) return no_name(context, words[i]);
    spelling.check(*name);
    const bool changed = add_alias(archive->aliases(), *name, *name);
    say(options, context,
        "\"" + name->text + "\" " + (changed ? "now" : "already") + " counts as itself alone");
  }
  return ExitCode::Done;
}

ExitCode undo_names(const std::vector<std::string>& words, const Options& options,
                    Context& context) {
  if (words.size() < 2) {
    return usage(context, "entities undo needs a type and a name",
                 "as in: morgue-query entities undo person He");
  }
  const auto kind = read_name_kind(words[0]);
  if (!kind) return usage(context, kind.error().message, "");
  const auto archive = archive_to_change(options, context, "corrections belong to");
  if (!archive) return ExitCode::Usage;
  ExitCode code = ExitCode::Done;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto name = read_name(words[i], *kind);
    if (!name) return no_name(context, words[i]);
    const bool alias = remove_alias(archive->aliases(), *name);
    const bool reject = remove_reject(archive->rejected_names(), *name);
    if (!alias && !reject) code = ExitCode::NoHits;
    say(options, context,
        "\"" + name->text + "\" " +
            (alias || reject ? "counts as what the archive says of it again"
                             : "was not corrected"));
  }
  return code;
}

}  // namespace morgue
