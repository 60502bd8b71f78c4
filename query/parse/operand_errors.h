// SPDX-License-Identifier: GPL-3.0-or-later
// Why a query is broken where something was to stand between operators and parentheses.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "query/parse/lexer.h"
#include "query/parse/query_error.h"

namespace morgue {

/// Why no operand begins at token `at`.
QueryError missing_operand(std::span<const QueryToken> tokens, std::size_t at,
                           std::u32string_view query);

/// A parenthesis that is open at the end.
QueryError never_closed(std::span<const QueryToken> tokens, const QueryToken& open,
                        std::u32string_view query);

}  // namespace morgue
