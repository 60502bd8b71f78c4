// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/utf8.h"
#include "query/parse/dialect/dialect.h"
#include "query/parse/print.h"
#include "query/parse/query_codes.h"
#include "tests/fuzz/laws.h"
#include "tests/support/query_trees.h"

namespace morgue::fuzz {
namespace {

void check_canonical(const ast::Node& tree) {
  const std::string canonical = print(tree);
  const auto again = parse_query(canonical, {.strict_mixes = true, .max_bytes = canonical.size()});
  require(again.has_value(), "the canonical text is read: " + canonical);
  require(test::same_tree(tree, *again->root), "it is read as the same tree: " + canonical);
  require(again->notes.empty(), "nothing in it is doubtful: " + canonical);
  require(print(*again->root) == canonical, "it is printed the same: " + canonical);
}

}  // namespace

void check_error(std::string_view text, const QueryError& error) {
  require(find_query_code(error.code) != nullptr, "a code of the language: " + error.code);
  require(!error.message.empty(), "a message");
  require(error.span.begin <= error.span.end, "a span from left to right");
  require(error.span.end <= text.size(), "a span within the text");
  if (is_valid_utf8(text)) {
    require(error.span.end <= count_code_points(text), "a span in code points");
  }
  require(!draw_error("morgue-query", text, error).empty(), "an error that can be drawn");
}

void check_parse(std::string_view text) {
  for (const auto& [name, syntax] : kSyntaxes) {
    const auto query = parse_query_in(syntax, text);
    if (!query) {
      check_error(text, query.error());
      continue;
    }
    require(query->root != nullptr, "a query that is read is a tree");
    require(query->root->span.end <= count_code_points(text), "the tree stands within the text");
    check_canonical(*query->root);
  }
}

}  // namespace morgue::fuzz
