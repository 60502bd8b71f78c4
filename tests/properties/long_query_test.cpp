// SPDX-License-Identifier: GPL-3.0-or-later
// No query takes long to be understood or refused, however long or deep it is. A clock would judge
// the machine: work that grows with the square of a text runs into the time limit of these tests.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "query/parse/print.h"
#include "query/run/read_query.h"

namespace morgue {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

/// Pieces of which a long text may be made.
constexpr std::string_view kPieces[] = {"(",           ")",           "-",        "!",
                                        "\"",          "\\",          "a ",       "a OR b ",
                                        "a|",          "a..",         "..",       "*",
                                        "?",           "*a",          "~1",       "~a",
                                        "^1.",         "\"(",         "&",        "|",
                                        "=",           "a&",          "(a ",      "title:",
                                        "a:",          "W/",          "_ ",       "http://a ",
                                        ":",           "a and ",      "or ",      "//",
                                        "\xFF",        "\u00AB",      "(a)",      "NOT ",
                                        "a: ",         "a!",          "...",      "- ",
                                        "a.b",         "\u0301",      "date:>",   "date:[a TO b] ",
                                        "(a b OR c) ", "a b OR c d ", "CAPS ",    "a     ",
                                        "a W/5 ",      "a NOT W/5 ",  "CAPS(",    "a XOR b ",
                                        "/a ",         "/a/ ",        "(a|",      "(a|b) ",
                                        "ATLEAST3(",   "x^2 ",        "x~1 ",     "(a W/5 b OR c) ",
                                        "\"\" ",       "a:b ",        "title:a ", "date:a ",
                                        "words:1 ",    "entity:a ",   "a* ",      "has:date ",
                                        "\u00BB ",     "query:a "};

/// How such a text may begin.
constexpr std::string_view kFronts[] = {"", "\"", "\"(", "a ", "date:["};

/// Calls `use` for each text of 64 KiB that repeats a piece.
template <class Use>
void for_each_long_text(Use use) {
  for (const std::string_view piece : kPieces) {
    for (const std::string_view front : kFronts) {
      std::string text(front);
      while (text.size() + piece.size() <= kMostBytes) text += piece;
      SCOPED_TRACE(text.substr(0, 40));
      use(text);
    }
  }
}

Result<ReadQuery, QueryError> read(const std::string& text, bool lenient) {
  static const std::vector<std::string> kFields{"body", "byline", "date", "title"};
  static const SavedQueries kSaved;
  SearchRequest request;
  request.query = text;
  request.lenient = lenient;
  request.today = 20'000;
  return read_query(request, {kFields, kSaved});
}

TEST(LongQuery, OfSixtyFourKibibytesIsBoundOrRefusedQuickly) {
  for_each_long_text([](const std::string& text) {
    const auto query = read(text, false);
    const std::string shown =
        query ? print(*query->tree) : draw_error("morgue-query", text, query.error());
    EXPECT_FALSE(shown.empty());
  });
}

TEST(LongQuery, OfSixtyFourKibibytesIsMendedQuickly) {
  for_each_long_text([](const std::string& text) {
    const auto query = read(text, true);
    EXPECT_TRUE(query || !query.error().message.empty());
  });
}

// What one field stands for may itself hold fields; the work must not grow with each level.
TEST(DeepQuery, IsBoundQuickly) {
  for (const std::string_view level : {"entity:(a OR ", "hlead:(a OR ", "title:(a ", "NOT (a ",
                                       "FIRST/3(a OR ", "ATLEAST3(", "(a W/3 ", "(a NOT W/3 "}) {
    std::string text;
    for (int depth = 0; depth < 90; ++depth) text += level;
    text += "a";
    for (int depth = 0; depth < 90; ++depth) text += ")";
    SCOPED_TRACE(text.substr(0, 40));
    const auto query = read(text, false);
    EXPECT_TRUE(query || !query.error().message.empty());
  }
}

}  // namespace
}  // namespace morgue
