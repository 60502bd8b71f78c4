// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/word_frequency.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/run/open_archives.h"

namespace morgue {
namespace {

/// What the two terms of a word say together: a title word has a frequency of kTitleWeight in the
/// one and of 1 in the other.
struct TermFrequencies {
  std::uint64_t articles = 0;
  std::uint64_t weight = 0;
  std::uint64_t in_titles = 0;

  WordFrequency words() const { return {articles, weight - (kTitleWeight - 1) * in_titles}; }
};

class Counter {
 public:
  Counter(const OpenArchives& archives, const std::vector<std::string>& folded)
      : archives_(archives), folded_(folded), order_(folded.size()), found_(folded.size()) {
    // In the order of the table, first the words, then those of titles, so that a look-up mostly
    // finds the block of the one before.
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return folded[a] < folded[b]; });
  }

  std::vector<WordFrequency> count() {
    for (std::size_t place = 0; place < archives_.segments(); ++place) {
      add_segment(archives_.segment(place));
    }
    std::vector<WordFrequency> frequencies;
    for (const TermFrequencies& found : found_) frequencies.push_back(found.words());
    return frequencies;
  }

 private:
  template <class Use>
  void each_term(std::string_view prefix, Use use) {
    for (const std::size_t number : order_) use(word_term(prefix, folded_[number]), found_[number]);
  }

  void add_segment(const OpenSegment& segment) {
    const Xapian::Database& database = segment.database;
    // Asked for each posting of each word, where a look into the set would cost more than the rest.
    std::vector<bool> hidden;
    if (!segment.hidden.isEmpty()) hidden.resize(database.get_lastdocid() + std::size_t{1});
    for (const std::uint32_t document : segment.hidden) {
      if (document < hidden.size()) hidden[document] = true;
    }
    const auto hidden_part = [&](const std::string& term, auto use) {
      if (hidden.empty()) return;
      const auto end = database.postlist_end(term);
      for (auto it = database.postlist_begin(term); it != end; ++it) {
        if (hidden[*it]) use(it.get_wdf());
      }
    };
    each_term("", [&](const std::string& term, TermFrequencies& found) {
      found.articles += database.get_termfreq(term);
      found.weight += database.get_collection_freq(term);
      hidden_part(term, [&](Xapian::termcount frequency) {
        --found.articles;
        found.weight -= frequency;
      });
    });
    each_term("S", [&](const std::string& term, TermFrequencies& found) {
      found.in_titles += database.get_collection_freq(term);
      hidden_part(term, [&](Xapian::termcount frequency) { found.in_titles -= frequency; });
    });
  }

  const OpenArchives& archives_;
  const std::vector<std::string>& folded_;
  std::vector<std::size_t> order_;
  std::vector<TermFrequencies> found_;
};

}  // namespace

WordFrequency word_frequency(const OpenArchives& archives, const std::string& folded) {
  return word_frequencies(archives, {folded}).front();
}

std::vector<WordFrequency> word_frequencies(const OpenArchives& archives,
                                            const std::vector<std::string>& folded) {
  return Counter(archives, folded).count();
}

}  // namespace morgue
