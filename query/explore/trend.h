// SPDX-License-Identifier: GPL-3.0-or-later
// How much is written about something, by year, month, week or day.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/article/partial_date.h"
#include "query/explore/choices.h"
#include "query/run/selection.h"

namespace morgue {

/// The period of a day, by a name that sorts as time goes: "2024", "2024-03", "2024-W09" (ISO
/// 8601), "2024-03-05".
std::string period_of(std::int32_t day, Period period);

/// The period of a date; empty when it is not known, or not precise enough to tell.
std::string period_of(const PartialDate& date, Period period);

/// The same of an indexed article.
std::string period_of(const Selection& selection, Xapian::docid article, Period period);

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

/// Every period from the first to the last, both named as period_of() does and existing.
std::vector<std::string> all_periods(const std::string& first, const std::string& last,
                                     Period period);

}  // namespace morgue
