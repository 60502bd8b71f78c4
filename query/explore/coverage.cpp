// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/coverage.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/value.h"
#include "query/explore/slot_values.h"

namespace morgue {
namespace {

constexpr std::size_t kMonthSize = 7;  // "2024-03"

/// The month of an article between two days, or the year when no more is known; empty when it has
/// no date.
std::string month_of(const std::string& first_day, const std::string& last_day) {
  if (first_day.empty()) return {};
  PartialDate first = date_of_day(decode_day(first_day));
  const PartialDate last = date_of_day(decode_day(last_day));
  first.day = 0;
  if (first.month != last.month) first.month = 0;
  return first.to_string();
}

bool is_later_copy(const Selection& selection, Xapian::docid article) {
  const CopyIndex::Group* group = selection.archives.copies().group_of(article);
  return group != nullptr && group->front() != article;
}

PartialDate next_month(PartialDate month) {
  constexpr std::uint8_t kDecember = 12;
  if (month.month == kDecember) return {static_cast<std::int16_t>(month.year + 1), 1, 0};
  ++month.month;
  return month;
}

std::string joined(const PartialDate& first, const PartialDate& last) {
  return first == last ? first.to_string() : first.to_string() + ".." + last.to_string();
}

PartialDate month_of(const std::string& period) {
  return parse_partial_date(period).value_or(PartialDate());
}

}  // namespace

PartialDate OutletCoverage::first_month() const {
  const auto first = std::find_if(periods.begin(), periods.end(), [](const auto& period) {
    return period.first.size() == kMonthSize;
  });
  return first == periods.end() ? PartialDate() : month_of(first->first);
}

PartialDate OutletCoverage::last_month() const {
  const auto last = std::find_if(periods.rbegin(), periods.rend(), [](const auto& period) {
    return period.first.size() == kMonthSize;
  });
  return last == periods.rend() ? PartialDate() : month_of(last->first);
}

std::map<std::string, std::uint64_t> OutletCoverage::all_periods() const {
  std::map<std::string, std::uint64_t> all = periods;
  const PartialDate end = last_month();
  for (PartialDate month = first_month(); month.known() && !(month == end);
       month = next_month(month)) {
    all.emplace(month.to_string(), 0);
  }
  return all;
}

std::vector<std::string> OutletCoverage::gaps() const {
  std::vector<std::string> gaps;
  const PartialDate end = last_month();
  PartialDate begin_of_gap;
  PartialDate before;
  for (PartialDate month = first_month(); month.known() && !(month == end);
       month = next_month(month)) {
    const bool is_empty = periods.count(month.to_string()) == 0;
    if (is_empty && !begin_of_gap.known()) begin_of_gap = month;
    if (!is_empty && begin_of_gap.known()) {
      gaps.push_back(joined(std::exchange(begin_of_gap, PartialDate()), before));
    }
    before = month;
  }
  if (begin_of_gap.known()) gaps.push_back(joined(begin_of_gap, before));
  return gaps;
}

std::vector<OutletCoverage> cover(const Selection& selection) {
  std::map<std::string, OutletCoverage> outlets;
  const Xapian::Database& database = selection.view().database;
  SlotValues all_sources(database, Slot::Source);
  SlotValues all_languages(database, Slot::Language);
  SlotValues first_days(database, Slot::FirstDay);
  SlotValues last_days(database, Slot::LastDay);
  for (const Xapian::docid article : selection.articles) {
    std::vector<std::string> sources = unpack_values(all_sources.of(article));
    if (sources.empty()) sources.emplace_back();
    std::vector<std::string> languages = unpack_values(all_languages.of(article));
    if (languages.empty()) languages.emplace_back();
    const std::string period = month_of(first_days.of(article), last_days.of(article));
    for (const std::string& source : sources) {
      OutletCoverage& outlet = outlets[source];
      ++outlet.articles;
      outlet.undated += period.empty() ? 1 : 0;
      outlet.copies += is_later_copy(selection, article) ? 1 : 0;
      if (!period.empty()) ++outlet.periods[period];
      for (const std::string& language : languages) ++outlet.languages[language];
    }
  }
  std::vector<OutletCoverage> covered;
  for (auto& [source, outlet] : outlets) {
    outlet.source = source;
    covered.push_back(std::move(outlet));
  }
  const bool has_unknown = !covered.empty() && covered.front().source.empty();
  if (has_unknown) std::rotate(covered.begin(), covered.begin() + 1, covered.end());
  return covered;
}

}  // namespace morgue
