// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/trend.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/commands/row_queries.h"
#include "query/explore/article_words.h"
#include "query/explore/match_runs.h"
#include "query/explore/measures.h"
#include "query/render/provenance.h"
#include "query/render/table.h"
#include "query/render/trend_text.h"

namespace morgue {
namespace {

constexpr double kThousand = 1000;

/// A query and what it finds by period.
struct Counted {
  std::string query, canonical;
  PeriodCounts periods;
};

std::optional<Counted> count_query(Searcher& searcher, const std::string& query,
                                   const Options& options, CountedCopies copies, Context& context) {
  Options of_query = options;
  of_query.words = {query};
  SearchRequest request = request_of(of_query, query_of(of_query));
  request.limit = 0;
  request.sort = SortOrder::OldestFirst;
  request.listed_copies = copies == CountedCopies::Once ? ListedCopies::First : ListedCopies::All;
  Counted counted;
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    PeriodCount& count = counted.periods[period_of(hit.article.date, options.explore.period)];
    ++count.articles;
    count.matches += runs_of(hit.in_title).size() + runs_of(hit.in_body).size();
    return true;
  });
  if (!page) return std::nullopt;
  counted.query = page->query;
  counted.canonical = page->canonical;
  return counted;
}

PeriodCount count_in(const PeriodCounts& counts, const std::string& period) {
  const auto found = counts.find(period);
  return found == counts.end() ? PeriodCount() : found->second;
}

/// From the first period in which any query finds something to the last.
std::vector<std::string> shown_periods(const std::vector<Counted>& queries, Period period) {
  std::string first;
  std::string last;
  for (const Counted& query : queries) {
    for (const auto& [name, count] : query.periods) {
      if (name.empty()) continue;
      if (first.empty() || name < first) first = name;
      if (name > last) last = name;
    }
  }
  return first.empty() ? std::vector<std::string>() : all_periods(first, last, period);
}

/// What is to be said of all queries together.
ResultPage page_of(const std::vector<Counted>& queries) {
  ResultPage page;
  for (const Counted& query : queries) {
    page.query += (page.query.empty() ? "" : "; ") + query.query;
    page.canonical += (page.canonical.empty() ? "" : "; ") + query.canonical;
    for (const auto& [name, count] : query.periods) page.total += count.articles;
  }
  return page;
}

}  // namespace

ExitCode run_trend(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const CountedCopies copies = options.facet.counted.value_or(CountedCopies::All);
  std::vector<Counted> queries;
  for (const std::string& word : options.words) {
    auto counted = count_query(searcher, word, options, copies, context);
    if (!counted) return ExitCode::Usage;
    queries.push_back(*std::move(counted));
  }
  const auto everything = select_query(searcher, "*", options, context);
  const PeriodCounts all =
      count_periods(*everything, counted_articles(*everything, copies), options.explore.period);
  std::vector<std::string> periods = shown_periods(queries, options.explore.period);
  const bool none = std::all_of(queries.begin(), queries.end(),
                                [](const Counted& query) { return query.periods.empty(); });
  const ExitCode code = none ? ExitCode::NoHits : ExitCode::Done;
  if (options.output.quiet || none) return code;
  if (all.count("") > 0) periods.emplace_back();

  const TableHead head = head_of("periods", page_of(queries), searcher, options, context);
  if (options.output.format == Format::Text) {
    write_provenance_head(*head.provenance, head.canonical, Format::Text, context.out);
    TrendChart chart;
    for (const Counted& query : queries) chart.queries.push_back(query.canonical);
    for (const std::string& period : periods) {
      TrendChart::Row row{
          period.empty() ? "undated" : period, count_in(all, period).articles, {}, {}};
      for (const Counted& query : queries) {
        const PeriodCount found = count_in(query.periods, period);
        row.articles.push_back(found.articles);
        row.per_million.push_back(
            measures::per_million(found.matches, count_in(all, period).words));
      }
      chart.rows.push_back(std::move(row));
    }
    write_trend(chart, context.terminal, context.out);
    return code;
  }
  const std::string undated = all.count("") > 0
                                  ? query_of_undated(*everything, options.explore.period)
                                  : std::string(kNoDate);
  const bool with_vague = undated != kNoDate;
  TableWriter writer(options.output.format, context.terminal,
                     {{"series"},
                      {"period"},
                      {"articles"},
                      {"all_articles"},
                      {"per_thousand"},
                      {"matches"},
                      {"tokens"},
                      {"per_million"},
                      {"query"}},
                     context.out);
  writer.begin(head);
  for (const Counted& query : queries) {
    const RowQueries points(query.canonical);
    for (const std::string& period : periods) {
      const PeriodCount found = count_in(query.periods, period);
      const PeriodCount of_all = count_in(all, period);
      const double part = of_all.articles == 0 ? 0
                                               : kThousand * static_cast<double>(found.articles) /
                                                     static_cast<double>(of_all.articles);
      writer.row({query.canonical, period.empty() ? std::string("undated") : period, found.articles,
                  of_all.articles, part, found.matches, of_all.words,
                  measures::per_million(found.matches, of_all.words),
                  points.with(period.empty()
                                  ? undated
                                  : query_of_period(period, options.explore.period, with_vague))});
    }
  }
  writer.end();
  return code;
}

}  // namespace morgue
