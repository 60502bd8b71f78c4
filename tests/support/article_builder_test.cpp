// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/article_builder.h"

#include <stdexcept>

#include <gmock/gmock.h>

namespace morgue::test_support {
namespace {

using ::testing::ElementsAre;

TEST(ArticleBuilder, MakesTheArticleItNames) {
  const Article made = article("a1")
                           .title("Tariffs rise")
                           .on("2024-03")
                           .person("Ana Peña")
                           .person("Li Wei")
                           .extra("desk", "trade");
  EXPECT_EQ(made.id, "a1");
  EXPECT_EQ(made.title, "Tariffs rise");
  EXPECT_EQ(made.date, (PartialDate{2024, 3, 0}));
  EXPECT_EQ(made.date_source, DateSource::Metadata);
  EXPECT_THAT(made.people, ElementsAre("Ana Peña", "Li Wei"));
  EXPECT_EQ(made.extra.at(0).name, "desk");
}

TEST(ArticleBuilder, WritesOneLineOfJson) {
  EXPECT_EQ(article("a1").title("\"Yes\"\n").on("2024").place("Cádiz").json_line(),
            "{\"id\":\"a1\",\"title\":\"\\\"Yes\\\"\\n\",\"date\":\"2024\","
            "\"places\":[\"Cádiz\"]}\n");
}

TEST(ArticleBuilder, RefusesADateThatDoesNotExist) {
  EXPECT_THROW(article("a1").on("2023-02-29"), std::invalid_argument);
}

}  // namespace
}  // namespace morgue::test_support
