// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/read_query.h"

#include <gmock/gmock.h>

#include "query/parse/print.h"

namespace morgue {
namespace {

Result<ReadQuery, QueryError> read_leniently(const std::string& text) {
  SearchRequest request;
  request.query = text;
  request.lenient = true;
  request.today = 20'000;
  return read_query(request, {{"body", "title"}, SavedQueries()});
}

TEST(ReadQuery, MendsBytesThatAreNoText) {
  const auto query = read_leniently("NOT\xFF\xFF tariffs");
  ASSERT_TRUE(query) << query.error().message;
  EXPECT_THAT(print(*query->tree), testing::HasSubstr("tariffs"));
  ASSERT_FALSE(query->notes.empty());
  EXPECT_EQ(query->notes.front().code, "N106");
}

// More faults than are mended: the whole text is plain words.
TEST(ReadQuery, ReadsBytesThatAreNoTextAsPlainWords) {
  std::string text = "tariffs \xFF";
  for (int i = 0; i < 60; ++i) text += " date:soon";
  const auto query = read_leniently(text);
  ASSERT_TRUE(query) << query.error().message;
  ASSERT_EQ(query->notes.size(), 1U);
  EXPECT_THAT(query->notes.front().message, testing::HasSubstr("as plain words"));
}

TEST(ReadQuery, RefusesEvenLenientlyWhatIsTooLong) {
  EXPECT_EQ(read_leniently(std::string(64 * 1024 + 1, 'a')).error().code, "Q108");
}

}  // namespace
}  // namespace morgue
