// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/generator.h"

#include <gtest/gtest.h>

#include "tests/support/article_builder.h"
#include "tests/support/brute/judge.h"

namespace morgue::brute {
namespace {

using test_support::article;

Archive some_articles() {
  Archive archive("en");
  const char* kBodies[] = {
      "The tariff rose in Mexico. Nobody knew why tariffs fell.\n\nMexico answered.",
      "Puerto Rico is far from Mexico and the man named Rico was tall",
      "Peña said: MEXICO pays. One two three two one",
      "Tariffs fell and rose again in Puerto Rico"};
  for (const char* body : kBodies) {
    archive.add(article("a" + std::to_string(archive.size()))
                    .title("Mexico and tariffs")
                    .body(body)
                    .source("El Faro del Sur")
                    .person("Ana Ruiz")
                    .on("2024-03-05")
                    .build());
  }
  return archive;
}

TEST(Generator, WritesWhatTheParserReadsAndTheJudgeAnswers) {
  const Archive archive = some_articles();
  Judge judge(archive, 19'797);
  Generator generator(archive, kAllClasses, 1);
  int found = 0;
  for (int i = 0; i < 3'000; ++i) {
    const Node query = generator.query();
    const std::string text = print(query);
    SCOPED_TRACE(text);
    Node read;
    ASSERT_NO_THROW(read = parse(text));
    ASSERT_EQ(print_plainly(read), print_plainly(query));
    std::vector<std::size_t> articles;
    ASSERT_NO_THROW(articles = judge.find(text));
    ASSERT_EQ(articles, judge.find(query));
    found += articles.empty() ? 0 : 1;
  }
  EXPECT_GT(found, 1'000);
}

TEST(Generator, KeepsToItsClasses) {
  const Archive archive = some_articles();
  Generator generator(archive, kExact | kPhrases, 1);
  for (int i = 0; i < 1'000; ++i) {
    const std::string text = print(generator.query());
    EXPECT_EQ(text.find_first_of("*?~/_|:^"), std::string::npos) << text;
  }
}

TEST(Shrink, KeepsNothingButWhatFails) {
  const Node query = parse("one AND (CAPS(two) OR \"a b c d\"~8 W/30 three) AND NOT four");
  const auto fails = [](const Node& node) {
    const std::string text = print(node);
    return text.find("W/") != std::string::npos && text.find('c') != std::string::npos;
  };
  EXPECT_EQ(print(shrink(query, fails)), "\"c\" W/1 three");
}

}  // namespace
}  // namespace morgue::brute
