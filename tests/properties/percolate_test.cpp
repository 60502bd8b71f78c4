// SPDX-License-Identifier: GPL-3.0-or-later
// A query finds a text just when it would find it in the archive: random queries, random texts.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

#include "query/run/searcher.h"
#include "query/run/text_archive.h"
#include "tests/support/article_builder.h"
#include "tests/support/brute/generator.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::article;
using test_support::ArticleBuilder;
using test_support::TempDir;

constexpr std::size_t kTexts = 12;
constexpr int kQueries = 150;

const char* const kWords[] = {"tariff",   "tariffs", "Tariff",   "casa",    "casas",   "peña",
                              "Pena",     "harbour", "harbours", "walks",   "walking", "the",
                              "AT&T",     "#MeToo",  "U.S.",     "trade",   "war",     "Mexico",
                              "COVID-19", "3.5",     "run",      "running", "runs",    "México"};
const char* const kPeople[] = {"Claudia Sheinbaum", "Ann Roe", "Luz Peña"};

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  Article make(const std::string& id) {
    ArticleBuilder made = article(id);
    made.title(words(1 + below(5))).body(paragraphs());
    // Of a text that does not say it, the indexer would tell the language.
    made.lang(below(2) == 0 ? "en" : "es");
    if (below(4) > 0) made.source(below(2) == 0 ? "Gull Daily" : "El Faro");
    const char* const dates[] = {"2024", "2024-03", "2024-03-05", "2025-01-01"};
    if (below(4) > 0) made.on(dates[below(4)]);
    if (below(3) == 0) made.person(kPeople[below(3)]);
    if (below(4) == 0) made.place("Mexico");
    if (below(4) == 0) made.extra("mood", words(1));
    return made;
  }

 private:
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text.append(text.empty() ? "" : " ");
      text += below(12) == 0 ? kPeople[below(3)] : kWords[below(std::size(kWords))];
    }
    return text;
  }

  std::string paragraphs() {
    std::string text;
    for (int i = below(4); i >= 0; --i) {
      text.append(text.empty() ? "" : "\n\n").append(words(3 + below(20))).append(". ");
      text += words(1 + below(6)) + ".";
    }
    return text;
  }

  std::mt19937 random_;
};

SearchRequest request_for(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 0;
  request.want_articles = false;
  request.today = 20000;
  return request;
}

/// Whether an archive of the others and of this article finds it; nullopt: it refuses the query.
std::optional<bool> finds(Searcher& searcher, const std::string& query, const std::string& id) {
  const auto page = searcher.search(request_for(query));
  if (!page) return std::nullopt;
  return std::any_of(page->hits.begin(), page->hits.end(),
                     [&](const Hit& hit) { return hit.article.id == id; });
}

unsigned seed() {
  const char* given = std::getenv("MORGUE_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 0)) : 11U;
}

TEST(Percolation, FindsATextAsAnArchiveWouldThatHoldsIt) {
  Maker make(seed());
  TempDir folder;
  std::string others;
  brute::Archive words("en");
  for (int i = 0; i < 40; ++i) {
    const Article one = make.make("old" + std::to_string(i));
    others += test_support::json_line(one);
    words.add(one);
  }
  AddOptions options;
  options.entities.mode = "metadata";
  const auto file = folder.write("old.jsonl", others);
  ASSERT_EQ(test_support::index_inputs(folder / "old.morgue", {file}, options), ExitCode::Done);
  const Searcher before = Searcher::open({(folder / "old.morgue").string()});
  std::uint64_t matched = 0;
  std::uint64_t asked = 0;
  for (std::size_t number = 0; number < kTexts; ++number) {
    Article text = make.make("new");
    words.add(text);
    const auto alone = before.with_text(text);
    // The same, added to the archive with the names that were known.
    const auto both = folder / ("both" + std::to_string(number) + ".morgue");
    const auto all = folder.write("all" + std::to_string(number) + ".jsonl",
                                  others + test_support::json_line(alone->article()));
    ASSERT_EQ(test_support::index_inputs(both, {all}, options), ExitCode::Done);
    Searcher after = Searcher::open({both.string()});
    brute::Generator generator(words, brute::kAllClasses,
                               seed() + 100 * static_cast<unsigned>(number));
    for (int i = 0; i < kQueries; ++i) {
      const std::string query = brute::print(generator.query());
      ResultPage head;
      const auto found = alone->match(request_for(query), head);
      const auto expected = finds(after, query, "new");
      ASSERT_EQ(found.has_value(), expected.has_value()) << query;
      if (!found) continue;
      ++asked;
      matched += *expected ? 1 : 0;
      EXPECT_EQ(found->has_value(), *expected) << query << "\n" << test_support::json_line(text);
    }
  }
  EXPECT_GT(asked, kTexts * kQueries / 2);
  EXPECT_GT(matched, asked / 10);
  EXPECT_LT(matched, asked);
}

TEST(Percolation, KnowsTheNamesOfTheArchive) {
  TempDir folder;
  const auto file = folder.write(
      "a.jsonl", article("1").body("Ships.").person("Ann Roe").place("New York").json_line() +
                     article("2").body("Ships.").person("Ann Roe").place("York").json_line() +
                     article("3").body("Ships.").organisation("New York Times").json_line());
  AddOptions options;
  options.entities.mode = "metadata";
  ASSERT_EQ(test_support::index_inputs(folder / "a.morgue", {file}, options), ExitCode::Done);
  const Searcher searcher = Searcher::open({(folder / "a.morgue").string()});
  const auto text = searcher.with_text(article("draft")
                                           .title("Roe")
                                           .body("The New York Times says that Ann Roe left York.")
                                           .build());
  ASSERT_EQ(text->names().size(), 3U);
  EXPECT_EQ(text->names()[0].shown.text, "New York Times");  // the longest, not New York in it
  EXPECT_EQ(text->names()[1].shown.text, "Ann Roe");
  EXPECT_EQ(text->names()[1].articles, 2U);
  EXPECT_EQ(text->names()[2].shown.text, "York");
  const auto finds = [&](const std::string& query) {
    ResultPage head;
    const auto hit = text->match(request_for(query), head);
    return hit.has_value() && hit->has_value();
  };
  EXPECT_TRUE(finds("person:Roe W/1 left"));
  EXPECT_TRUE(finds("title:Roe person:=\"Ann Roe\""));
  EXPECT_FALSE(finds("place:=\"New York\""));
}

}  // namespace
}  // namespace morgue
