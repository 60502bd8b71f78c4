// SPDX-License-Identifier: GPL-3.0-or-later
// An alert misses nothing and repeats nothing, however the archive grows.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using testing::HasSubstr;

class WatchTest : public Programs {
 protected:
  void add(const std::string& name, const std::string& lines,
           const std::vector<std::string>& flags = {}) {
    folder.write(name, lines);
    std::vector<std::string> arguments{"add", "-q", "news.morgue", name};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    ASSERT_EQ(index(arguments).exit_code, 0);
  }

  std::vector<std::string> watch(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "watch");
    arguments.emplace_back("--ids");
    const Outcome shown = query(arguments);
    EXPECT_TRUE(shown.exit_code == 0 || shown.exit_code == 1) << shown.err;
    EXPECT_EQ(shown.exit_code == 0, !shown.out.empty());
    std::vector<std::string> ids;
    std::istringstream lines(shown.out);
    for (std::string line; std::getline(lines, line);) ids.push_back(line);
    return ids;
  }
};

std::string story(const std::string& id, const std::string& date, const std::string& body) {
  return json_line(test_support::article(id).on(date).title("Title " + id).body(body).lang("en"));
}

TEST_F(WatchTest, ListsWhatIsNewToIt) {
  add("one.jsonl", story("a", "2024-05-01", "tariffs rise") + story("b", "2024-05-02", "gulls"));
  EXPECT_THAT(watch({"customs", "tariff*"}), testing::ElementsAre("a"));
  EXPECT_THAT(watch({"customs"}), testing::IsEmpty());
  // Late arrivals count: what matters is when the archive got them. An article that is mended to
  // match is new to the alert, one that is changed otherwise is not.
  add("two.jsonl", story("c", "1999-01-01", "an old tariff") +
                       story("a", "2024-05-01", "tariffs!") +
                       story("b", "2024-05-02", "gulls and tariffs"));
  EXPECT_THAT(watch({"customs"}), testing::ElementsAre("c", "b"));
  EXPECT_THAT(watch({"birds", "gulls", "--from-now"}), testing::IsEmpty());
  add("three.jsonl", story("d", "2024-05-03", "gulls"));
  EXPECT_THAT(watch({"birds"}), testing::ElementsAre("d"));
  EXPECT_EQ(query({"count", "query:birds"}).out, "2\n");
  EXPECT_EQ(index({"check", "news.morgue"}).exit_code, 0);
}

TEST_F(WatchTest, SaysWhatIsWrong) {
  add("one.jsonl", story("a", "2024-05-01", "tariffs rise"));
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } cases[] = {
      {{"watch", "nosuch"}, "no query is saved as \"nosuch\""},
      {{"watch", "a b", "tariff*"}, "is no name for a query"},
      {{"watch", "x", "(tariff"}, "(tariff"},
      {{"save", "x"}, "save needs a name and a query"},
      {{"save", "x", "nofield:1"}, "nofield"},
  };
  for (const auto& [arguments, says] : cases) {
    const Outcome shown = query(arguments);
    EXPECT_EQ(shown.exit_code, 2);
    EXPECT_THAT(shown.err, HasSubstr(says));
  }
  EXPECT_EQ(query({"save", "x", "tariff*"}).exit_code, 0);
  EXPECT_EQ(query({"save", "x", "tariff*"}).exit_code, 0) << "the same again is no error";
  EXPECT_THAT(query({"save", "x", "gulls"}).err, HasSubstr("x is the name of another query"));
}

/// What could not be written was not seen.
TEST_F(WatchTest, RepeatsWhatCouldNotBeWritten) {
  add("one.jsonl", story("a", "2024-05-01", "tariffs rise"));
  ASSERT_EQ(query({"save", "customs", "tariff*"}).exit_code, 0);
  Invocation call;
  call.argv = {"sh", "-c", std::string(MORGUE_QUERY_PROGRAM) + " watch customs > /dev/full"};
  call.directory = folder.path();
  EXPECT_NE(run_program(call).exit_code, 0);
  EXPECT_THAT(watch({"customs"}), testing::ElementsAre("a"));
}

/// Adding, replacing, removing, merging and watching in any order: each article that matched at the
/// time of a run is listed by exactly one.
TEST_F(WatchTest, MissesNothingAndRepeatsNothing) {
  std::mt19937 random(11);
  constexpr int kSteps = 50;
  std::map<std::string, bool> archive;  // whether the article matches
  std::set<std::string> listed;
  int files = 0;
  add("first.jsonl", story("a0", "2024-05-01", "gulls"));
  archive["a0"] = false;
  ASSERT_EQ(query({"save", "customs", "tariff*"}).exit_code, 0);
  for (int step = 0; step < kSteps; ++step) {
    switch (random() % 6) {
      case 0:
      case 1:
      case 2: {
        std::string lines;
        for (auto count = 1 + random() % 4; count > 0; --count) {
          const std::string id = "a" + std::to_string(random() % 60);
          const bool matches = random() % 2 == 0;
          lines += story(id, "2024-05-0" + std::to_string(1 + random() % 9),
                         (matches ? "a tariff " : "a gull ") + std::to_string(random()));
          archive[id] = matches;
        }
        add("file" + std::to_string(++files) + ".jsonl", lines);
        break;
      }
      case 3: {
        const std::string id =
            std::next(archive.begin(), static_cast<std::ptrdiff_t>(random() % archive.size()))
                ->first;
        if (archive.size() < 2) break;
        ASSERT_EQ(index({"remove", "news.morgue", id}).exit_code, 0);
        archive.erase(id);
        break;
      }
      case 4:
        ASSERT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
        break;
      default:
        break;
    }
    if (random() % 3 == 0) continue;
    std::set<std::string> expected;
    for (const auto& [id, matches] : archive) {
      if (matches && listed.count(id) == 0) expected.insert(id);
    }
    const std::vector<std::string> shown = watch({"customs"});
    EXPECT_EQ(std::set<std::string>(shown.begin(), shown.end()), expected) << "step " << step;
    EXPECT_EQ(shown.size(), expected.size());
    listed.insert(shown.begin(), shown.end());
  }
  EXPECT_GT(listed.size(), 10U);
}

/// Two alerts' runs at once, while the archive is written to.
TEST_F(WatchTest, RunsBesideAWriterAndBesideItself) {
  add("first.jsonl", story("a0", "2024-05-01", "gulls"));
  ASSERT_EQ(query({"save", "customs", "tariff*"}).exit_code, 0);
  constexpr int kFiles = 12;
  std::thread writer([&] {
    for (int i = 1; i <= kFiles; ++i) {
      const std::string name = "f" + std::to_string(i) + ".jsonl";
      folder.write(name, story("t" + std::to_string(i), "2024-05-01", "a tariff"));
      EXPECT_EQ(index({"add", "-q", "news.morgue", name}).exit_code, 0);
    }
  });
  std::vector<std::vector<std::string>> shown(2);
  std::vector<std::thread> watchers;
  for (auto& ids : shown) {
    watchers.emplace_back([&] {
      for (int i = 0; i < kFiles; ++i) {
        for (std::string& id : watch({"customs"})) ids.push_back(std::move(id));
      }
    });
  }
  writer.join();
  for (std::thread& watcher : watchers) watcher.join();
  std::vector<std::string> all = watch({"customs"});
  for (const auto& ids : shown) all.insert(all.end(), ids.begin(), ids.end());
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end()) << "one was listed twice";
  EXPECT_EQ(all.size(), std::size_t{kFiles});
}

}  // namespace
}  // namespace morgue::test_support
