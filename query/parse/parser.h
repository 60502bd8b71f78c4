// SPDX-License-Identifier: GPL-3.0-or-later
// Query text to tree.
//
//   query   := or
//   or      := xor { ("OR" | "||" | "|") xor }
//   xor     := and { "XOR" and }
//   and     := not { [ "AND" | "&&" | "&" | "+" ] not }      side by side is AND, as is "and"
//   not     := { "NOT" | "-" | "!" } near                    so AND NOT is one as well
//   near    := unary { ( closeness | "NOT" closeness ) unary }
//   closeness := ("W/" | "NEAR/" | "PRE/" | "ADJ/") n | ("W/" | "PRE/") ("S" | "P")
//   unary   := [ name ":" ] ( function | primary ) [ "^" number ]   nothing between colon and value
//   function := ("ATLEAST" n | "FIRST/" n | "CAPS" | "NOCAPS" | "ALLCAPS" | "EXACT") "(" query ")"
//   primary := word | "=" word | word "~" [ "1" | "2" ] | wildcard | word "!" | "/" regex "/"
//            | phrase [ "~" n ] | "=" phrase | "(" query ")" | range | "*"
//   phrase  := '"' { word | wildcard | "(" word { "|" word } ")" | "_" } '"'   also in curly quotes
//                                                                             and guillemets
//   range   := a ".." b | a ".." | ".." b | (">=" | "<=" | ">" | "<") a
//            | ("[" | "{") a "TO" b ("]" | "}")              within a field; "*" is an open end
//
// Operators are capitals. ="exact phrase" compares each of its words as written. Right behind a
// field there are no operators but functions: place:OR, date:-30d. "\" makes any character plain
// text. A colon that cannot belong to a field is text, and so are "?" and "." in an address
// (http://…), and a slash that no regular expression follows. Every kind of space is a space and
// every kind of dash a dash.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "query/parse/ast.h"
#include "query/parse/decode_query.h"
#include "query/parse/query_error.h"

namespace morgue {

struct ParsedQuery {
  ast::NodePtr root;        ///< never null
  std::vector<Note> notes;  ///< how doubtful spots were read (N101, N103)
};

struct ParseOptions {
  bool strict_mixes = false;  ///< refuse AND and OR mixed without parentheses (--strict)
  std::size_t max_depth = 100;
  std::size_t max_bytes = kMostQueryBytes;
};

/// Reads a query. The text may be any bytes; what is not UTF-8 is an error with its place. An empty
/// query is an error (Q100).
Result<ParsedQuery, QueryError> parse_query(std::string_view text,
                                            const ParseOptions& options = {});

}  // namespace morgue
