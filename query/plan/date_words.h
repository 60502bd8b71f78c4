// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as they are typed in queries.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/article/partial_date.h"
#include "common/base/result.h"

namespace morgue {

/// 2024, 2024-03 or 2024-03-05; or counted from `today` (in days since 1970-01-01): today,
/// yesterday, -30d and -2w (a day), -6m (a month), -1y (a year). The error's message says what is
/// wrong ("February 2024 has 29 days"); it recognises day/month/year, to say so.
Result<PartialDate> read_date(std::string_view typed, std::int32_t today);

}  // namespace morgue
