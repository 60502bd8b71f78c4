// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to tokens.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/note_list.h"
#include "query/parse/query_error.h"

namespace morgue {

enum class QueryTokenKind {
  Operand,
  Field,
  And,
  Or,
  Xor,
  Not,
  Near,
  Function,
  Weight,
  Open,
  Close,
  End
};

struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::End;
  Span span;         ///< in code points; of a field: its name
  std::string text;  ///< an operator as typed, the name of a field
  std::variant<ast::Word, ast::Wildcard, ast::Fuzzy, ast::Regex, ast::Phrase, ast::Range, ast::All>
      operand;
  ast::Closeness closeness;                                     ///< of Near
  ast::Function::Kind function = ast::Function::Kind::AtLeast;  ///< of Function
  std::uint32_t number = 0;  ///< of Function; of Weight: in thousandths
  bool bare_and = false;     ///< the plain word "and", which says nothing between two operands
};

/// The tokens of a query, the last of them End. Everything that can be judged without looking at
/// the tokens around is judged here: quotes, escapes, ranges, numbers of operators, what is a field
/// and what is text. Notes on what was read as a word go to `notes`. Linear in the length of the
/// text.
Result<std::vector<QueryToken>, QueryError> lex_query(std::u32string_view text, NoteList& notes);

}  // namespace morgue
