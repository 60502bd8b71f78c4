// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by period as a chart of bars.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "query/render/terminal.h"

namespace morgue {

struct TrendChart {
  struct Row {
    std::string period;
    std::uint64_t all = 0;                ///< articles of the archive
    std::vector<std::uint64_t> articles;  ///< by query
    std::vector<double> per_million;      ///< the same: matches in a million words of all articles
  };
  std::vector<std::string> queries;
  std::vector<Row> rows;
};

/// Of one query, a line a period with both measures and a bar; of several, a column each, and below
/// it a line of small bars. A period without any articles says "no data".
void write_trend(const TrendChart& chart, const Terminal& terminal, std::ostream& out);

}  // namespace morgue
