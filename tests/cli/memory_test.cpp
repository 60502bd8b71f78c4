// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is read, the program keeps within --memory and says what it had to leave out.
#include <algorithm>
#include <functional>
#include <random>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"

namespace morgue::test_support {
namespace {

using Random = std::mt19937;

constexpr long kMemoryMib = 256;
constexpr double kAllowed = 1.2;
constexpr int kBooks = 3;
constexpr int kArticles = 150;

std::string letters(Random& random, std::size_t count) {
  std::string word;
  while (word.size() < count) word += static_cast<char>('a' + random() % 26);
  return word;
}

/// A text that is `bytes` long or a little more, of what `next` gives.
std::string text_of(std::size_t bytes, const std::function<std::string()>& next) {
  std::string text;
  while (text.size() < bytes) text += next();
  return text;
}

std::string capitalised(std::string word) {
  word.front() = static_cast<char>(word.front() - 'a' + 'A');
  return word;
}

/// What takes unlike much memory for each byte of text.
struct Text {
  const char* name;
  std::string (*piece)(Random&);
};

const Text kTexts[] = {
    {"Prose",
     [](Random& random) {
       return "the mayor of the town said that " + letters(random, 2) + " is so. ";
     }},
    {"Distinct words", [](Random& random) { return letters(random, 7) + " "; }},
    {"Sentences of a word", [](Random& random) { return capitalised(letters(random, 2)) + ". "; }},
    {"Names", [](Random& random) { return capitalised(letters(random, 6)) + " "; }},
    {"Lines of a letter", [](Random& random) { return letters(random, 1) + "\n"; }},
    {"Chinese",
     [](Random& random) {
       const auto point = 0x4E00 + random() % 0x5000;
       return std::string{static_cast<char>(0xE0 | point >> 12U),
                          static_cast<char>(0x80 | (point >> 6U & 0x3FU)),
                          static_cast<char>(0x80 | (point & 0x3FU))};
     }},
};

class MemoryTest : public Programs {
 protected:
  /// Books of `book` bytes, then articles of some kilobytes.
  void write_corpus(const Text& text, std::size_t book) {
    Random random(1);
    std::string lines;
    for (int i = 0; i < kBooks + kArticles; ++i) {
      nlohmann::json line;
      line["id"] = (i < kBooks ? "book" : "article") + std::to_string(i);
      line["body"] = text_of(i < kBooks ? book : 4'000, [&] { return text.piece(random); });
      lines += line.dump() + "\n";
    }
    folder.write("news.jsonl", lines);
  }

  /// Adds the corpus; every article is in the archive, or among the rejects with what to do.
  /// Returns how many are.
  int add(const std::string& entities, const std::string& jobs) {
    std::filesystem::remove_all(folder / "news.morgue");
    const Outcome outcome =
        index({"add", "news.morgue", "news.jsonl", "--memory", std::to_string(kMemoryMib) + "M",
               "--entities", entities, "--jobs", jobs, "--rejects", "rejects.jsonl"});
    EXPECT_THAT(outcome.exit_code, testing::AnyOf(0, 3)) << outcome.err;
    EXPECT_LE(outcome.peak_kib / 1024, static_cast<long>(kMemoryMib * kAllowed));
    int rejected = 0;
    if (outcome.exit_code == 3) {
      std::ifstream rejects(folder / "rejects.jsonl");
      for (std::string line; std::getline(rejects, line); ++rejected) {
        EXPECT_THAT(line, testing::HasSubstr("or add it with --memory "));
      }
    }
    EXPECT_EQ(count("*"), std::to_string(kBooks + kArticles - rejected));
    return rejected;
  }
};

TEST_F(MemoryTest, IsKeptWithinWhateverTheText) {
  constexpr std::size_t kBook = 900'000;
  for (const Text& text : kTexts) {
    write_corpus(text, kBook);
    for (const char* jobs : {"1", "3"}) {
      SCOPED_TRACE(std::string(text.name) + ", jobs " + jobs);
      EXPECT_EQ(add("metadata", jobs), 0) << "half of the memory is enough for a megabyte";
      add("on", jobs);
    }
  }
}

TEST_F(MemoryTest, ABookThatTakesTooMuchIsNamedAndTheOthersAreAdded) {
  write_corpus(kTexts[3], 2'000'000);
  EXPECT_EQ(add("metadata", "2"), kBooks);
}

TEST_F(MemoryTest, ALongBookOfProseIsAdded) {
  write_corpus(kTexts[0], 1'900'000);
  EXPECT_EQ(add("metadata", "2"), 0);
}

}  // namespace
}  // namespace morgue::test_support
