// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/concordance.h"

#include <algorithm>
#include <utility>

#include "query/explore/match_runs.h"

namespace morgue {
namespace {

std::string one_spaced(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  std::string joined;
  for (const char c : text) {
    const bool space = kSpace.find(c) != kSpace.npos;
    if (!space) joined += c;
    if (space && !joined.empty() && joined.back() != ' ') joined += ' ';
  }
  if (joined.ends_with(' ')) joined.pop_back();
  return joined;
}

/// The words from one to before another.
struct Range {
  std::size_t from, to;
};

std::string forms_of(const std::vector<Token>& tokens, Range range, bool backwards) {
  std::string key;
  for (std::size_t i = range.from; i < range.to; ++i) {
    const std::size_t at = backwards ? range.to - 1 - (i - range.from) : i;
    key.append(tokens[at].folded).append(" ");
  }
  return key;
}

void add_lines(std::string_view text, const TokenList& words, const std::vector<ShownMatch>& found,
               std::size_t context, const ConcordanceLine& about,
               std::vector<ConcordanceLine>& lines) {
  const std::vector<Token>& tokens = words.tokens();
  const std::vector<std::uint32_t>& paragraphs = words.paragraph_starts();
  for (const WordRange& run : runs_of(found)) {
    if (run.last >= tokens.size()) continue;
    const auto next = std::upper_bound(paragraphs.begin(), paragraphs.end(), run.first);
    const std::size_t begin = next == paragraphs.begin() ? 0 : *(next - 1);
    const auto behind = std::upper_bound(next, paragraphs.end(), run.last);
    const std::size_t end = behind == paragraphs.end() ? tokens.size() : *behind;
    const Range left{run.first > begin + context ? run.first - context : begin, run.first};
    const Range right{run.last + std::size_t{1},
                      std::min<std::size_t>(run.last + std::size_t{1} + context, end)};
    ConcordanceLine line = about;
    line.word = run.first;
    const std::size_t match_begin = tokens[run.first].bytes.begin;
    const std::size_t match_end = tokens[run.last].bytes.end;
    // Signs between the words go with them: up to the next word that is left out.
    const std::size_t left_begin =
        left.from == left.to ? match_begin : tokens[left.from].bytes.begin;
    const std::size_t right_end =
        right.from >= right.to ? match_end : tokens[right.to - 1].bytes.end;
    line.left = one_spaced(text.substr(left_begin, match_begin - left_begin));
    line.match = one_spaced(text.substr(match_begin, match_end - match_begin));
    line.right = one_spaced(text.substr(match_end, right_end - match_end));
    line.left_key = forms_of(tokens, left, true);
    line.right_key = forms_of(tokens, right, false);
    lines.push_back(std::move(line));
  }
}

}  // namespace

std::vector<ConcordanceLine> concordance_of(const Hit& hit, const ArticleWords& words,
                                            std::size_t context) {
  std::vector<ConcordanceLine> lines;
  ConcordanceLine about;
  about.id = hit.article.id;
  about.date = hit.article.date;
  about.source = hit.article.source;
  about.part = TextPart::Title;
  add_lines(hit.article.title, words.title, hit.in_title, context, about, lines);
  about.part = TextPart::Body;
  add_lines(hit.article.body, words.body, hit.in_body, context, about, lines);
  return lines;
}

void sort_lines(std::vector<ConcordanceLine>& lines, LineOrder order) {
  const auto key = [order](const ConcordanceLine& line) -> const std::string& {
    return order == LineOrder::Left    ? line.left_key
           : order == LineOrder::Right ? line.right_key
                                       : line.source;
  };
  if (order == LineOrder::OldestFirst || order == LineOrder::NewestFirst) return;
  std::stable_sort(
      lines.begin(), lines.end(),
      [&](const ConcordanceLine& a, const ConcordanceLine& b) { return key(a) < key(b); });
}

LineSample::LineSample(std::size_t size, std::uint64_t seed) : size_(size), state_(seed) {}

// Algorithm R (Vitter 1985) with numbers by SplitMix64 (Steele, Lea and Flood 2014), which are the
// same everywhere, unlike those of the standard library's distributions.
void LineSample::add(ConcordanceLine line) {
  ++seen_;
  if (kept_.size() < size_) {
    kept_.emplace_back(seen_, std::move(line));
    return;
  }
  const std::uint64_t place = next_random() % seen_;
  if (place < size_) kept_[place] = {seen_, std::move(line)};
}

std::vector<ConcordanceLine> LineSample::take() {
  std::sort(kept_.begin(), kept_.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<ConcordanceLine> lines;
  for (auto& [number, line] : kept_) lines.push_back(std::move(line));
  kept_.clear();
  return lines;
}

std::uint64_t LineSample::next_random() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

}  // namespace morgue
