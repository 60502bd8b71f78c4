// SPDX-License-Identifier: GPL-3.0-or-later
// Languages of connectors (Nexis, Factiva): tokens to tree. How tightly a connector binds is a
// number it brings along, so one parser reads them all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/dialect/build.h"
#include "query/parse/note_list.h"
#include "query/parse/parser.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

/// What stands between two operands.
struct Connector {
  enum class Kind { Or, Near, Apart, And, AndNot };
  Kind kind = Kind::And;
  std::uint64_t looseness = 0;  ///< of two connectors the one with less is applied first
  ast::Closeness closeness;     ///< of Near and Apart
};

struct Token {
  enum class Kind {
    Operand,
    Prefix,   ///< a field or function before what it applies to
    Postfix,  ///< a function behind it
    Connector,
    Open,
    Close,
    End,
  };
  Kind kind = Kind::End;
  Span span;
  std::string text;  ///< as typed
  NodePtr node;      ///< Operand: it; Prefix and Postfix: a Fielded or Function without its child
  Connector connector;
  /// Of a Prefix: what binds tighter than it belongs to it. 0: only the group right behind it.
  std::uint64_t looseness = 0;
};

/// The tree of a query. Side by side, operands are a phrase, and AND where they cannot be one, with
/// a note. A NOT without a left side excludes from everything. Precondition: the last token is End.
Result<ParsedQuery, QueryError> parse_connectors(std::u32string_view text,
                                                 std::vector<Token> tokens, Connector implied_and,
                                                 const ParseOptions& options, NoteList notes);

}  // namespace morgue::dialect
