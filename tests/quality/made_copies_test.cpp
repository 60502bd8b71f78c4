// SPDX-License-Identifier: GPL-3.0-or-later
// Copies made from real articles as newsrooms make them: are they found, and is nothing else?
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/copies/find_copies.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

using Random = std::mt19937;

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size() - mark.size());
    const std::size_t next = text.substr(end).starts_with(mark) ? end + mark.size() : text.size();
    parts.emplace_back(text.substr(at, next - at));
    at = next;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

/// Every so many words one is left out, doubled or replaced by another of the text.
std::string with_edits(const std::string& text, double share, Random& random) {
  std::vector<std::string> words = split(text, " ");
  const std::vector<std::string> before = words;
  for (std::string& word : words) {
    if (std::uniform_real_distribution<>()(random) >= share) continue;
    const auto kind = random() % 3;
    if (kind == 0) word.clear();
    if (kind == 1) word += before[random() % before.size()];
    if (kind == 2) word = before[random() % before.size()];
  }
  return joined(words);
}

std::string cut(const std::string& text, double kept) {
  std::vector<std::string> sentences = split(text, ". ");
  const auto count = static_cast<std::size_t>(kept * static_cast<double>(sentences.size()) + 1);
  sentences.resize(std::min(sentences.size(), count));
  return joined(sentences);
}

std::string swapped(const std::string& text, Random& random) {
  std::vector<std::string> sentences = split(text, ". ");
  constexpr std::size_t kBlock = 3;  // paragraphs, where a source shows none
  for (std::size_t at = 0; at + 2 * kBlock <= sentences.size(); at += kBlock) {
    if (random() % 2 == 0) continue;
    const auto begin = sentences.begin() + static_cast<std::ptrdiff_t>(at);
    std::swap_ranges(begin, begin + kBlock, begin + kBlock);
  }
  return joined(sentences);
}

struct Making {
  const char* name;
  Article (*make)(Article original, Random& random);
};

constexpr std::array kMakings{
    Making{"the same", [](Article copy, Random&) { return copy; }},
    Making{"agency line, new headline",
           [](Article copy, Random&) {
             copy.title = "What the others wrote";
             copy.body = "OSTERMERE (ANP) -- " + copy.body + "\n\nReporting by our own staff.";
             return copy;
           }},
    Making{"4 % of the words edited",
           [](Article copy, Random& random) {
             copy.body = with_edits(copy.body, 0.04, random);
             return copy;
           }},
    Making{"8 % of the words edited",
           [](Article copy, Random& random) {
             copy.body = with_edits(copy.body, 0.08, random);
             return copy;
           }},
    Making{"cut to 70 %",
           [](Article copy, Random&) {
             copy.body = cut(copy.body, 0.7);
             return copy;
           }},
    Making{"cut to 40 %",
           [](Article copy, Random&) {
             copy.body = cut(copy.body, 0.4);
             return copy;
           }},
    Making{"paragraphs swapped",
           [](Article copy, Random& random) {
             copy.body = swapped(copy.body, random);
             return copy;
           }},
    Making{"cut, edited, swapped, another line",
           [](Article copy, Random& random) {
             copy.title = "More of the same";
             copy.body = "(ANP) " + swapped(with_edits(cut(copy.body, 0.6), 0.03, random), random);
             return copy;
           }},
};

/// Words that an article must have to be worth copying.
constexpr std::size_t kLeastWords = 60;
constexpr std::size_t kMostArticles = 10'000;

struct Figures {
  std::size_t made = 0, found = 0, wrong = 0;
};

class MadeCopies {
 public:
  explicit MadeCopies(std::vector<Article> articles) : articles_(std::move(articles)) {
    std::erase_if(articles_, [&](const Article& article) {
      analyzer_.analyze(article.body, body_);
      return body_.tokens().size() < kLeastWords;
    });
    SketchList list;
    for (const Article& article : articles_) add(article, list);
    group_of_ = groups_of(find_copies(list), articles_.size());
  }

  /// Of every fourth article a copy, all among the originals.
  Figures try_making(const Making& making) {
    Random random(1);
    SketchList list;
    for (const Article& article : articles_) add(article, list);
    std::vector<std::size_t> originals;
    for (std::size_t i = 0; i < articles_.size(); i += 4) {
      Article copy = making.make(articles_[i], random);
      copy.id += "-copy";
      copy.source = "Another outlet";
      add(copy, list);
      originals.push_back(i);
    }
    const auto groups = groups_of(find_copies(list), list.size());
    Figures figures;
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < articles_.size(); ++i) members[groups[i]].push_back(i);
    for (std::size_t made = 0; made < originals.size(); ++made) {
      const std::size_t group = groups[articles_.size() + made];
      ++figures.made;
      figures.found += group == groups[originals[made]] ? 1 : 0;
      // Beside its original a copy may meet only copies of that.
      figures.wrong += std::any_of(members[group].begin(), members[group].end(),
                                   [&](std::size_t other) {
                                     return group_of_[other] != group_of_[originals[made]];
                                   })
                           ? 1
                           : 0;
    }
    return figures;
  }

 private:
  void add(const Article& article, SketchList& list) {
    analyzer_.analyze(article.title, title_);
    analyzer_.analyze(article.body, body_);
    const std::int32_t day = article.date.known() ? article.date.first_day() : kUndated;
    list.add({day, article.source.empty() ? 0 : std::hash<std::string>()(article.source)},
             std::hash<std::string>()(article.id), sketch_of(title_.tokens(), body_.tokens()));
  }

  /// By article, the number of an article of its group.
  static std::vector<std::size_t> groups_of(const std::vector<Copies>& groups, std::size_t size) {
    std::vector<std::size_t> group_of(size);
    for (std::size_t i = 0; i < size; ++i) group_of[i] = i;
    for (const Copies& group : groups) {
      for (const std::uint32_t member : group) group_of[member] = group.front();
    }
    return group_of;
  }

  Analyzer analyzer_;
  TokenList title_, body_;
  std::vector<Article> articles_;
  std::vector<std::size_t> group_of_;  ///< without the made copies
};

void expect_floors(std::string_view corpus) {
  const auto path = test_support::shared_data(corpus);
  if (!path) GTEST_SKIP() << "needs " << corpus;
  MadeCopies made(test_support::read_articles({*path}, kMostArticles));
  Figures sum;
  for (const Making& making : kMakings) {
    const Figures figures = made.try_making(making);
    std::printf("%-36s %5zu made, %.4f found, %.4f beside others\n", making.name, figures.made,
                static_cast<double>(figures.found) / static_cast<double>(figures.made),
                static_cast<double>(figures.wrong) / static_cast<double>(figures.made));
    sum.made += figures.made;
    sum.found += figures.found;
    sum.wrong += figures.wrong;
  }
  EXPECT_GT(sum.made, 500U);
  EXPECT_GE(static_cast<double>(sum.found), 0.97 * static_cast<double>(sum.made));
  EXPECT_LE(static_cast<double>(sum.wrong), 0.01 * static_cast<double>(sum.made));
}

TEST(MadeCopies, OfPressReleases) { expect_floors("search/press-sample.jsonl.zst"); }
TEST(MadeCopies, OfReuters) { expect_floors("search/reuters21578"); }
TEST(MadeCopies, OfWikinews) { expect_floors("search/wikinews-2019-2020"); }
TEST(MadeCopies, OfSpanishNews) { expect_floors("search/fakenews-es/train.csv"); }
TEST(MadeCopies, OfArabicNews) { expect_floors("search/languages/saudinewsnet-ar.jsonl.zst"); }

}  // namespace
}  // namespace morgue
