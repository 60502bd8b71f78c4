// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine can rule out before positions are read one document at a time.
#pragma once

#include <optional>

#include <xapian.h>

#include "query/match/expression.h"

namespace morgue {

/// A query without weight that every document in which the expression matches satisfies, and few
/// others do: its words stand close to each other. To be evaluated before the PositionSource, as
/// the engine reads positions much faster than a posting source can. nullopt: nothing to rule out.
std::optional<Xapian::Query> engine_filter(const match::Node& expression);

}  // namespace morgue
