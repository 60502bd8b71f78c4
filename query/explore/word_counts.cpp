// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/word_counts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/index/value.h"

namespace morgue {
namespace {

class Counter {
 public:
  Counter(WordCounts& counts, const std::vector<std::string>* among)
      : counts_(counts), only_known_(among != nullptr) {
    if (among == nullptr) return;
    for (const std::string& word : *among) counts.words.try_emplace(word);
  }

  void add(const ArticleWords& words) {
    ++counts_.articles;
    add_words(words.title.tokens());
    for (const std::span<const Token> text : words.text()) add_words(text);
  }

 private:
  void add_words(std::span<const Token> tokens) {
    for (const Token& token : tokens) {
      add_word(token.folded);
      if (!token.bare.empty()) add_word(token.bare);
    }
    counts_.total += tokens.size();
  }

  void add_word(std::string_view word) {
    auto found = counts_.words.find(word);
    if (found == counts_.words.end()) {
      if (only_known_) return;
      found = counts_.words.emplace(std::string(word), WordCount()).first;
    }
    WordCount& count = found->second;
    ++count.occurrences;
    if (count.last_article != counts_.articles) ++count.articles;
    count.last_article = static_cast<std::uint32_t>(counts_.articles);
  }

  WordCounts& counts_;
  bool only_known_;
};

}  // namespace

WordCounts count_words(const Selection& selection, const std::vector<Xapian::docid>& articles,
                       const std::vector<std::string>* among) {
  WordCounts counts;
  Counter counter(counts, among);
  ArticleWordsReader reader(false);
  for (const Xapian::docid article : articles) counter.add(reader.read(selection.view(), article));
  return counts;
}

WordCounts count_most(const Selection& everything, const std::vector<Xapian::docid>& articles,
                      const std::vector<std::string>& words) {
  std::vector<Xapian::docid> others;
  std::set_difference(everything.articles.begin(), everything.articles.end(), articles.begin(),
                      articles.end(), std::back_inserter(others));
  const WordCounts in_others = count_words(everything, others, &words);
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
  return total_words(selection, selection.articles);
}

std::vector<std::string> common_words(const OpenArchives& archives, std::uint64_t least) {
  std::vector<std::string> words;
  const Xapian::Database& database = archives.view().database;
  const auto end = database.allterms_end();
  for (auto it = database.allterms_begin(); it != end;) {
    std::string term = *it;
    if (is_prefixed(term)) {
      it.skip_to(std::string(kAfterPrefixed));
      continue;
    }
    // A title word is counted several times over, so the words sought are among these.
    if (database.get_collection_freq(term) >= least) words.push_back(std::move(term));
    ++it;
  }
  return words;
}

std::uint64_t total_words(const Selection& selection, const std::vector<Xapian::docid>& articles) {
  std::uint64_t words = 0;
  for (const Xapian::docid article : articles) {
    words += decode_number(selection.view().database.get_document(article).get_value(
        static_cast<Xapian::valueno>(Slot::Words)));
  }
  return words;
}

}  // namespace morgue
