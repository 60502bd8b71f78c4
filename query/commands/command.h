// SPDX-License-Identifier: GPL-3.0-or-later
// The commands: a row each, in table.cpp, and a function each, in a file of its own.
#pragma once

#include <istream>
#include <ostream>
#include <span>
#include <string_view>

#include "common/base/exit_code.h"
#include "query/options.h"
#include "query/render/messages.h"

namespace morgue {

/// The groups of flags a command takes; cli.cpp has one function for each.
enum FlagGroup : unsigned {
  kArchiveGroup = 1U << 0,
  kLimitGroup = 1U << 1,
  kPagingGroup = 1U << 2,
  kQueryGroup = 1U << 3,
  kFacetGroup = 1U << 4,
  kExplainGroup = 1U << 5,
  kPassageGroup = 1U << 6,
  kBatchGroup = 1U << 7,
  kShownQueryGroup = 1U << 8,
  kTranslateGroup = 1U << 9,
  kWhyGroup = 1U << 10,
  kTreeGroup = 1U << 11,
  kNamesGroup = 1U << 12,
  kPairsGroup = 1U << 13,
  kCopiesGroup = 1U << 14,
  kCoverageGroup = 1U << 15,
  kCountedGroup = 1U << 16,
  kLinesGroup = 1U << 17,
  kWindowGroup = 1U << 18,
  kAgainstGroup = 1U << 19,
  kRunGroup = 1U << 20,
  kPeriodGroup = 1U << 21,
  kExportGroup = 1U << 22,
  kLikeGroup = 1U << 23,
  kWatchGroup = 1U << 24,
  kBurstGroup = 1U << 25,
  kProvenanceGroup = 1U << 26,
  kReviewGroup = 1U << 27,
};

/// The output formats a command has beside text.
enum FormatGroup : unsigned {
  kJsonFormat = 1U << 0,
  kJsonLinesFormat = 1U << 1,
  kTableFormats = 1U << 2,  ///< CSV and TSV
  kIdsFormat = 1U << 3,
  kGraphFormats = 1U << 4,  ///< GraphML and GEXF
};

/// What a command is given to work with. Results go to `out`, all else to `messages`.
struct Context {
  const Environment& environment;
  const Terminal& terminal;
  std::istream& in;  ///< standard input
  std::ostream& out;
  Messages& messages;
};

struct Command {
  std::string_view name;
  std::string_view words;    ///< what follows the name: "QUERY…"
  std::string_view summary;  ///< one line, for the list of commands
  std::string_view help;     ///< more, and examples; for COMMAND --help
  unsigned flags;            ///< FlagGroup
  unsigned formats;          ///< FormatGroup
  ExitCode (*run)(const Options& options, Context& context);
};

/// All commands, in the order the help lists them.
std::span<const Command> commands();

/// Runs one. Whatever is wrong with an archive is thrown as IndexError.
ExitCode run_command(const Command& command, const Options& options, Context& context);

/// Null when there is none of that name.
const Command* find_command(std::string_view name);

/// Whether the name is kept for a command that this version does not have.
bool is_reserved_name(std::string_view name);

ExitCode run_search(const Options& options, Context& context);
ExitCode run_count(const Options& options, Context& context);
ExitCode run_facets(const Options& options, Context& context);
ExitCode run_show(const Options& options, Context& context);
ExitCode run_coverage(const Options& options, Context& context);
ExitCode run_copies(const Options& options, Context& context);
ExitCode run_terms(const Options& options, Context& context);
ExitCode run_batch(const Options& options, Context& context);
ExitCode run_entities(const Options& options, Context& context);
ExitCode run_cooccurrence(const Options& options, Context& context);
ExitCode run_kwic(const Options& options, Context& context);
ExitCode run_collocates(const Options& options, Context& context);
ExitCode run_keyness(const Options& options, Context& context);
ExitCode run_frequency(const Options& options, Context& context);
ExitCode run_export(const Options& options, Context& context);
ExitCode run_like(const Options& options, Context& context);
ExitCode run_save(const Options& options, Context& context);
ExitCode run_watch(const Options& options, Context& context);
ExitCode run_timeline(const Options& options, Context& context);
ExitCode run_trend(const Options& options, Context& context);
ExitCode run_percolate(const Options& options, Context& context);
ExitCode run_repl(const Options& options, Context& context);
ExitCode run_review(const Options& options, Context& context);
ExitCode run_parse(const Options& options, Context& context);

}  // namespace morgue
