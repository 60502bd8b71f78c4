// SPDX-License-Identifier: GPL-3.0-or-later
// What corpus linguistics counts, against a reference that counts the slow way: every word of every
// article, and formulas in other words than the program's.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

#include "common/index/manifest.h"
#include "query/explore/bursts.h"
#include "query/explore/collocates.h"
#include "query/explore/concordance.h"
#include "query/explore/frequency.h"
#include "query/explore/keyness.h"
#include "query/explore/match_runs.h"
#include "query/explore/measures.h"
#include "query/explore/trend.h"
#include "tests/support/article_builder.h"
#include "tests/support/brute/boilerplate.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;
using Real = long double;

constexpr std::size_t kRealArticles = 5000;
constexpr double kClose = 1e-9;
constexpr std::size_t kWindow = 4;
constexpr std::size_t kContext = 6;

/// An article by its words alone.
struct Plain {
  std::string id, source;
  PartialDate date;
  std::vector<std::string> title, body;         ///< a word of boilerplate is empty
  std::set<std::size_t> paragraphs, sentences;  ///< words of the body that begin one
  std::map<std::string, std::uint64_t> marked;  ///< words of hashtags and the like, without mark
  std::size_t size = 0;                         ///< its words
};

Plain plain_of(const Article& article, const std::vector<Span>& boilerplate, Analyzer& analyzer) {
  Plain plain{article.id, article.source, article.date, {}, {}, {}, {}, {}, 0};
  TokenList words;
  const auto take = [&](std::vector<std::string>& into, const std::vector<Span>& without) {
    for (const Token& token : words.tokens()) {
      const bool is_text = std::none_of(without.begin(), without.end(), [&](const Span& span) {
        return span.begin <= token.bytes.begin && token.bytes.begin < span.end;
      });
      into.emplace_back(is_text ? token.folded : "");
      plain.size += is_text ? 1 : 0;
      if (is_text && !token.bare.empty()) ++plain.marked[std::string(token.bare)];
    }
  };
  analyzer.analyze(article.title, words);
  take(plain.title, {});
  analyzer.analyze_with_breaks(article.body, words);
  take(plain.body, boilerplate);
  plain.paragraphs = {words.paragraph_starts().begin(), words.paragraph_starts().end()};
  plain.sentences = {words.sentence_starts().begin(), words.sentence_starts().end()};
  return plain;
}

/// The words of a phrase in some words.
std::vector<std::size_t> places_of(const std::vector<std::string>& phrase,
                                   const std::vector<std::string>& words) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i + phrase.size() <= words.size(); ++i) {
    if (std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(i))) {
      found.push_back(i);
    }
  }
  return found;
}

/// The part of the words around [first, last] that no paragraph begins or ends in.
std::pair<std::size_t, std::size_t> stretch(const std::set<std::size_t>& paragraphs,
                                            std::size_t words, std::size_t first,
                                            std::size_t last) {
  std::size_t begin = first;
  while (begin > 0 && paragraphs.count(begin) == 0) --begin;
  std::size_t end = last + 1;
  while (end < words && paragraphs.count(end) == 0) ++end;
  return {begin, end};
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to,
                   bool backwards) {
  std::vector<std::string> part(words.begin() + static_cast<std::ptrdiff_t>(from),
                                words.begin() + static_cast<std::ptrdiff_t>(to));
  if (backwards) std::reverse(part.begin(), part.end());
  std::string text;
  for (const std::string& word : part) text += word + " ";
  return text;
}

/// x ln x, as the tables of G² are often written.
Real entropy(Real x) { return x > 0 ? x * std::log(x) : 0; }

void expect_close(double value, Real expected, const std::string& what) {
  const auto wanted = static_cast<double>(expected);
  EXPECT_NEAR(value, wanted, kClose * std::max(1.0, std::abs(wanted))) << what;
}

struct Corpus {
  const char* name;
  const char* path;  ///< empty: the sample
  std::uint32_t seed;
};

constexpr Corpus kCorpora[] = {{"sample", "", 1}, {"press", "search/press-sample.jsonl.zst", 2}};

class Statistics : public testing::TestWithParam<Corpus> {
 protected:
  void SetUp() override {
    std::vector<std::filesystem::path> inputs;
    if (*GetParam().path == '\0') {
      const auto sample = std::filesystem::path(MORGUE_SOURCE_DIR) / "corpora" / "sample";
      for (const auto& file : std::filesystem::directory_iterator(sample)) {
        inputs.push_back(file.path());
      }
      std::sort(inputs.begin(), inputs.end());
    } else {
      const auto path = test_support::shared_data(GetParam().path);
      if (!path) GTEST_SKIP() << "needs " << GetParam().path;
      inputs.push_back(*path);
    }
    std::string lines;
    Analyzer analyzer;
    std::vector<Article> articles = test_support::read_articles(inputs, kRealArticles);
    std::erase_if(articles,
                  [&](const Article& article) { return !ids_.insert(article.id).second; });
    const auto boilerplate = brute::find_boilerplate(articles, kUsualBoilerplateMin);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      lines += test_support::json_line(articles[i]);
      plain_.push_back(plain_of(articles[i], boilerplate[i], analyzer));
    }
    AddOptions options;
    options.entities.mode = "metadata";
    const auto file = folder_.write("all.jsonl", lines);
    ASSERT_EQ(test_support::index_inputs(folder_ / "a.morgue", {file}, options), ExitCode::Done);
    searcher_ = std::make_unique<Searcher>(Searcher::open({(folder_ / "a.morgue").string()}));
    choose_phrases();
  }

  /// Words and pairs of words that stand somewhere, common ones and rare ones.
  void choose_phrases() {
    std::mt19937 random(GetParam().seed);
    while (phrases_.size() < 8) {
      const Plain& article = plain_[random() % plain_.size()];
      if (article.body.size() < 10) continue;
      const std::size_t at = random() % (article.body.size() - 2);
      std::vector<std::string> phrase{article.body[at]};
      if (phrases_.size() % 2 == 1) phrase.push_back(article.body[at + 1]);
      // Of words with signs in them the query language knows more than this reference does.
      const bool simple = std::all_of(phrase.begin(), phrase.end(), [](const std::string& word) {
        return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == word.npos;
      });
      if (simple) phrases_.push_back(phrase);
    }
  }

  static std::string query_of(const std::vector<std::string>& phrase) {
    std::string words = joined(phrase, 0, phrase.size(), false);
    words.pop_back();
    return '"' + words + '"';
  }

  Selection select(const std::string& query) {
    SearchRequest request;
    request.query = query;
    auto selection = searcher_->select(request);
    EXPECT_TRUE(selection) << query;
    return std::move(*selection);
  }

  /// Every hit of a query, with its matches.
  std::vector<Hit> hits(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 0;
    request.sort = SortOrder::OldestFirst;
    auto page = searcher_->search(request);
    EXPECT_TRUE(page) << query;
    return std::move(page->hits);
  }

  /// Occurrences as the index counts them: "#metoo" is also a "metoo".
  std::uint64_t occurrences(const std::string& word) const {
    std::uint64_t count = 0;
    for (const Plain& article : plain_) {
      count +=
          static_cast<std::uint64_t>(std::count(article.title.begin(), article.title.end(), word) +
                                     std::count(article.body.begin(), article.body.end(), word));
      const auto marked = article.marked.find(word);
      if (marked != article.marked.end()) count += marked->second;
    }
    return count;
  }

  bool has(const Plain& article, const std::vector<std::string>& phrase) const {
    return !places_of(phrase, article.title).empty() || !places_of(phrase, article.body).empty();
  }

  void concordances_have_every_match();
  void frequencies_count_every_word();
  void collocates_are_those_of_every_window();
  void key_words_are_those_of_the_two_halves();
  void trends_count_every_period();
  void bursts_are_beyond_chance();

  TempDir folder_;
  std::set<std::string> ids_;
  std::vector<Plain> plain_;
  std::vector<std::vector<std::string>> phrases_;
  std::unique_ptr<Searcher> searcher_;
};

void Statistics::concordances_have_every_match() {
  for (const auto& phrase : phrases_) {
    using Line = std::tuple<std::string, bool, std::size_t, std::string, std::string>;
    std::multiset<Line> expected;
    for (const Plain& article : plain_) {
      for (const bool in_title : {true, false}) {
        const std::vector<std::string>& words = in_title ? article.title : article.body;
        for (const std::size_t at : places_of(phrase, words)) {
          const std::size_t last = at + phrase.size() - 1;
          const auto [begin, end] = stretch(in_title ? std::set<std::size_t>() : article.paragraphs,
                                            words.size(), at, last);
          const std::size_t from = at - std::min(kContext, at - begin);
          const std::size_t to = std::min(end, last + 1 + kContext);
          expected.emplace(article.id, in_title, at, joined(words, from, at, true),
                           joined(words, last + 1, to, false));
        }
      }
    }
    std::multiset<Line> found;
    ArticleWordsReader reader(true);
    for (const Hit& hit : hits(query_of(phrase))) {
      for (const ConcordanceLine& line :
           concordance_of(hit, reader.analyze(hit.article, hit.boilerplate), kContext)) {
        found.emplace(line.id, line.part == TextPart::Title, line.word, line.left_key,
                      line.right_key);
      }
    }
    EXPECT_EQ(found, expected) << query_of(phrase);
  }
}

void Statistics::frequencies_count_every_word() {
  const Selection everything = select("*");
  const bool is_small = plain_.size() < 1000;  // the reference is slow
  for (std::size_t run = 1; run <= (is_small ? 3U : 1U); ++run) {
    std::unordered_map<std::string, std::uint64_t> occurrences;
    std::unordered_map<std::string, std::unordered_set<std::string>> articles;
    std::unordered_map<std::string, std::map<std::string, std::uint64_t>> outlets;
    std::map<std::string, std::uint64_t> sizes;
    std::uint64_t total = 0;
    const auto count = [&](const Plain& article, const std::vector<std::string>& words,
                           std::size_t at) {
      std::string text = joined(words, at, at + run, false);
      text.pop_back();
      ++total;
      ++occurrences[text];
      ++sizes[article.source];
      articles[text].insert(article.id);
      ++outlets[text][article.source];
    };
    for (const Plain& article : plain_) {
      for (std::size_t i = 0; i + run <= article.title.size(); ++i)
        count(article, article.title, i);
      if (run == 1) {
        for (const auto& [word, times] : article.marked) {
          occurrences[word] += times;
          articles[word].insert(article.id);
          outlets[word][article.source] += times;
        }
      }
      for (std::size_t i = 0; i + run <= article.body.size(); ++i) {
        bool crosses = false;
        for (std::size_t j = i + 1; j < i + run; ++j) {
          crosses = crosses || article.sentences.count(j) > 0;
        }
        crosses = crosses || article.body[i].empty();
        if (!crosses) count(article, article.body, i);
      }
    }
    const auto all = counted_articles(everything, CountedCopies::All);
    const FrequencyList list = list_frequencies(everything, all, {run, 1, 0});
    EXPECT_EQ(list.total, total);
    const std::vector<FrequencyRow>& rows = list.rows;
    ASSERT_EQ(rows.size(), occurrences.size());
    // Of a shorter list the beginning, where many are as common as the last one.
    for (const std::uint64_t limit : {1U, 7U, 50U, 400U}) {
      const FrequencyList begin = list_frequencies(everything, all, {run, 2, limit});
      ASSERT_LE(begin.rows.size(), limit);
      for (std::size_t i = 0; i < begin.rows.size(); ++i) {
        ASSERT_EQ(begin.rows[i].word, rows[i].word) << limit;
      }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const FrequencyRow& row = rows[i];
      if (i > 0) {
        EXPECT_TRUE(rows[i - 1].occurrences > row.occurrences ||
                    (rows[i - 1].occurrences == row.occurrences && rows[i - 1].word < row.word));
      }
      ASSERT_EQ(row.occurrences, occurrences[row.word]) << row.word;
      ASSERT_EQ(row.articles, articles[row.word].size()) << row.word;
      ASSERT_EQ(row.outlets, outlets[row.word].size()) << row.word;
      if (i % 97 != 0) continue;
      Real deviation = 0;
      for (const auto& [outlet, size] : sizes) {
        const auto here = outlets[row.word].find(outlet);
        const Real part = here == outlets[row.word].end() ? 0
                                                          : static_cast<Real>(here->second) /
                                                                static_cast<Real>(row.occurrences);
        deviation += std::abs(part - static_cast<Real>(size) / static_cast<Real>(total)) / 2;
      }
      expect_close(row.deviation, deviation, row.word);
    }
  }
}

void Statistics::collocates_are_those_of_every_window() {
  const Selection everything = select("*");
  for (const auto& phrase : phrases_) {
    std::map<std::string, std::uint64_t> near;
    std::unordered_map<std::string, std::unordered_set<std::string>> articles;
    std::uint64_t places = 0;
    std::uint64_t matches = 0;
    std::uint64_t words = 0;
    for (const Plain& article : plain_) {
      words += article.size;
      for (const bool in_title : {true, false}) {
        const std::vector<std::string>& text = in_title ? article.title : article.body;
        std::set<std::size_t> beside;
        std::set<std::size_t> matching;
        for (const std::size_t at : places_of(phrase, text)) {
          ++matches;
          const std::size_t last = at + phrase.size() - 1;
          const auto [begin, end] = stretch(in_title ? std::set<std::size_t>() : article.paragraphs,
                                            text.size(), at, last);
          for (std::size_t i = begin; i < end; ++i) {
            if (i + kWindow >= at && i <= last + kWindow) beside.insert(i);
          }
          for (std::size_t i = at; i <= last; ++i) matching.insert(i);
        }
        for (const std::size_t i : beside) {
          if (matching.count(i) > 0) continue;
          ++places;
          ++near[text[i]];
          articles[text[i]].insert(article.id);
        }
      }
    }
    CollocateCounter counter(kWindow);
    ArticleWordsReader reader(true);
    for (const Hit& hit : hits(query_of(phrase)))
      counter.add(hit, reader.analyze(hit.article, hit.boilerplate));
    const CorpusWords corpus = corpus_words(everything);
    EXPECT_EQ(corpus.words, words);
    EXPECT_EQ(counter.matches(), matches);
    const auto found = counter.result(CollocateOrder::LogDice, 1, corpus);
    ASSERT_EQ(found.size(), near.size()) << query_of(phrase);
    std::size_t number = 0;
    for (const Collocate& one : found) {
      ASSERT_EQ(one.near, near[one.word]) << one.word;
      ASSERT_EQ(one.articles, articles[one.word].size()) << one.word;
      if (number++ % 53 != 0) continue;  // the reference reads everything for each
      const std::uint64_t at_all = occurrences(one.word);
      ASSERT_EQ(one.at_all, at_all) << one.word;
      const Real o11 = static_cast<Real>(one.near);
      const Real row = static_cast<Real>(places);
      const Real column = static_cast<Real>(at_all);
      const Real n = static_cast<Real>(words);
      const Real g2 = 2 * (entropy(o11) + entropy(row - o11) + entropy(column - o11) +
                           entropy(n - row - column + o11) - entropy(row) - entropy(n - row) -
                           entropy(column) - entropy(n - column) + entropy(n));
      expect_close(one.log_likelihood, o11 * n < row * column ? -g2 : g2, one.word);
      expect_close(one.mutual_information, std::log2(o11 * n / (row * column)), one.word);
      expect_close(one.t_score, std::sqrt(o11) - row * column / (n * std::sqrt(o11)), one.word);
      expect_close(one.log_dice, 14 + std::log2(2 * o11 / (static_cast<Real>(matches) + column)),
                   one.word);
    }
  }
}

/// Words that stand less often here than there, and would stand here three times if they did not.
void expect_avoided(const std::vector<KeyWord>& found,
                    std::unordered_map<std::string, std::uint64_t>& here,
                    std::unordered_map<std::string, std::uint64_t>& there, Real words_here,
                    Real words_there) {
  std::set<std::string> expected;
  for (const auto& [word, count] : there) {
    const Real a = here[word] > 0 ? static_cast<Real>(here[word]) : Real{0.5};
    const Real b = static_cast<Real>(count);
    const bool rarer = a * words_there < b * words_here;
    const Real even = (static_cast<Real>(here[word]) + b) * words_here / (words_here + words_there);
    if (rarer && even >= 3) expected.insert(word);
  }
  EXPECT_EQ(found.size(), expected.size());
  for (const KeyWord& one : found) {
    ASSERT_EQ(expected.count(one.word), 1U) << one.word;
    ASSERT_EQ(one.here, here[one.word]) << one.word;
    ASSERT_EQ(one.there, there[one.word]) << one.word;
    EXPECT_LT(one.log_ratio, 0) << one.word;
  }
  for (std::size_t i = 1; i < found.size(); ++i) {
    EXPECT_GE(found[i - 1].log_likelihood, found[i].log_likelihood);
  }
}

void expect_first(const std::vector<KeyWord>& some, const std::vector<KeyWord>& all,
                  std::size_t limit) {
  ASSERT_EQ(some.size(), std::min(limit, all.size()));
  for (std::size_t i = 0; i < some.size(); ++i) ASSERT_EQ(some[i].word, all[i].word) << limit;
}

void Statistics::key_words_are_those_of_the_two_halves() {
  for (const auto& phrase : phrases_) {
    const Selection selection = select(query_of(phrase));
    const Selection everything = select("*");
    std::unordered_map<std::string, std::uint64_t> here;
    std::unordered_map<std::string, std::uint64_t> there;
    Real words_here = 0;
    Real words_there = 0;
    for (const Plain& article : plain_) {
      const bool matches = has(article, phrase);
      (matches ? words_here : words_there) += static_cast<Real>(article.size);
      for (const auto* words : {&article.title, &article.body}) {
        for (const std::string& word : *words) {
          if (!word.empty()) ++(matches ? here : there)[word];
        }
      }
      for (const auto& [word, times] : article.marked) (matches ? here : there)[word] += times;
    }
    std::vector<Xapian::docid> others;
    std::set_difference(everything.articles.begin(), everything.articles.end(),
                        selection.articles.begin(), selection.articles.end(),
                        std::back_inserter(others));
    if (others.empty()) continue;
    const WordCounts counts = count_words(selection, selection.articles);
    std::vector<std::string> words;
    for (const auto& [word, count] : counts.words) words.push_back(word);
    const CountedArticles known{selection.articles, counts};
    const CorpusWords most = corpus_words_of_most(everything, others, known);
    const std::vector<std::uint64_t> in_most = most.occurrences(words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      ASSERT_EQ(in_most[i], there[words[i]]) << words[i];
    }
    EXPECT_EQ(static_cast<Real>(most.words), words_there);
    const CorpusWords of_others = corpus_words(count_words(everything, others));
    const auto found = key_words(counts, of_others, 2);
    std::size_t expected = 0;
    for (const auto& [word, count] : here) {
      const Real instead = there[word] > 0 ? static_cast<Real>(there[word]) : Real{0.5};
      expected +=
          count >= 2 && static_cast<Real>(count) * words_there > instead * words_here ? 1 : 0;
    }
    EXPECT_EQ(found.size(), expected) << query_of(phrase);
    for (const KeyWord& one : found) {
      ASSERT_EQ(one.here, here[one.word]) << one.word;
      ASSERT_EQ(one.there, there[one.word]) << one.word;
      const Real a = static_cast<Real>(one.here);
      const Real b = static_cast<Real>(one.there);
      const Real g2 =
          2 * (entropy(a) + entropy(b) - entropy(a + b) - a * std::log(words_here) -
               b * std::log(words_there) + (a + b) * std::log(words_here + words_there));
      expect_close(one.log_likelihood, g2, one.word);
      expect_close(
          one.log_ratio,
          std::log2(a / words_here) - std::log2((one.there > 0 ? b : Real{0.5}) / words_there),
          one.word);
    }
    const std::vector<CommonWord> common = common_words(everything.archives, 3);
    for (const auto& [word, at_most] : common) ASSERT_GE(at_most, here[word] + there[word]) << word;
    const auto avoided = avoided_words(counts, of_others, common, 3);
    expect_avoided(avoided, here, there, words_here, words_there);
    // With a limit fewer words are looked at, but the first are the same.
    for (const std::size_t limit : {1U, 100U}) {
      expect_first(key_words(counts, most, 2, limit), found, limit);
      expect_first(avoided_words(counts, most, common, 3, limit), avoided, limit);
    }
  }
}

std::string named(const PartialDate& date, Period period) {
  using namespace std::chrono;
  if (!date.known() || (period != Period::Year && date.month == 0)) return "";
  if ((period == Period::Day || period == Period::Week) && date.day == 0) return "";
  const std::string text = date.to_string();
  if (period == Period::Year) return text.substr(0, 4);
  if (period == Period::Month) return text.substr(0, 7);
  if (period == Period::Day) return text;
  // The year that has the week's Thursday, and the weeks since its first one.
  const sys_days day = year(date.year) / int{date.month} / int{date.day};
  const sys_days thursday = day - (weekday(day) - Monday) + days(3);
  const year_month_day of_year(thursday);
  const auto weeks = (thursday - sys_days(of_year.year() / January / 1)).count() / 7 + 1;
  char name[32];
  std::snprintf(name, sizeof name, "%04d-W%02d", static_cast<int>(of_year.year()),
                static_cast<int>(weeks));
  return name;
}

void Statistics::trends_count_every_period() {
  const Selection everything = select("*");
  for (const Period period : {Period::Year, Period::Month, Period::Week, Period::Day}) {
    std::map<std::string, std::uint64_t> all;
    std::map<std::string, std::uint64_t> words;
    for (const Plain& article : plain_) {
      ++all[named(article.date, period)];
      words[named(article.date, period)] += article.size;
    }
    const PeriodCounts counts = count_periods(everything, everything.articles, period);
    ASSERT_EQ(counts.size(), all.size());
    for (const auto& [name, count] : counts) {
      EXPECT_EQ(count.articles, all[name]) << name;
      EXPECT_EQ(count.words, words[name]) << name;
    }
    std::vector<std::string> names;
    for (const auto& [name, count] : counts) {
      if (!name.empty()) names.push_back(name);
    }
    const std::vector<std::string> line = all_periods(names.front(), names.back(), period);
    EXPECT_TRUE(std::includes(line.begin(), line.end(), names.begin(), names.end()));
    EXPECT_EQ(line.front(), names.front());
    EXPECT_EQ(line.back(), names.back());
    EXPECT_EQ(std::adjacent_find(line.begin(), line.end(), std::greater_equal<>()), line.end());
  }
  for (const auto& phrase : phrases_) {
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> expected;
    for (const Plain& article : plain_) {
      const std::size_t matches =
          places_of(phrase, article.title).size() + places_of(phrase, article.body).size();
      if (matches == 0) continue;
      auto& [articles, runs] = expected[named(article.date, Period::Month)];
      ++articles;
      runs += matches;
    }
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> found;
    for (const Hit& hit : hits(query_of(phrase))) {
      auto& [articles, runs] = found[period_of(hit.article.date, Period::Month)];
      ++articles;
      runs += runs_of(hit.in_title).size() + runs_of(hit.in_body).size();
    }
    EXPECT_EQ(found, expected) << query_of(phrase);
  }
}

void Statistics::bursts_are_beyond_chance() {
  const Selection everything = select("*");
  std::size_t bursts = 0;
  for (const auto& phrase : phrases_) {
    std::map<std::string, std::pair<Real, Real>> counts;  // found, all
    Real total_found = 0;
    Real total = 0;
    for (const Plain& article : plain_) {
      const std::string period = named(article.date, Period::Year);
      if (period.empty()) continue;
      const Real found = has(article, phrase) ? 1 : 0;
      counts[period].first += found;
      ++counts[period].second;
      total_found += found;
      ++total;
    }
    std::vector<std::string> expected;
    for (const auto& [period, count] : counts) {
      const auto [found, all] = count;
      const Real g2 = 2 * (entropy(found) + entropy(total_found - found) - entropy(total_found) -
                           found * std::log(all) - (total_found - found) * std::log(total - all) +
                           total_found * std::log(total));
      const bool more = found * total > total_found * all;
      if (found >= 2 && all < total && more && g2 >= kBurstLikelihood) expected.push_back(period);
    }
    std::vector<std::string> shown;
    for (const Burst& burst :
         find_bursts(select(query_of(phrase)), everything, {Period::Year, CountedCopies::All, 2})) {
      shown.push_back(burst.period);
      const auto [found, all] = counts[burst.period];
      EXPECT_EQ(static_cast<Real>(burst.articles), found);
      expect_close(burst.expected, total_found * all / total, burst.period);
      const auto stands = [&](const Plain& article) { return article.id == burst.id; };
      const auto article = std::find_if(plain_.begin(), plain_.end(), stands);
      ASSERT_NE(article, plain_.end());
      EXPECT_EQ(named(article->date, Period::Year), burst.period);
      EXPECT_TRUE(has(*article, phrase));
    }
    EXPECT_EQ(shown, expected) << query_of(phrase);
    bursts += shown.size();
  }
  if (plain_.size() > 1000) {
    EXPECT_GT(bursts, 0U);
  }
}

// One test, so that an archive of thousands of articles is made once.
TEST_P(Statistics, AreThoseOfTheReference) {
  concordances_have_every_match();
  frequencies_count_every_word();
  collocates_are_those_of_every_window();
  key_words_are_those_of_the_two_halves();
  trends_count_every_period();
  bursts_are_beyond_chance();
}

INSTANTIATE_TEST_SUITE_P(Corpora, Statistics, testing::ValuesIn(kCorpora),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Periods, BeginAndEndWhereTheirNeighboursDo) {
  std::mt19937 random(5);
  for (const Period period : {Period::Year, Period::Month, Period::Week, Period::Day}) {
    for (int i = 0; i < 300; ++i) {
      const auto day = static_cast<std::int32_t>(random() % 40000) - 10000;
      const std::string name = period_of(day, period);
      const auto [first, last] = days_of(name, period);
      EXPECT_LE(first, day);
      EXPECT_GE(last, day);
      EXPECT_EQ(period_of(first, period), name);
      EXPECT_EQ(period_of(last, period), name);
      EXPECT_NE(period_of(first - 1, period), name);
      EXPECT_NE(period_of(last + 1, period), name);
    }
  }
}

TEST(Chance, IsThatOfTheUsualMarks) {
  // Critical values of chi-squared with one degree of freedom, as tables give them.
  EXPECT_NEAR(measures::chance_of(3.8415), 0.05, 1e-5);
  EXPECT_NEAR(measures::chance_of(6.6349), 0.01, 1e-6);
  EXPECT_NEAR(measures::chance_of(10.8276), 0.001, 1e-7);
  EXPECT_NEAR(measures::chance_of(15.1367), 0.0001, 1e-8);
}

TEST(Periods, AreNamedFromTheFirstYearToTheLast) {
  const struct {
    const char* first;
    const char* last;
    Period period;
    std::size_t count;
  } cases[] = {{"0001-W01", "0001-W03", Period::Week, 3},
               {"2020-W52", "2021-W02", Period::Week, 4},  // 2020 has a week 53
               {"9998-12", "9999-12", Period::Month, 13},
               {"2024-02-27", "2024-03-01", Period::Day, 4},
               {"0001", "0001", Period::Year, 1}};
  for (const auto& one : cases) {
    const auto all = all_periods(one.first, one.last, one.period);
    ASSERT_EQ(all.size(), one.count) << one.first;
    EXPECT_EQ(all.front(), one.first);
    EXPECT_EQ(all.back(), one.last);
  }
}

/// Each line is as likely as any other, and the same seed draws the same.
TEST(LineSample, IsFairAndTheSameEachTime) {
  constexpr std::size_t kLines = 50;
  constexpr std::size_t kDrawn = 10;
  std::vector<int> drawn(kLines);
  const auto draw = [&](std::uint64_t seed) {
    LineSample sample(kDrawn, seed);
    for (std::size_t i = 0; i < kLines; ++i) {
      ConcordanceLine line;
      line.word = static_cast<std::uint32_t>(i);
      sample.add(line);
    }
    std::vector<std::uint32_t> words;
    for (const ConcordanceLine& line : sample.take()) words.push_back(line.word);
    return words;
  };
  constexpr int kRounds = 5000;
  for (int seed = 0; seed < kRounds; ++seed) {
    const auto words = draw(static_cast<std::uint64_t>(seed));
    ASSERT_EQ(words.size(), kDrawn);
    EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
    for (const std::uint32_t word : words) ++drawn[word];
  }
  // Each is drawn 1000 times of 5000, with a standard deviation of 28.
  for (const int count : drawn) EXPECT_NEAR(count, 1000, 150);
  EXPECT_EQ(draw(7), draw(7));
  EXPECT_NE(draw(7), draw(8));
}

}  // namespace
}  // namespace morgue
