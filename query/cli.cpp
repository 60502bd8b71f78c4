// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/cli.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>

#include "common/base/shell_quote.h"
#include "common/manual/completion.h"
#include "common/manual/man_page.h"
#include "common/manual/read_app.h"
#include "query/commands/nearest.h"
#include "query/help.h"
#include "query/render/layout.h"
#include "query/resolve.h"

namespace morgue {
namespace {

struct FormatFlag {
  const char* flag;
  unsigned group;  ///< FormatGroup
  Format format;
  const char* help;
};

constexpr std::array kFormatFlags{
    FormatFlag{"--json", kJsonFormat, Format::Json, "one JSON document"},
    FormatFlag{"--jsonl", kJsonLinesFormat, Format::JsonLines, "JSON Lines, one object a line"},
    FormatFlag{"--csv", kTableFormats, Format::Csv, "comma-separated values with a header"},
    FormatFlag{"--tsv", kTableFormats, Format::Tsv, "tab-separated values with a header"},
    FormatFlag{"--ids", kIdsFormat, Format::Ids, "ids alone, one a line"},
    FormatFlag{"--graphml", kGraphFormats, Format::GraphMl, "a graph as GraphML"},
    FormatFlag{"--gexf", kGraphFormats, Format::Gexf, "a graph as GEXF, for Gephi"},
    FormatFlag{"-0", kIdsFormat, Format::Ids, "ids alone, each ended by NUL"},
};

void add_value(CLI::App& app, const char* names, std::string& value, const char* kind,
               const char* help) {
  app.add_option(names, value, help)
      ->type_name(kind)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void add_list(CLI::App& app, const char* names, std::vector<std::string>& values, const char* kind,
              const char* help) {
  app.add_option(names, values, help)->type_name(kind)->allow_extra_args(false);
}

void add_paging_flags(CLI::App& app, TypedFlags& typed) {
  add_value(app, "--offset", typed.offset, "N", "hits to pass over");
  add_value(app, "--after", typed.after, "CURSOR", "go on where a page ended");
  add_value(app, "--sort", typed.sort, "ORDER", "relevance, date (oldest first) or -date");
  add_value(app, "--decay", typed.decay, "PERIOD",
            "rank newer articles higher: a bonus that halves every 90d, 12w, 6m or 1y");
}

void add_query_flags(CLI::App& app, TypedFlags& typed) {
  add_value(app, "--syntax", typed.syntax, "NAME",
            "the query's language: morgue, nexis, factiva or lucene");
  app.add_flag("--any", typed.any, "plain words are joined with OR");
  app.add_flag("--literal", typed.literal, "the query is plain words, signs and all");
  app.add_flag("--strict", typed.strict, "refuse AND and OR mixed without parentheses");
  app.add_flag("--lenient", typed.lenient, "make the best of a faulty query");
  add_value(app, "--case", typed.letter_case, "HOW",
            "fold, or exact: capitals as they are typed (and no word stems)");
  add_value(app, "--accents", typed.accents, "HOW",
            "fold, or exact: accents as they are typed (and no word stems)");
  add_value(app, "--max-expansions", typed.max_expansions, "N",
            "words that one wildcard may stand for (10000)");
}

void add_output_flags(CLI::App& app, unsigned formats, TypedFlags& typed) {
  for (const FormatFlag& flag : kFormatFlags) {
    if ((formats & flag.group) != 0)
      app.add_flag(flag.flag)->description(flag.help)->disable_flag_override();
  }
  app.add_flag("-q,--quiet", typed.quiet, "no output and no notes, only the exit code");
  add_value(app, "--color", typed.color, "WHEN", "auto, always or never");
  app.add_flag("--no-pager", typed.no_pager, "never page on a terminal");
  app.add_flag("-h,--help")->description("this help");
}

void add_exploration_flags(CLI::App& app, unsigned groups, TypedFlags& typed) {
  const bool of_names = (groups & (kNamesGroup | kPairsGroup)) != 0;
  if (of_names || (groups & (kWindowGroup | kAgainstGroup | kRunGroup)) != 0) {
    add_value(app, "--min", typed.least, "N",
              of_names ? "only what is in so many articles at least"
                       : "only words with so many occurrences at least");
  }
  if ((groups & kLinesGroup) != 0) {
    add_value(app, "--context", typed.context, "N", "words on either side (12)");
    if ((groups & kPagingGroup) == 0) {
      add_value(app, "--sort", typed.line_order, "ORDER",
                "date, -date, left or right (the words beside the match), source");
    }
    add_value(app, "--sample", typed.sample, "N", "so many lines, drawn by lot");
    add_value(app, "--seed", typed.seed, "N", "another lot (1)");
  }
  if ((groups & kWindowGroup) != 0) {
    add_value(app, "--window", typed.window, "N", "words on either side (5)");
    add_value(app, "--measure", typed.measure, "NAME",
              "sort by logdice, loglikelihood, mi, t or count");
  }
  if ((groups & kAgainstGroup) != 0) {
    add_value(app, "--against", typed.against, "QUERY",
              "the articles to compare with (all others)");
  }
  if ((groups & kRunGroup) != 0) {
    add_value(app, "--ngram", typed.run, "N", "count runs of so many words (1)");
  }
  if ((groups & kWatchGroup) != 0) {
    app.add_flag("--from-now", typed.from_now, "at the first run, what is there is no news");
  }
  if ((groups & kLikeGroup) != 0) {
    app.add_flag("--before", typed.before, "only articles that are no newer: the background");
  }
  if ((groups & kExportGroup) != 0) {
    add_value(app, "--as", typed.exported, "FORMAT",
              "bibtex, ris, csl, markdown, ftm or sqlite (bibtex)");
    add_value(app, "-o,--output", typed.output, "FILE", "the database to make, for sqlite");
  }
  if ((groups & kPeriodGroup) != 0) {
    add_value(app, "--by", typed.period, "PERIOD", "year, month, week or day (month)");
  }
}

/// The flags of a command, by its groups.
void add_flags(CLI::App& app, unsigned groups, unsigned formats, TypedFlags& typed) {
  app.set_help_flag();
  app.allow_extras();
  if ((groups & kArchiveGroup) != 0) {
    add_list(app, "-a,--archive", typed.archives, "DIR", "the archive; may be repeated");
  }
  if ((groups & kFacetGroup) != 0) {
    add_list(app, "--facet", typed.facets, "NAMES", "count the values of fields: person:20,org");
  }
  if ((groups & kCountedGroup) != 0) {
    add_value(app, "--count-copies", typed.count_copies, "HOW",
              "count the copies of one text: all, or once");
  }
  if ((groups & kCopiesGroup) != 0) {
    add_value(app, "--copies", typed.copies, "WHICH",
              "of copies of one text: all, collapse (list the earliest), or only (list what has "
              "copies)");
  }
  if ((groups & kLimitGroup) != 0) {
    add_value(app, "--limit", typed.limit, "N", "at most so many; 0: all");
  }
  if ((groups & kPagingGroup) != 0) add_paging_flags(app, typed);
  if ((groups & kQueryGroup) != 0) add_query_flags(app, typed);
  if ((groups & kTranslateGroup) != 0) {
    add_value(app, "--from", typed.from, "NAME", "another name of --syntax");
    add_value(app, "--to", typed.to, "NAME", "the language to write: morgue");
  }
  if ((groups & kExplainGroup) != 0) {
    app.add_flag("--explain", typed.explain,
                 "show how the query is read and run, and what its scores are made of");
  }
  if ((groups & kWhyGroup) != 0) {
    app.add_flag("--why", typed.why, "count each clause, and queries near this one that find more");
  }
  if ((groups & kCoverageGroup) != 0) {
    app.add_flag("--months", typed.by_month, "a row for each month of each outlet");
  }
  if ((groups & kTreeGroup) != 0) {
    app.add_flag("--tree", typed.tree, "show the query's shape, a part a line");
  }
  if ((groups & kPassageGroup) != 0) {
    add_value(app, "--passages", typed.passages, "N", "at most so many passages of each hit (1)");
  }
  if ((groups & kBatchGroup) != 0) {
    app.add_flag("--count", typed.count_only, "only how many articles each query finds");
  }
  if ((groups & kShownQueryGroup) != 0) {
    add_value(app, "--query", typed.shown_query, "QUERY", "mark what this query matches");
    app.add_flag("--mentions", typed.mentions, "with --json: where the text names whom");
  }
  if ((groups & (kNamesGroup | kPairsGroup)) != 0) {
    add_value(app, "--type", typed.types, "TYPES",
              "only person, org or place; several: person,org");
  }
  add_exploration_flags(app, groups, typed);
  if ((groups & kNamesGroup) != 0) {
    add_value(app, "--match", typed.containing, "WORDS",
              "only names that hold these words, or begin them");
  }
  if ((groups & kPairsGroup) != 0) {
    add_value(app, "--top", typed.most_entities, "N",
              "compare the commonest N names (500); 0: all");
  }
  add_output_flags(app, formats, typed);
}

constexpr unsigned kEveryGroup = ~0U;

/// The arguments parted into options with their values, and words.
struct Parted {
  std::vector<std::string> options;
  std::vector<std::string> words;
  bool starts_plain = false;  ///< the first word came before "--": it may name a command
};

/// Whether the argument is an option whose value is the next argument.
bool wants_next(const CLI::App& all, const std::string& argument) {
  const auto takes_value = [&](const std::string& name) {
    const CLI::Option* option = all.get_option_no_throw(name);
    return option != nullptr && option->get_items_expected_max() > 0;
  };
  if (argument.compare(0, 2, "--") == 0) return takes_value(argument);
  for (std::size_t i = 1; i < argument.size(); ++i) {  // short flags can stand together: -qa DIR
    if (takes_value(std::string("-") + argument[i])) return i + 1 == argument.size();
  }
  return false;
}

Parted part(const std::vector<std::string>& args) {
  CLI::App all;
  TypedFlags ignored;
  add_flags(all, kEveryGroup, kEveryGroup, ignored);
  all.add_flag("--version");
  Parted parted;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--") {
      parted.words.insert(parted.words.end(), args.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                          args.end());
      break;
    }
    if (args[i].size() < 2 || args[i].front() != '-') {
      parted.starts_plain = true;
      parted.words.push_back(args[i]);
      continue;
    }
    parted.options.push_back(args[i]);
    if (wants_next(all, args[i]) && i + 1 < args.size()) parted.options.push_back(args[++i]);
  }
  return parted;
}

/// The format flags that were given.
std::vector<std::pair<std::string, Format>> formats_of(const CLI::App& app) {
  std::vector<std::pair<std::string, Format>> given;
  for (const FormatFlag& flag : kFormatFlags) {
    const CLI::Option* option = app.get_option_no_throw(flag.flag);
    if (option != nullptr && option->count() > 0) given.emplace_back(flag.flag, flag.format);
  }
  return given;
}

UsageError unknown_option(const std::string& typed, const Command& command, const CLI::App& app) {
  const std::string name = typed.substr(0, typed.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& known : option->get_lnames()) names.push_back("--" + known);
  }
  UsageError error{std::string(command.name) + " has no option " + name, ""};
  const std::string meant = name.compare(0, 2, "--") == 0 ? nearest(name, names) : "";
  if (!meant.empty()) {
    error.suggestion = "did you mean " + meant + "?";
  } else if (name.compare(0, 2, "--") != 0) {
    error.suggestion = "a query that begins with - goes after --: morgue-query " +
                       std::string(command.name) + " -- " + shell_quote(typed);
  } else {
    error.suggestion = "morgue-query " + std::string(command.name) + " --help lists its options";
  }
  return error;
}

std::optional<UsageError> check_words(const Command& command,
                                      const std::vector<std::string>& words) {
  const std::string name(command.name);
  const bool optional = command.words.front() == '[';
  if (words.empty() && !optional) {
    return UsageError{
        name + " needs words: morgue-query " + name + ' ' + std::string(command.words),
        name == "search" ? "" : "for the word itself: morgue-query search " + name};
  }
  if (command.run == run_terms && words.size() > 1) {
    return UsageError{"terms takes one pattern", "for these words: morgue-query search terms …"};
  }
  return std::nullopt;
}

std::optional<UsageError> check_facets(const Command& command, const Options& options) {
  const bool alone = command.run == run_facets;
  if (options.facet.facets.empty() ||
      shows_facets(options.output.format, alone ? Subject::Facets : Subject::Hits)) {
    return std::nullopt;
  }
  return UsageError{"a table of hits has no place for facets",
                    "for the facets alone: morgue-query facets QUERY --facet NAME --csv"};
}

std::string help_for(const Command& command) {
  CLI::App app;
  TypedFlags ignored;
  add_flags(app, command.flags, command.formats, ignored);
  return command_help(command, CLI::Formatter().make_groups(&app, CLI::AppFormatMode::Normal));
}

Result<Invocation, UsageError> parse_flags(const Command& command, Parted parted) {
  CLI::App app;
  TypedFlags typed;
  add_flags(app, command.flags, command.formats, typed);
  std::reverse(parted.options.begin(), parted.options.end());  // the order CLI11 takes them in
  try {
    app.parse(parted.options);
  } catch (const CLI::ArgumentMismatch& error) {  // "--limit: 1 required N missing"
    const std::string what = error.what();
    const std::size_t colon = what.find(':');
    return UsageError{colon == what.npos ? what : what.substr(0, colon) + " needs a value", ""};
  } catch (const CLI::Error& error) {
    return UsageError{error.what(), ""};
  }
  if (app.count("--help") > 0) return Invocation{nullptr, {}, help_for(command)};
  const auto unknown = app.remaining();
  if (!unknown.empty()) return unknown_option(unknown.front(), command, app);

  Invocation invocation{&command, {}, ""};
  typed.formats = formats_of(app);
  auto error = resolve(typed, invocation.options);
  if (!error) error = check_words(command, parted.words);
  if (!error) error = check_facets(command, invocation.options);
  if (error) return *error;
  invocation.options.words = std::move(parted.words);
  return invocation;
}

bool contains(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

Result<Invocation, UsageError> parse_command_line(const std::vector<std::string>& args) {
  if (args.empty()) return Invocation{nullptr, {}, first_run_screen()};
  Parted parted = part(args);
  if (contains(parted.options, "--version")) return Invocation{nullptr, {}, version_line()};

  const Command* command = find_command("search");
  if (parted.starts_plain) {
    std::vector<std::string>& words = parted.words;
    const Command* asked = words.size() == 2 ? find_command(words[1]) : nullptr;
    if (words[0] == "help" && asked != nullptr) return Invocation{nullptr, {}, help_for(*asked)};
    if (words[0] == "help" && words.size() == 2 && words[1] == "query") {
      return Invocation{nullptr, {}, query_help()};
    }
    if (words[0] == "help" && words.size() == 2 && words[1] == "man") {
      return Invocation{nullptr, {}, man_page(program_manual())};
    }
    if (words[0] == "help" && words.size() == 3 && words[1] == "completion") {
      if (const auto script = completion_script(program_manual(), words[2])) {
        return Invocation{nullptr, {}, *script};
      }
      return UsageError{"no completion for the shell " + words[2],
                        "there are scripts for bash, zsh and fish"};
    }
    if (words[0] == "help" && words.size() == 1) return Invocation{nullptr, {}, program_help()};
    if (is_reserved_name(words[0])) {
      return UsageError{"this version has no command " + words[0],
                        "for the word itself: morgue-query search " + words[0] + " …"};
    }
    if (const Command* named = find_command(words[0])) {
      command = named;
      words.erase(words.begin());
      return parse_flags(*command, std::move(parted));
    }
  }
  const bool asks_for_help = contains(parted.options, "--help") || contains(parted.options, "-h");
  if (asks_for_help) return Invocation{nullptr, {}, program_help()};
  return parse_flags(*command, std::move(parted));
}

ProgramManual program_manual() {
  ProgramManual manual{"morgue-query", "search in news archives", program_notes(), {}};
  for (const Command& command : commands()) {
    CLI::App app;
    TypedFlags ignored;
    add_flags(app, command.flags, command.formats, ignored);
    manual.commands.push_back({std::string(command.name), std::string(command.words),
                               std::string(command.summary), std::string(command.help),
                               options_of(app)});
  }
  return manual;
}

bool wants_json_errors(const std::vector<std::string>& args) {
  const auto end = std::find(args.begin(), args.end(), "--");
  return std::any_of(args.begin(), end,
                     [](const std::string& arg) { return arg == "--json" || arg == "--jsonl"; });
}

}  // namespace morgue
