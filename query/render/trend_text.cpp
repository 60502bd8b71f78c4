// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/trend_text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kEighths = 8;
constexpr std::array<std::string_view, kEighths> kParts{"",       "\u258F", "\u258E", "\u258D",
                                                        "\u258C", "\u258B", "\u258A", "\u2589"};
constexpr std::array<std::string_view, kEighths> kHeights{"\u2581", "\u2582", "\u2583", "\u2584",
                                                          "\u2585", "\u2586", "\u2587", "\u2588"};
constexpr std::string_view kFull = "\u2588";
constexpr const char* kNoData = "no data";

/// As long as the count is part of the most; not empty unless the count is 0.
std::string bar(std::uint64_t count, std::uint64_t most) {
  if (count == 0 || most == 0) return {};
  const std::uint64_t eighths = std::max<std::uint64_t>(1, count * kWidestBar * kEighths / most);
  std::string text;
  for (std::uint64_t i = 0; i < eighths / kEighths; ++i) text += kFull;
  return text.append(kParts[eighths % kEighths]);
}

std::string with_digits(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", number);
  return text;
}

}  // namespace

void write_trend(const TrendChart& chart, const Terminal& terminal, std::ostream& out) {
  std::vector<Row> rows{{"period"}};
  std::vector<Align> aligned{Align::Left};
  const bool alone = chart.queries.size() == 1;
  for (const std::string& query : chart.queries) {
    rows.front().push_back(alone ? "articles" : query);
    aligned.push_back(Align::Right);
  }
  rows.front().emplace_back("of all");
  aligned.push_back(Align::Right);
  if (alone) {
    rows.front().emplace_back("per million");
    aligned.push_back(Align::Right);
    rows.front().emplace_back("");
    aligned.push_back(Align::Left);
  }
  std::vector<std::uint64_t> most(chart.queries.size());
  for (const TrendChart::Row& row : chart.rows) {
    for (std::size_t i = 0; i < most.size(); ++i) most[i] = std::max(most[i], row.articles[i]);
  }
  for (const TrendChart::Row& row : chart.rows) {
    Row cells{row.period};
    for (const std::uint64_t count : row.articles) {
      cells.push_back(row.all == 0 ? "" : grouped(count));
    }
    cells.push_back(row.all == 0 ? kNoData : grouped(row.all));
    if (alone) cells.push_back(row.all == 0 ? "" : with_digits(row.per_million.front()));
    if (alone) cells.push_back(bar(row.articles.front(), most.front()));
    rows.push_back(std::move(cells));
  }
  out << align(rows, aligned, terminal.width);
  if (alone) return;
  std::vector<Row> lines;
  for (std::size_t i = 0; i < chart.queries.size(); ++i) {
    std::string line;
    for (const TrendChart::Row& row : chart.rows) {
      const std::uint64_t count = row.articles[i];
      const std::uint64_t height = most[i] == 0 ? 0 : (count * (kEighths - 1)) / most[i];
      line += count == 0 ? (row.all == 0 ? " " : "\u00B7") : kHeights[height];
    }
    lines.push_back({chart.queries[i], line});
  }
  out << '\n' << align(lines, {Align::Left, Align::Left}, 0);
}

}  // namespace morgue
