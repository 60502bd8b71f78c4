// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/flags.h"

#include <array>

#include <CLI/CLI.hpp>

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

void add_output_flags(CLI::App& app, unsigned groups, unsigned formats, TypedFlags& typed) {
  for (const FormatFlag& flag : kFormatFlags) {
    if ((formats & flag.group) != 0)
      app.add_flag(flag.flag)->description(flag.help)->disable_flag_override();
  }
  if ((groups & kProvenanceGroup) != 0) {
    app.add_flag("--provenance,--header", typed.provenance,
                 "say first where it comes from: archives, digests, query, command line");
  }
  app.add_flag("-q,--quiet", typed.quiet, "no output and no notes, only the exit code");
  add_value(app, "--color", typed.color, "WHEN", "auto, always or never");
  app.add_flag("--no-pager", typed.no_pager, "never page on a terminal");
  app.add_flag("-h,--help")->description("this help");
}

void add_exploration_flags(CLI::App& app, unsigned groups, TypedFlags& typed) {
  const bool of_articles = (groups & (kNamesGroup | kPairsGroup | kBurstGroup)) != 0;
  const bool of_graph = (groups & kExportGroup) != 0;
  if (of_articles || of_graph || (groups & (kWindowGroup | kAgainstGroup | kRunGroup)) != 0) {
    add_value(app, "--min", typed.least, "N",
              of_graph      ? "graphs: only pairs that so many articles at least name together"
              : of_articles ? "only what is in so many articles at least"
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
    app.add_flag("--negative", typed.negative, "words that are used less here than there");
  }
  if ((groups & kRunGroup) != 0) {
    add_value(app, "--ngram", typed.run, "N", "count runs of so many words (1)");
  }
  if ((groups & kWatchGroup) != 0) {
    app.add_flag("--from-now", typed.from_now, "at the first run, what is there is no news");
  }
  if ((groups & kLikeGroup) != 0) {
    add_value(app, "--file", typed.text_file, "FILE", "the text of a file instead of an article");
    app.add_flag("--before", typed.before, "only articles that are no newer: the background");
  }
  if ((groups & kExportGroup) != 0) {
    add_value(app, "--as", typed.exported, "FORMAT",
              "bibtex, ris, csl, markdown, ftm, sqlite, jsonl, csv, tsv, graphml or gexf (bibtex)");
  }
  if ((groups & (kExportGroup | kReviewGroup)) != 0) {
    add_value(app, "-o,--output", typed.output, "FILE",
              (groups & kExportGroup) != 0 ? "the database to make, for sqlite"
                                           : "the list, made or added to");
  }
  if ((groups & kPeriodGroup) != 0) {
    add_value(app, "--by", typed.period, "PERIOD", "year, month, week or day (month)");
  }
}

}  // namespace

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
  add_output_flags(app, groups, formats, typed);
}

std::vector<std::pair<std::string, Format>> formats_of(const CLI::App& app) {
  std::vector<std::pair<std::string, Format>> given;
  for (const FormatFlag& flag : kFormatFlags) {
    const CLI::Option* option = app.get_option_no_throw(flag.flag);
    if (option != nullptr && option->count() > 0) given.emplace_back(flag.flag, flag.format);
  }
  return given;
}

}  // namespace morgue
