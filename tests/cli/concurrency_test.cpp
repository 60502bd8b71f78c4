// SPDX-License-Identifier: GPL-3.0-or-later
// A writer and readers at once; the same archive at any number of threads.
#include <atomic>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

class ConcurrencyTest : public Programs {
 protected:
  /// Enough articles for several batches; ids repeat, so that some replace others across batches.
  std::string articles(int count, int distinct, int version) const {
    std::string lines;
    for (int i = 0; i < count; ++i) {
      lines += article("n" + std::to_string(i % distinct))
                   .title("Story " + std::to_string(i % 97))
                   .body("Tariffs and version" + std::to_string(version) + " number " +
                         std::to_string(i) + " of the morning.")
                   .on(i % 2 == 0 ? "2024-05-06" : "2023-01")
                   .source("Outlet " + std::to_string(i % 7))
                   .json_line();
    }
    return lines;
  }
};

TEST_F(ConcurrencyTest, TheNumberOfThreadsDoesNotMatter) {
  folder.write("a.jsonl", articles(5'000, 3'700, 1));
  std::vector<std::string> digests;
  std::vector<std::string> results;
  for (const char* jobs : {"1", "2", "4"}) {
    const std::string archive = std::string("jobs") + jobs + ".morgue";
    const Outcome add = index({"add", archive, "a.jsonl", "--jobs", jobs});
    ASSERT_EQ(add.exit_code, 0) << add.err;
    EXPECT_EQ(index({"check", archive}).exit_code, 0);
    digests.push_back(digest(archive));
    results.push_back(
        query({"-a", archive, "search", "tariffs NOT (story 5)", "--jsonl", "--limit", "0"}).out);
  }
  EXPECT_THAT(digests, testing::Each(digests.front()));
  EXPECT_THAT(results, testing::Each(results.front())) << "scores and order too";
}

TEST_F(ConcurrencyTest, ReadersSeeWholeGenerationsWhileAWriterPublishes) {
  folder.write("a.jsonl", articles(300, 300, 0));
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
  std::atomic<bool> done = false;
  std::atomic<int> reads = 0;
  std::atomic<int> faults = 0;
  std::string first_fault;
  std::thread reader([&] {
    while (!done) {
      const Outcome outcome = query({"-a", "news.morgue", "search", "\"of the morning\"", "--json",
                                     "--limit", "1", "--facet", "source"});
      ++reads;
      const bool whole =
          outcome.exit_code == 0 && nlohmann::json::parse(outcome.out)["total"].get<int>() == 300;
      if (!whole && faults++ == 0) first_fault = outcome.err + outcome.out;
    }
  });
  for (int version = 1; version <= 12; ++version) {
    folder.write("a.jsonl", articles(300, 300, version));
    EXPECT_EQ(index({"add", "news.morgue", "a.jsonl"}).exit_code, 0);
    if (version % 5 == 0) {
      EXPECT_EQ(index({"compact", "news.morgue"}).exit_code, 0);
    }
  }
  done = true;
  reader.join();
  EXPECT_EQ(faults, 0) << first_fault;
  EXPECT_GT(reads, 5);
  EXPECT_EQ(count("version12"), "300");
  EXPECT_EQ(count("version11"), "0");
}

// The first reads from a pipe that this test holds open: it writes until it is let go.
TEST_F(ConcurrencyTest, ASecondWriterIsToldWhoWrites) {
  folder.write("a.jsonl", articles(10, 10, 1));
  const std::string pipe = folder / "articles";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  Outcome first;
  std::thread writer([&] {
    first = run_program(
        {.argv = {"sh", "-c", "exec \"$0\" add news.morgue - < articles", MORGUE_INDEX_PROGRAM},
         .directory = folder.path()});
  });
  {
    std::ofstream held(pipe);  // waits for the first to open its end
    held << articles(10, 10, 2) << std::flush;
    std::string holder;
    for (int waited = 0; holder.empty() && waited < 6'000; ++waited) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      std::ifstream(folder / "news.morgue" / "lock") >> holder;
    }
    const Outcome second = index({"add", "news.morgue", "a.jsonl"});
    EXPECT_EQ(second.exit_code, 5) << second.err;
    EXPECT_THAT(second.err, testing::HasSubstr("PID " + holder));
    EXPECT_FALSE(holder.empty());
  }
  writer.join();
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(count("version2"), "10");
}

}  // namespace
}  // namespace morgue::test_support
