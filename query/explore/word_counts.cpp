// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/word_counts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "common/index/schema.h"
#include "common/index/value.h"

namespace morgue {
namespace {

class Counter {
 public:
  Counter(WordCounts& counts, const CountedWords& what) : counts_(counts), what_(what) {
    if (what.among == nullptr) return;
    for (const std::string& word : *what.among) counts.words.try_emplace(word);
  }

  void add(const ArticleWords& words) {
    ++counts_.articles;
    outlet_ = what_.by_outlet ? number_of(words.article.source) : 0;
    add_runs(words.title.tokens());
    for (const std::span<const Token> text : words.text()) {
      if (what_.run == 1) {
        add_runs(text);
      } else {
        add_sentences(text, words.body);
      }
    }
  }

 private:
  /// Runs do not reach beyond a sentence. `text` is a part of the body.
  void add_sentences(std::span<const Token> text, const TokenList& body) {
    const std::vector<std::uint32_t>& starts = body.sentence_starts();
    const auto begin = static_cast<std::size_t>(text.data() - body.tokens().data());
    const std::size_t end = begin + text.size();
    auto next = std::lower_bound(starts.begin(), starts.end(), begin);
    while (next != starts.end() && *next < end) {
      const std::size_t first = *next++;
      const std::size_t last = next != starts.end() ? std::min<std::size_t>(*next, end) : end;
      add_runs(text.subspan(first - begin, last - first));
    }
  }

  void add_runs(std::span<const Token> tokens) {
    if (what_.run == 1) {
      for (const Token& token : tokens) {
        add_word(token.folded);
        if (!token.bare.empty()) add_word(token.bare);
      }
      add_total(tokens.size());
      return;
    }
    for (std::size_t i = 0; i + what_.run <= tokens.size(); ++i) {
      run_.clear();
      for (const Token& token : tokens.subspan(i, what_.run)) {
        if (!run_.empty()) run_ += ' ';
        run_ += token.folded;
      }
      add_word(run_);
      add_total(1);
    }
  }

  void add_total(std::uint64_t words) {
    counts_.total += words;
    if (what_.by_outlet) counts_.outlet_words[outlet_] += words;
  }

  void add_word(std::string_view word) {
    auto found = counts_.words.find(word);
    if (found == counts_.words.end()) {
      if (what_.among != nullptr) return;
      found = counts_.words.emplace(std::string(word), WordCount()).first;
    }
    WordCount& count = found->second;
    ++count.occurrences;
    if (count.last_article != counts_.articles) ++count.articles;
    count.last_article = static_cast<std::uint32_t>(counts_.articles);
    if (!what_.by_outlet) return;
    const auto same =
        std::lower_bound(count.by_outlet.begin(), count.by_outlet.end(), outlet_,
                         [](const auto& one, std::uint32_t number) { return one.first < number; });
    if (same == count.by_outlet.end() || same->first != outlet_) {
      count.by_outlet.insert(same, {outlet_, 1});
    } else {
      ++same->second;
    }
  }

  std::uint32_t number_of(const std::string& outlet) {
    const auto [found, is_new] =
        outlets_.try_emplace(outlet, static_cast<std::uint32_t>(outlets_.size()));
    if (is_new) {
      counts_.outlets.push_back(outlet);
      counts_.outlet_words.push_back(0);
    }
    return found->second;
  }

  WordCounts& counts_;
  CountedWords what_;
  std::map<std::string, std::uint32_t> outlets_;
  std::uint32_t outlet_ = 0;
  std::string run_;
};

}  // namespace

WordCounts count_words(const Selection& selection, const std::vector<Xapian::docid>& articles,
                       const CountedWords& what) {
  WordCounts counts;
  Counter counter(counts, what);
  ArticleWordsReader reader(what.run > 1);
  for (const Xapian::docid article : articles) counter.add(reader.read(selection.view(), article));
  return counts;
}

WordCounts count_most(const Selection& everything, const std::vector<Xapian::docid>& articles,
                      const std::vector<std::string>& words) {
  std::vector<Xapian::docid> others;
  std::set_difference(everything.articles.begin(), everything.articles.end(), articles.begin(),
                      articles.end(), std::back_inserter(others));
  const WordCounts in_others = count_words(everything, others, {1, false, &words});
  WordCounts counts;
  counts.articles = articles.size();
  counts.total = total_words(everything) - in_others.total;
  for (const std::string& word : words) {
    counts.words[word].occurrences =
        everything.archives.count_word(word).occurrences - in_others.occurrences(word);
  }
  return counts;
}

std::uint64_t total_words(const Selection& selection) {
  std::uint64_t words = 0;
  for (const Xapian::docid article : selection.articles) {
    words += decode_number(selection.view().database.get_document(article).get_value(
        static_cast<Xapian::valueno>(Slot::Words)));
  }
  return words;
}

}  // namespace morgue
