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
#include "query/flags.h"
#include "query/help.h"
#include "query/render/layout.h"
#include "query/resolve.h"

namespace morgue {
namespace {

constexpr unsigned kEveryGroup = ~0U;

/// The arguments parted into options with their values, and words.
struct Parted {
  std::vector<std::string> options;
  std::vector<std::string> words;
  std::string line;           ///< all of them with the program, for a shell
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
  parted.line = "morgue-query";
  for (const std::string& argument : args) parted.line += " " + shell_quote(argument);
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
  if (command.run == run_repl) invocation.options.output.pager = false;  // it would hold back
  invocation.options.words = std::move(parted.words);
  invocation.options.command_line = std::move(parted.line);
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
