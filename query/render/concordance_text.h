// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a concordance for people.
#pragma once

#include <ostream>

#include "query/concordance.h"
#include "query/render/terminal.h"

namespace morgue {

/// The date, the words before the match ending where it begins, the match, the words behind it,
/// and the id of the article. Matches stand one below the other by what a terminal shows, wide
/// letters too; right-to-left text keeps to its own cells. Context is cut to the terminal's width;
/// without one, the words before the match are padded to 60 columns, and nothing behind it is cut.
void write_concordance_line(const ConcordanceLine& line, const Terminal& terminal,
                            std::ostream& out);

}  // namespace morgue
