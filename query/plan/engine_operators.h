// SPDX-License-Identifier: GPL-3.0-or-later
// Where the engine's own operators say exactly what an expression says.
#pragma once

#include <optional>

#include <xapian.h>

#include "query/match/expression.h"

namespace morgue {

/// OP_PHRASE for a phrase of single terms anywhere in the text, OP_NEAR or OP_PHRASE for two such
/// words close to each other; nothing for all else.
std::optional<Xapian::Query> as_engine_operator(const match::Node& expression);

}  // namespace morgue
