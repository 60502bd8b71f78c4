// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the query language: what is printed is what is read, and no text breaks the parser.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "common/text/utf8.h"
#include "query/parse/parser.h"
#include "query/parse/print.h"
#include "query/parse/query_codes.h"
#include "tests/support/query_trees.h"

namespace morgue {
namespace {

using test::same_tree;

class QueryText : public ::testing::Test {
 protected:
  // The cases are small: many of them are worth more than RapidCheck's hundred.
  static void SetUpTestSuite() { setenv("RC_PARAMS", "max_success=3000 max_size=60", 0); }
};

// Every query either parses, and then prints to something that parses to the same tree without a
// doubt left; or it is refused at a place within the text.
void check_any_text(const std::string& text) {
  const auto query = parse_query(text);
  const auto twice = parse_query(text);
  RC_ASSERT(query.has_value() == twice.has_value());
  if (!query) {
    const QueryError& error = query.error();
    RC_ASSERT(find_query_code(error.code) != nullptr);
    RC_ASSERT(!error.message.empty());
    RC_ASSERT(error.span.begin <= error.span.end);
    RC_ASSERT(error.span.end <= text.size());
    if (is_valid_utf8(text)) RC_ASSERT(error.span.end <= count_code_points(text));
    RC_ASSERT(error.code == twice.error().code && error.span == twice.error().span);
    RC_ASSERT(error.message == twice.error().message);
    RC_ASSERT(!draw_error("p", text, error).empty());
    return;
  }
  RC_ASSERT(same_tree(*query->root, *twice->root));
  RC_ASSERT(query->notes == twice->notes);
  RC_ASSERT(query->root->span.end <= count_code_points(text));
  const std::string canonical = print(*query->root);
  const auto again = parse_query(canonical, {.strict_mixes = true, .max_bytes = canonical.size()});
  RC_ASSERT(again.has_value());
  RC_ASSERT(same_tree(*query->root, *again->root));
  RC_ASSERT(again->notes.empty());
  RC_ASSERT(print(*again->root) == canonical);
}

TEST_F(QueryText, PrintedTreesComeBack) {
  EXPECT_TRUE(rc::check("parse(print(t)) == t", [](const std::vector<std::uint32_t>& choices) {
    const ast::NodePtr tree = test::TreeMaker(choices).make();
    const std::string text = print(*tree);
    RC_LOG() << "printed: " << text << '\n';
    const auto query = parse_query(text, {.strict_mixes = true});
    if (!query) RC_FAIL(query.error().code + " " + query.error().message);
    RC_ASSERT(query->notes.empty());
    RC_ASSERT(same_tree(*tree, *query->root));
    RC_ASSERT(print(*query->root) == text);
  }));
}

TEST_F(QueryText, AnyBytesAreReadOrRefused) {
  EXPECT_TRUE(rc::check("random bytes", [](const std::string& bytes) { check_any_text(bytes); }));
}

TEST_F(QueryText, AnySoupOfTokensIsReadOrRefused) {
  const std::vector<std::string> pieces{
      "a",       "b",      "AND",      "OR", "NOT", "and", "or",    " ",      " ",      " ",
      "(",       ")",      "\"",       "\"", "-",   "!",   "+",     "&",      "|",      "=",
      "*",       "?",      "\\",       "..", ">",   "<=",  "[",     " TO ",   "]",      "}",
      ":",       "title:", "date:",    "/",  "W/5", "W/",  "NEAR/", "~",      "^2",     "_",
      "http://", "CAPS(",  "ATLEAST3", "\n", "«",   "»",   "“",     "\u2013", "\u00A0", "é",
      "12:30",   "\xFF",   "5",        ".",  ",",
  };
  EXPECT_TRUE(rc::check("token soup", [&] {
    const auto soup = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string text;
    for (const std::string& piece : soup) text += piece;
    RC_LOG() << "text: " << text << '\n';
    check_any_text(text);
  }));
}

}  // namespace
}  // namespace morgue
