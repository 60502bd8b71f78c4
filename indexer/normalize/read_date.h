// SPDX-License-Identifier: GPL-3.0-or-later
// The dates of news files.
#pragma once

#include <string>
#include <string_view>

#include "common/article/partial_date.h"

namespace morgue {

struct ReadDate {
  PartialDate date;     ///< not known when it could not be read
  std::string problem;  ///< why the date, or a part of it, is not known, and what to do; else empty
};

/// Reads the day a date names as it is printed, time and zone disregarded: ISO 8601 (2024-03-05,
/// 2024-03-05T10:00:00+02:00, 2024-03, 2024, 20240305), 2024/03/05, 2024年3月5日, dates with the
/// name of a month in English, Spanish, Portuguese, French or German (26-FEB-1987 15:01:01.79,
/// Tue, 05 Mar 2024 10:00:00 GMT, March 5, 2024, 5 de marzo de 2024, March 2024), seconds and
/// milliseconds since 1970, 5.3.2024 (day first, as everywhere that writes points), and 5/3/2024
/// or 5-3-2024: only the year is taken when either number can be the month. A day that does not
/// exist, or is more than one day after `today`, is a problem, and the date is not known.
/// A `today` that is not known forbids nothing.
ReadDate read_date(std::string_view text, PartialDate today);

/// The date in the address of an article: /2024/03/05/, /2024/mar/05/, /2024/03/, /20240305/ and
/// 2024-03-05 anywhere in a part of its path. Not known when there is none that exists, up to one
/// day after `today`.
PartialDate date_in_url(std::string_view url, PartialDate today);

}  // namespace morgue
