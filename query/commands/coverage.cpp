// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/coverage.h"

#include <set>
#include <string>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/exploration.h"
#include "query/render/table.h"

namespace morgue {
namespace {

std::string shown_source(const OutletCoverage& outlet, Format format) {
  return outlet.source.empty() && format == Format::Text ? "(not known)" : outlet.source;
}

std::vector<std::string> languages_of(const OutletCoverage& outlet) {
  std::vector<std::string> languages;
  for (const auto& [language, articles] : outlet.languages) {
    languages.push_back(language.empty() ? "?" : language);
  }
  return languages;
}

/// A row for each outlet.
void write_outlets(const std::vector<OutletCoverage>& outlets, const TableHead& head, Format format,
                   Context& context) {
  TableWriter writer(format, context.terminal,
                     {{"source"},
                      {"articles"},
                      {"first"},
                      {"last"},
                      {"undated"},
                      {"copies"},
                      {"languages"},
                      {"gaps"}},
                     context.out);
  writer.begin(head);
  for (const OutletCoverage& outlet : outlets) {
    writer.row({shown_source(outlet, format), outlet.articles, outlet.first_month().to_string(),
                outlet.last_month().to_string(), outlet.undated, outlet.copies,
                languages_of(outlet), outlet.gaps()});
  }
  writer.end();
}

/// A row for each month of each outlet, those without articles too.
void write_months(const std::vector<OutletCoverage>& outlets, const TableHead& head, Format format,
                  Context& context) {
  TableWriter writer(format, context.terminal, {{"source"}, {"period"}, {"articles"}}, context.out);
  writer.begin(head);
  for (const OutletCoverage& outlet : outlets) {
    for (const auto& [period, articles] : outlet.all_periods()) {
      writer.row({shown_source(outlet, format), period, articles});
    }
    if (outlet.undated > 0) {
      writer.row({shown_source(outlet, format), std::string("undated"), outlet.undated});
    }
  }
  writer.end();
}

}  // namespace

ExitCode run_coverage(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto selection = select_articles(searcher, options.words, options, context);
  if (!selection) return ExitCode::Usage;
  const std::vector<OutletCoverage> outlets = cover(*selection);
  const ExitCode code = outlets.empty() ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet) return code;
  const TableHead head{"coverage", selection->head.query, selection->head.canonical,
                       selection->head.total, selection->head.notes};
  const auto write = options.by_month ? write_months : write_outlets;
  write(outlets, head, options.output.format, context);
  return code;
}

}  // namespace morgue
