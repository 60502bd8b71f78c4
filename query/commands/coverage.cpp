// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/coverage.h"

#include <algorithm>
#include <string>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/command.h"
#include "query/commands/exploration.h"
#include "query/commands/row_queries.h"
#include "query/explore/trend.h"
#include "query/parse/print.h"
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

std::string query_for(const OutletCoverage& outlet) {
  return outlet.source.empty() ? "missing:source" : "source:=" + quote(outlet.source);
}

bool is_year(const std::string& period) { return period.find('-') == period.npos; }

bool has_years(const OutletCoverage& outlet) {
  return std::any_of(outlet.periods.begin(), outlet.periods.end(),
                     [](const auto& period) { return is_year(period.first); });
}

/// Articles dated to the month or the day; those dated to the year alone count by the year.
std::string query_of(const std::string& period, bool with_years) {
  if (!is_year(period)) return query_of_period(period, Period::Month, with_years);
  return "date:" + period + "-01-01 date:" + period + "-12-31";
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
                      {"gaps"},
                      {"query", false}},
                     context.out);
  writer.begin(head);
  const RowQueries queries(head.canonical);
  for (const OutletCoverage& outlet : outlets) {
    writer.row({shown_source(outlet, format), outlet.articles, outlet.first_month().to_string(),
                outlet.last_month().to_string(), outlet.undated, outlet.copies,
                languages_of(outlet), outlet.gaps(), queries.with(query_for(outlet))});
  }
  writer.end();
}

/// A row for each month of each outlet, those without articles too.
void write_months(const std::vector<OutletCoverage>& outlets, const TableHead& head, Format format,
                  Context& context) {
  TableWriter writer(format, context.terminal,
                     {{"source"}, {"period"}, {"articles"}, {"query", false}}, context.out);
  writer.begin(head);
  const RowQueries queries(head.canonical);
  const bool with_years = std::any_of(outlets.begin(), outlets.end(), has_years);
  for (const OutletCoverage& outlet : outlets) {
    for (const auto& [period, articles] : outlet.all_periods()) {
      writer.row({shown_source(outlet, format), period, articles,
                  queries.with(query_for(outlet) + ' ' + query_of(period, with_years))});
    }
    if (outlet.undated > 0) {
      writer.row({shown_source(outlet, format), std::string("undated"), outlet.undated,
                  queries.with(query_for(outlet) + ' ' + std::string(kNoDate))});
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
  const TableHead head = head_of("coverage", selection->head, searcher, options, context);
  const auto write = options.by_month ? write_months : write_outlets;
  write(outlets, head, options.output.format, context);
  return code;
}

}  // namespace morgue
