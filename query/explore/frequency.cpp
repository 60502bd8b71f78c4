// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/frequency.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "query/explore/article_words.h"
#include "query/explore/measures.h"
#include "query/explore/run_table.h"

namespace morgue {
namespace {

/// Counts runs by their numbers in a table.
class Counter {
 public:
  explicit Counter(std::size_t run) : run_(run), table_(run) {}

  void add(const ArticleWords& words) {
    ++articles_;
    outlet_ = number_of(words.article.source);
    add_runs(words.title.tokens());
    for (const std::span<const Token> text : words.text()) {
      if (run_ == 1) {
        add_runs(text);
      } else {
        add_sentences(text, words.body);
      }
    }
  }

  FrequencyList list(const FrequencyRequest& request) const {
    std::vector<std::pair<std::string, std::uint32_t>> chosen = choose(request);
    constexpr std::uint32_t kNone = UINT32_MAX;
    std::vector<std::uint32_t> row_of(counts_.size(), kNone);
    FrequencyList list;
    for (auto& [word, run] : chosen) {
      row_of[run] = static_cast<std::uint32_t>(list.rows.size());
      list.rows.push_back({std::move(word), counts_[run].occurrences, counts_[run].articles, 0, 0});
    }
    std::vector<std::map<std::uint32_t, std::uint64_t>> by_outlet(list.rows.size());
    for (const auto& [run, outlet] : seen_) {
      if (row_of[run] != kNone) ++by_outlet[row_of[run]][outlet];
    }
    for (const std::uint64_t words : outlet_words_) list.total += words;
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
      std::vector<measures::Part> parts;
      for (const auto& [outlet, occurrences] : by_outlet[i]) {
        parts.push_back({occurrences, outlet_words_[outlet]});
      }
      list.rows[i].outlets = parts.size();
      list.rows[i].deviation = measures::deviation_of_proportions(parts, list.total);
    }
    return list;
  }

 private:
  struct Count {
    std::uint32_t occurrences = 0, articles = 0;
    std::uint32_t last_article = 0;  ///< the number of the last one counted, from 1
  };

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
    if (run_ == 1) {
      for (const Token& token : tokens) {
        count(table_.word(token.folded));
        if (!token.bare.empty()) count(table_.word(token.bare));
      }
      outlet_words_[outlet_] += tokens.size();
      return;
    }
    if (tokens.size() < run_) return;
    words_.clear();
    for (const Token& token : tokens) words_.push_back(table_.word(token.folded));
    table_.runs(words_, runs_);
    for (const std::uint32_t run : runs_) count(run);
    outlet_words_[outlet_] += runs_.size();
  }

  void count(std::uint32_t run) {
    if (run >= counts_.size()) counts_.resize(run + 1);
    Count& count = counts_[run];
    ++count.occurrences;
    if (count.last_article != articles_) ++count.articles;
    count.last_article = articles_;
    seen_.emplace_back(run, outlet_);
  }

  /// The rows by number, in their order.
  std::vector<std::pair<std::string, std::uint32_t>> choose(const FrequencyRequest& request) const {
    std::vector<std::uint32_t> runs;
    for (std::uint32_t run = 0; run < counts_.size(); ++run) {
      const std::uint32_t occurrences = counts_[run].occurrences;
      if (occurrences > 0 && occurrences >= request.least) runs.push_back(run);
    }
    const auto more = [&](std::uint32_t a, std::uint32_t b) {
      return counts_[a].occurrences > counts_[b].occurrences;
    };
    if (request.limit != 0 && runs.size() > request.limit) {
      // Those as common as the last one shown are told apart by their texts.
      const auto last = runs.begin() + static_cast<std::ptrdiff_t>(request.limit - 1);
      std::nth_element(runs.begin(), last, runs.end(), more);
      const std::uint32_t fewest = counts_[*last].occurrences;
      std::erase_if(runs, [&](std::uint32_t run) { return counts_[run].occurrences < fewest; });
    }
    std::vector<std::pair<std::string, std::uint32_t>> rows;
    rows.reserve(runs.size());
    for (const std::uint32_t run : runs) rows.emplace_back(table_.text(run), run);
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
      return std::tie(counts_[b.second].occurrences, a.first) <
             std::tie(counts_[a.second].occurrences, b.first);
    });
    if (request.limit != 0 && rows.size() > request.limit) rows.resize(request.limit);
    return rows;
  }

  std::uint32_t number_of(const std::string& outlet) {
    const auto [found, is_new] =
        outlets_.try_emplace(outlet, static_cast<std::uint32_t>(outlets_.size()));
    if (is_new) outlet_words_.push_back(0);
    return found->second;
  }

  std::size_t run_;
  RunTable table_;
  std::vector<Count> counts_;                                  ///< by run
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen_;  ///< each occurrence: run and outlet
  std::map<std::string, std::uint32_t> outlets_;
  std::vector<std::uint64_t> outlet_words_;
  std::vector<std::uint32_t> words_;  ///< of the sentence being counted
  std::vector<std::uint32_t> runs_;   ///< likewise
  std::uint32_t outlet_ = 0, articles_ = 0;
};

}  // namespace

FrequencyList list_frequencies(const Selection& selection,
                               const std::vector<Xapian::docid>& articles,
                               const FrequencyRequest& request) {
  Counter counter(request.run);
  each_article_words(selection.view(), articles, request.run > 1,
                     [&](const ArticleWords& words) { counter.add(words); });
  return counter.list(request);
}

}  // namespace morgue
