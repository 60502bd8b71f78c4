// SPDX-License-Identifier: GPL-3.0-or-later
// What a user may choose of counts and lists.
#pragma once

namespace morgue {

/// By what concordance lines are sorted: as found (by date), by the words before the match, the
/// nearest first, by those behind it, by outlet.
enum class LineOrder { OldestFirst, NewestFirst, Left, Right, Outlet };

/// By which measure collocates are sorted; see measures.h.
enum class CollocateOrder { LogDice, LogLikelihood, MutualInformation, TScore, Count };

/// What a trend counts by.
enum class Period { Year, Month, Week, Day };

}  // namespace morgue
