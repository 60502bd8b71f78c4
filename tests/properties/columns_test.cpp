// SPDX-License-Identifier: GPL-3.0-or-later
// Columns make searching faster and change nothing else: whatever is asked, an archive with them
// answers as it does without them, and with damaged ones.
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/archive_reader.h"
#include "indexer/commands/commands.h"
#include "indexer/write/checker.h"
#include "query/entities/corrections.h"
#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using Random = std::mt19937;

constexpr std::string_view kWords[] = {"alpha", "beta", "gamma", "delta", "epsilon", "zeta"};
constexpr std::string_view kNames[] = {"Ana Ruiz", "Ruiz", "Bo Lund", "Lund", "Acme", "Ana Acme"};
constexpr std::string_view kDates[] = {"2023",       "2024-02",    "2024-02-10", "2024-02-11",
                                       "2024-03-01", "2024-03-01", "1999-12-31", "2024"};

template <std::size_t N>
std::string one_of(Random& random, const std::string_view (&list)[N]) {
  return std::string(list[random() % N]);
}

Article random_article(Random& random, int number) {
  test_support::ArticleBuilder article("a" + std::to_string(number));
  std::string body;
  for (auto words = 3 + random() % 12; words > 0; --words) body += one_of(random, kWords) + " ";
  article.title(one_of(random, kWords)).body(body + "end.");
  if (random() % 6 != 0) article.on(one_of(random, kDates));
  if (random() % 4 != 0) article.source("Outlet " + std::to_string(random() % 4));
  if (random() % 3 == 0) article.section("Section " + std::to_string(random() % 3));
  if (random() % 3 == 0) article.extra("desk", "Desk " + std::to_string(random() % 3));
  if (random() % 5 == 0) article.extra("des", "Other " + std::to_string(random() % 3));
  for (auto names = random() % 4; names > 0; --names) {
    const std::string name = one_of(random, kNames);
    const auto kind = random() % 3;
    if (kind == 0) article.person(name);
    if (kind == 1) article.organisation(name);
    if (kind == 2) article.place(name);
  }
  return article.build();
}

std::string random_query(Random& random) {
  const std::string word = one_of(random, kWords);
  const std::string other = one_of(random, kWords);
  switch (random() % 12) {
    case 0:
      return word + " AND " + other;
    case 1:
      return word + " OR " + other + " OR \"" + other + " " + word + "\"";
    case 2:
      return "\"" + word + " " + other + "\"";
    case 3:
      return word + " W/3 " + other;
    case 4:
      return word + " AND NOT " + other;
    case 5:
      return word + " date:2024-02..2024-03";
    case 6:
      return "date:" + one_of(random, kDates);
    case 7:
      return "has:person OR " + word;
    case 8:
      return "person:\"" + one_of(random, kNames) + "\"";
    case 9:
      return "*";
    case 10:
      return word + " date:..2023";
    default:
      return word;
  }
}

SearchRequest random_request(Random& random) {
  SearchRequest request;
  request.query = random_query(random);
  request.limit = random() % 20;
  request.offset = random() % 3 == 0 ? random() % 30 : 0;
  constexpr SortOrder kOrders[] = {SortOrder::Relevance, SortOrder::OldestFirst,
                                   SortOrder::NewestFirst};
  request.sort = kOrders[random() % 3];
  constexpr ListedCopies kListed[] = {ListedCopies::All, ListedCopies::First, ListedCopies::Only};
  request.listed_copies = kListed[random() % 3];
  request.counted_copies = random() % 2 == 0 ? CountedCopies::All : CountedCopies::Once;
  for (const char* facet : {"person", "org", "place", "source", "section", "lang", "byline", "desk",
                            "des", "year", "month", "day"}) {
    if (random() % 3 == 0)
      request.facets.push_back({facet, 1 + static_cast<std::uint32_t>(random() % 5)});
  }
  return request;
}

std::string describe(const ResultPage& page) {
  std::ostringstream out;
  out << page.total << " " << page.distinct << " " << page.undated << " " << page.next;
  for (const Hit& hit : page.hits) {
    out << "\n" << hit.article.id << " " << hit.score << " " << hit.copies << " " << hit.outlets;
  }
  for (const Facet& facet : page.facets) {
    out << "\n" << facet.name << " +" << facet.other_values << " -" << facet.missing;
    for (const FacetRow& row : facet.rows) out << " " << row.value << "=" << row.count;
  }
  return out.str();
}

class ColumnsLaw : public testing::TestWithParam<std::uint32_t> {
 protected:
  void SetUp() override {
    Random random(GetParam());
    // The second run replaces some articles, and makes a second segment.
    for (int run = 0; run < 2; ++run) {
      std::string lines;
      for (int i = 0; i < 60; ++i) {
        lines += test_support::json_line(random_article(random, static_cast<int>(random() % 90)));
      }
      const auto file = folder_.write("run" + std::to_string(run) + ".jsonl", lines);
      ASSERT_EQ(test_support::index_inputs(archive(), {file}), ExitCode::Done);
    }
    add_alias(archive() / "aliases.tsv", {EntityKind::Person, "Ana Ruiz"},
              {EntityKind::Person, "Ruiz"});
    add_alias(archive() / "aliases.tsv", {EntityKind::Person, "Nobody Else"},
              {EntityKind::Person, "Lund"});
    add_alias(archive() / "aliases.tsv", {EntityKind::Organisation, "Acme"},
              {EntityKind::Person, "Acme"});
    add_reject(archive() / "rejects.tsv", {EntityKind::Place, "Lund"});
  }

  fs::path archive() const { return folder_ / "a.morgue"; }

  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& segment : fs::directory_iterator(archive() / "segments")) {
      if (fs::exists(segment.path() / "columns")) found.push_back(segment.path() / "columns");
    }
    return found;
  }

  std::vector<std::string> answers() const {
    Random random(GetParam() + 1000);
    Searcher searcher = Searcher::open({archive().string()});
    std::vector<std::string> all;
    for (int i = 0; i < 80; ++i) {
      const SearchRequest request = random_request(random);
      const auto page = searcher.search(request);
      all.push_back(request.query + "\n" + (page ? describe(*page) : page.error().message));
    }
    return all;
  }

  std::size_t problems() const {
    return check_archive(ArchiveReader::open(ArchivePaths{archive()}), [](std::uint64_t) {})
        .problems.size();
  }

  test_support::TempDir folder_;
};

TEST_P(ColumnsLaw, AnswersAreTheSameWithoutThem) {
  ASSERT_EQ(files().size(), 2U) << "a segment has no columns";
  const auto with = answers();
  fs::remove(files().front());
  EXPECT_EQ(answers(), with) << "one segment has none";
  fs::remove(files().front());
  EXPECT_EQ(answers(), with);
  EXPECT_EQ(problems(), 0U);
}

TEST_P(ColumnsLaw, AnswersAreTheSameWithDamagedOnes) {
  const auto with = answers();
  Random random(GetParam() + 2000);
  for (int round = 0; round < 12; ++round) {
    const auto all = files();
    const fs::path file = all[random() % all.size()];
    std::string bytes = read_file(file);
    const std::string whole = bytes;
    if (round % 4 == 0) {
      bytes.resize(random() % bytes.size());
    } else {
      bytes[random() % bytes.size()] ^= static_cast<char>(1 + random() % 255);
    }
    std::ofstream(file, std::ios::binary) << bytes;
    EXPECT_EQ(answers(), with) << "round " << round;
    EXPECT_EQ(problems(), 1U);
    std::ofstream(file, std::ios::binary) << whole;
  }
}

TEST_P(ColumnsLaw, ThoseOfAnotherSegmentAreNotUsed) {
  const auto with = answers();
  const auto all = files();
  ASSERT_EQ(all.size(), 2U);
  fs::copy_file(all[0], all[1], fs::copy_options::overwrite_existing);
  EXPECT_EQ(answers(), with);
}

TEST_P(ColumnsLaw, TheNextRunWritesThemAgain) {
  const std::string before = read_file(files().front());
  const fs::path missing = files().front();
  fs::remove(missing);
  const auto file =
      folder_.write("more.jsonl", test_support::article("new").body("New.").json_line());
  ASSERT_EQ(test_support::index_inputs(archive(), {file}), ExitCode::Done);
  EXPECT_EQ(files().size(), 3U);
  EXPECT_EQ(read_file(missing), before);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ColumnsLaw, testing::Range(1U, 4U));

}  // namespace
}  // namespace morgue
