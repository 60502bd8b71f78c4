// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for on the command line, and what the environment says: plain data, filled by
// cli.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article/mention.h"
#include "query/explore/choices.h"
#include "query/parse/dialect/dialect.h"
#include "query/render/export.h"
#include "query/render/renderer.h"
#include "query/render/terminal.h"
#include "query/run/searcher.h"

namespace morgue {

struct ArchiveFlags {
  std::vector<std::string> archives;  ///< as given; empty: see find_archives()
};

struct OutputFlags {
  Format format = Format::Text;
  bool nul_separated = false;
  bool quiet = false;
  bool pager = true;
  std::size_t passages = 1;
  ColorMode color = ColorMode::Auto;
  bool hints = true;        ///< text: what to type next
  bool provenance = false;  ///< said in every format
};

struct LimitFlags {
  std::uint64_t limit = 10;
  bool limit_given = false;
  std::uint64_t offset = 0;
  std::string after;
  SortOrder sort = SortOrder::Relevance;
  bool sort_given = false;
  std::optional<double> decay;  ///< half-life in days
  std::string decay_typed;      ///< the same as given
};

/// How query text is read.
struct QueryFlags {
  bool any = false;
  bool literal = false;
  bool strict = false;
  bool lenient = false;
  bool exact_case = false;
  bool exact_accents = false;
  std::size_t max_expansions = 10000;
  Syntax syntax = Syntax::Morgue;
};

struct FacetFlags {
  std::vector<FacetRequest> facets;
  std::optional<CountedCopies> counted;  ///< none: as suits the command
};

struct CopyFlags {
  std::optional<ListedCopies> listed;  ///< none: as suits the output
};

/// Which names exploration looks at.
struct NameFlags {
  std::vector<EntityKind> kinds;       ///< empty: people, organisations and places
  std::string containing;              ///< words that a name or alias must hold
  std::optional<std::uint64_t> least;  ///< articles
  std::size_t most_entities = 500;     ///< cooccurrence: entities compared; 0: all
};

/// What the commands that count words and lines are asked for; what is none is as suits the
/// command.
struct ExploreFlags {
  std::optional<std::size_t> context;  ///< kwic: words on either side
  std::optional<std::size_t> sample;   ///< kwic: lines
  std::uint64_t seed = 1;              ///< of the sample
  LineOrder lines = LineOrder::OldestFirst;
  std::size_t window = 5;  ///< collocates: words on either side
  CollocateOrder measure = CollocateOrder::LogDice;
  std::size_t run = 1;    ///< frequency: words of a run
  bool negative = false;  ///< keyness: words used less
  std::string against;    ///< keyness: the query of the other articles; empty: all others
  Period period = Period::Month;
  ExportFormat exported = ExportFormat::BibTex;
  std::string output;     ///< export: a file
  bool from_now = false;  ///< watch: what is there at the first run is no news
  bool before = false;    ///< like: only what is no newer
  std::string text_file;  ///< like: a text of its own instead of an id; "-" is standard input
};

struct Options {
  std::string command_line;        ///< all of it, quoted for a shell
  std::vector<std::string> words;  ///< what is neither option nor command, in order
  ArchiveFlags archive;
  OutputFlags output;
  LimitFlags limits;
  QueryFlags query;
  FacetFlags facet;
  CopyFlags copies;
  NameFlags names;
  ExploreFlags explore;
  bool explain = false;
  bool why = false;
  bool tree = false;        ///< parse
  bool by_month = false;    ///< coverage
  bool count_only = false;  ///< batch
  std::string shown_query;  ///< show: what is marked
  bool mentions = false;    ///< show: each place of the text that names someone
};

/// Read once, in main.
struct Environment {
  std::string archives;        ///< MORGUE_ARCHIVE
  std::string current_folder;  ///< "." or where to look for an archive
  std::int32_t today = 0;      ///< in days since 1970-01-01
  TerminalFacts terminal;
  bool input_is_terminal = false;   ///< standard input is one
  std::string history;              ///< where repl keeps what was typed; empty: nowhere
  bool errors_on_terminal = false;  ///< standard error is one
};

}  // namespace morgue
