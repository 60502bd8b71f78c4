// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/collocates.h"

#include <algorithm>
#include <tuple>

#include "query/explore/match_runs.h"
#include "query/explore/measures.h"
#include "query/explore/word_counts.h"

namespace morgue {

double measure_of(const Collocate& one, CollocateOrder order) {
  switch (order) {
    case CollocateOrder::LogDice:
      return one.log_dice;
    case CollocateOrder::LogLikelihood:
      return one.log_likelihood;
    case CollocateOrder::MutualInformation:
      return one.mutual_information;
    case CollocateOrder::TScore:
      return one.t_score;
    case CollocateOrder::Count:
      break;
  }
  return static_cast<double>(one.near);
}

void CollocateCounter::add(const Hit& hit, const ArticleWords& words) {
  ++articles_;
  add_part(words.title.tokens(), {}, hit.in_title);
  add_part(words.body.tokens(), words.body.paragraph_starts(), hit.in_body);
}

void CollocateCounter::add_part(const std::vector<Token>& tokens,
                                const std::vector<std::uint32_t>& paragraphs,
                                const std::vector<ShownMatch>& matches) {
  enum class Place : unsigned char { Far, Near, Match };
  std::vector<Place> places(tokens.size(), Place::Far);
  const std::vector<WordRange> runs = runs_of(matches);
  matches_ += runs.size();
  for (const WordRange& run : runs) {
    const auto next = std::upper_bound(paragraphs.begin(), paragraphs.end(), run.first);
    const std::size_t begin = next == paragraphs.begin() ? 0 : *(next - 1);
    const auto behind = std::upper_bound(next, paragraphs.end(), run.last);
    const std::size_t end = behind == paragraphs.end() ? tokens.size() : *behind;
    const std::size_t from = run.first > begin + window_ ? run.first - window_ : begin;
    const std::size_t to = std::min<std::size_t>(run.last + 1 + window_, end);
    for (std::size_t i = from; i < to; ++i) {
      if (places[i] == Place::Far) places[i] = Place::Near;
    }
  }
  for (const WordRange& run : runs) {
    for (std::size_t i = run.first; i <= run.last && i < places.size(); ++i) {
      places[i] = Place::Match;
    }
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (places[i] != Place::Near) continue;
    auto found = counts_.find(tokens[i].folded);
    if (found == counts_.end()) found = counts_.emplace(tokens[i].folded, Count()).first;
    Count& count = found->second;
    ++places_;
    ++count.near;
    if (count.last_article != articles_) ++count.articles;
    count.last_article = articles_;
  }
}

std::vector<Collocate> CollocateCounter::result(CollocateOrder order, std::uint64_t least,
                                                const CorpusWords& corpus) const {
  std::vector<std::string> words;
  for (const auto& [word, count] : counts_) {
    if (count.near >= least) words.push_back(word);
  }
  const std::vector<std::uint64_t> occurrences = corpus.occurrences(words);
  std::vector<Collocate> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const Count& count = counts_.find(word)->second;
    const std::uint64_t at_all = occurrences[i];
    const measures::Together together{count.near, places_, at_all, corpus.words};
    found.push_back({word, count.near, at_all, count.articles,
                     measures::log_dice(count.near, matches_, at_all), together.log_likelihood(),
                     together.mutual_information(), together.t_score()});
  }
  std::sort(found.begin(), found.end(), [&](const Collocate& a, const Collocate& b) {
    return std::tuple(measure_of(b, order), b.near, std::string_view(a.word)) <
           std::tuple(measure_of(a, order), a.near, std::string_view(b.word));
  });
  return found;
}

}  // namespace morgue
