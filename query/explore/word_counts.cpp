// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/word_counts.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/index/value.h"
#include "query/explore/run_table.h"
#include "query/explore/slot_values.h"
#include "query/run/word_frequency.h"

namespace morgue {
namespace {

class Counter {
 public:
  void add(const ArticleWords& words) {
    ++articles_;
    add_words(words.title.tokens());
    for (const std::span<const Token> text : words.text()) add_words(text);
  }

  WordCounts counts() const {
    WordCounts counts;
    counts.total = total_;
    counts.articles = articles_;
    counts.words.reserve(counts_.size());
    for (std::uint32_t number = 0; number < counts_.size(); ++number) {
      const Count& count = counts_[number];
      counts.words.emplace(table_.text(number), WordCount{count.occurrences, count.articles});
    }
    return counts;
  }

 private:
  struct Count {
    std::uint64_t occurrences = 0;
    std::uint32_t articles = 0;
    std::uint32_t last_article = 0;  ///< the number of the last one counted, from 1
  };

  void add_words(std::span<const Token> tokens) {
    for (const Token& token : tokens) {
      add_word(token.folded);
      if (!token.bare.empty()) add_word(token.bare);
    }
    total_ += tokens.size();
  }

  void add_word(std::string_view word) {
    const std::uint32_t number = table_.word(word);
    if (number >= counts_.size()) counts_.resize(number + 1);
    Count& count = counts_[number];
    ++count.occurrences;
    if (count.last_article != articles_) ++count.articles;
    count.last_article = articles_;
  }

  RunTable table_{1};
  std::vector<Count> counts_;  ///< by number of the word
  std::uint64_t total_ = 0;
  std::uint32_t articles_ = 0;
};

}  // namespace

WordCounts count_words(const Selection& selection, const std::vector<Xapian::docid>& articles) {
  Counter counter;
  each_article_words(selection.view(), articles, false,
                     [&](const ArticleWords& words) { counter.add(words); });
  return counter.counts();
}

CorpusWords corpus_words(WordCounts counts) {
  const std::uint64_t total = counts.total;
  // Shared, for a function is copied with what it holds.
  auto shared = std::make_shared<const WordCounts>(std::move(counts));
  return {total, [counts = std::move(shared)](const std::vector<std::string>& words) {
            std::vector<std::uint64_t> found;
            for (const std::string& word : words) found.push_back(counts->occurrences(word));
            return found;
          }};
}

CorpusWords without(CorpusWords all, CorpusWords part) {
  const std::uint64_t left = all.words - part.words;
  return {left,
          [all = std::move(all), part = std::move(part)](const std::vector<std::string>& words) {
            std::vector<std::uint64_t> found = all.occurrences(words);
            const std::vector<std::uint64_t> in_part = part.occurrences(words);
            for (std::size_t i = 0; i < words.size(); ++i) found[i] -= in_part[i];
            return found;
          }};
}

CorpusWords corpus_words(const Selection& everything) {
  return {total_words(everything), [&everything](const std::vector<std::string>& words) {
            std::vector<std::uint64_t> found;
            for (const WordFrequency& word : word_frequencies(everything.archives, words)) {
              found.push_back(word.occurrences);
            }
            return found;
          }};
}

CorpusWords corpus_words_of_most(const Selection& everything,
                                 const std::vector<Xapian::docid>& articles,
                                 const CountedArticles& known) {
  const std::vector<Xapian::docid> others =
      without(without(everything.articles, articles), known.articles);
  return without(without(corpus_words(everything), corpus_words(known.counts)),
                 corpus_words(count_words(everything, others)));
}

std::uint64_t total_words(const Selection& selection) {
  return total_words(selection, selection.articles);
}

std::vector<CommonWord> common_words(const OpenArchives& archives, std::uint64_t least) {
  // What stands so often in all segments together stands its share of that in one of them. A title
  // word is counted several times over, so the words sought are among those found.
  const std::uint64_t share =
      std::max<std::uint64_t>(1, least / std::max<std::size_t>(1, archives.segments()));
  std::vector<CommonWord> words;
  for (std::size_t place = 0; place < archives.segments(); ++place) {
    const Xapian::Database& database = archives.segment(place).database;
    const auto end = database.allterms_end();
    for (auto it = database.allterms_begin(); it != end;) {
      std::string term = *it;
      if (is_prefixed(term)) {
        it.skip_to(std::string(kAfterPrefixed));
        continue;
      }
      const std::uint64_t frequency = database.get_collection_freq(term);
      // Of a segment that does not list it, the share is added below.
      if (frequency >= share) words.push_back({std::move(term), frequency - share});
      ++it;
    }
  }
  std::sort(words.begin(), words.end(),
            [](const CommonWord& a, const CommonWord& b) { return a.word < b.word; });
  std::vector<CommonWord> joined;
  for (CommonWord& word : words) {
    if (joined.empty() || joined.back().word != word.word) {
      joined.push_back({std::move(word.word), share * archives.segments()});
    }
    joined.back().most += word.most;
  }
  return joined;
}

std::uint64_t total_words(const Selection& selection, const std::vector<Xapian::docid>& articles) {
  SlotValues lengths(selection.view().database, Slot::Words);
  std::uint64_t words = 0;
  for (const Xapian::docid article : articles) words += decode_number(lengths.of(article));
  return words;
}

}  // namespace morgue
