// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/operand_errors.h"

#include <string>

#include "query/parse/run.h"

namespace morgue {

QueryError missing_operand(std::span<const QueryToken> tokens, std::size_t at,
                           std::u32string_view query) {
  const QueryToken& token = tokens[at];
  const QueryToken* before = at == 0 ? nullptr : &tokens[at - 1];
  const QueryTokenKind kind = before == nullptr ? QueryTokenKind::End : before->kind;
  if (kind == QueryTokenKind::And || kind == QueryTokenKind::Or || kind == QueryTokenKind::Xor ||
      kind == QueryTokenKind::Not || kind == QueryTokenKind::Near) {
    return {"Q102", before->span, before->text + " needs something on its right", ""};
  }
  if (kind == QueryTokenKind::Field) {
    const Span span{before->span.begin, before->span.end + 1};
    return {"Q102", span, before->text + ": needs a value on its right", ""};
  }
  if (token.kind == QueryTokenKind::And || token.kind == QueryTokenKind::Or ||
      token.kind == QueryTokenKind::Xor || token.kind == QueryTokenKind::Near) {
    const bool plus = token.text == "+";
    return {"Q103", token.span, token.text + " needs something on its left",
            plus ? "every word is required here; leave out the first +" : ""};
  }
  if (token.kind == QueryTokenKind::Close) {
    if (kind == QueryTokenKind::Open) {
      return {"Q105",
              {before->span.begin, token.span.end},
              "there is nothing between these parentheses",
              ""};
    }
    return {"Q105", token.span, "this parenthesis was never opened",
            "for the sign itself write \\)"};
  }
  if (kind == QueryTokenKind::Open) return never_closed(tokens, *before, query);
  return {"Q100", token.span, "the query is empty", "for every article write *"};
}

QueryError never_closed(std::span<const QueryToken> tokens, const QueryToken& open,
                        std::u32string_view query) {
  std::size_t unclosed = 0;
  for (const QueryToken& token : tokens) {
    if (token.kind == QueryTokenKind::Open) ++unclosed;
    if (token.kind == QueryTokenKind::Close) --unclosed;
  }
  return {"Q105", open.span, "this parenthesis is never closed",
          try_with(query, std::u32string(unclosed, U')'))};
}

}  // namespace morgue
