// SPDX-License-Identifier: GPL-3.0-or-later
// How much is written about something, by year, month, week or day.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/partial_date.h"
#include "query/explore/choices.h"
#include "query/explore/slot_values.h"
#include "query/run/selection.h"

namespace morgue {

/// The period of a day, by a name that sorts as time goes: "2024", "2024-03", "2024-W09" (ISO
/// 8601), "2024-03-05".
std::string period_of(std::int32_t day, Period period);

/// The period of a date; empty when it is not known, or not precise enough to tell.
std::string period_of(const PartialDate& date, Period period);

/// The same of indexed articles, which are best asked for in ascending order.
class Periods {
 public:
  Periods(const Selection& selection, Period period);

  std::string of(Xapian::docid article);

 private:
  Period period_;
  SlotValues first_days_, last_days_;
};

struct PeriodCount {
  std::uint64_t articles = 0;
  std::uint64_t words = 0;    ///< of these articles
  std::uint64_t matches = 0;  ///< runs of words in them that a query matches
};

/// By name of the period; those without articles are left out. Under "" stands what is undated, or
/// dated less precisely than the period.
using PeriodCounts = std::map<std::string, PeriodCount>;

/// The articles of a selection, without matches.
PeriodCounts count_periods(const Selection& selection, const std::vector<Xapian::docid>& articles,
                           Period period);

/// The days of a period, the first and the last. Precondition: period_of() named it.
std::pair<std::int32_t, std::int32_t> days_of(const std::string& name, Period period);

/// The query that finds the articles counted in a period. Where some of an archive are dated less
/// precisely than the period (`with_vague`) they are left out, though they may be of it: they may
/// be of the day before or after, too.
std::string query_of_period(const std::string& name, Period period, bool with_vague);

/// The query that finds the articles counted under "": "missing:date" alone when no article is
/// dated less precisely than the period.
std::string query_of_undated(const Selection& everything, Period period);

inline constexpr std::string_view kNoDate = "missing:date";

/// Every period from the first to the last, both named as period_of() does and existing.
std::vector<std::string> all_periods(const std::string& first, const std::string& last,
                                     Period period);

}  // namespace morgue
