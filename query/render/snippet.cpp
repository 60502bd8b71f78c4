// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/snippet.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace morgue {
namespace {

/// A passage is cut at this size even if its words are longer, as in a body without spaces.
constexpr std::size_t kMaxBytes = 1200;

/// One place where a mark matches: tokens [first, last].
struct Occurrence {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t mark = 0;
};

/// Tokens [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool matches(const MarkedWord& word, const Token& token) {
  if (!word.exact.empty() && token.exact != word.exact) return false;
  const auto fits = [&](std::string_view form) {
    if (form.empty()) return false;
    if (!word.prefix.empty()) return form.substr(0, word.prefix.size()) == word.prefix;
    return std::binary_search(word.folded.begin(), word.folded.end(), form);
  };
  return fits(token.folded) || fits(token.bare);
}

bool matches_at(const std::vector<MarkedWord>& mark, const std::vector<Token>& tokens,
                std::size_t at) {
  if (mark.empty() || tokens.size() - at < mark.size()) return false;
  for (std::size_t i = 0; i < mark.size(); ++i) {
    if (!matches(mark[i], tokens[at + i])) return false;
  }
  return true;
}

/// In the order of their first tokens.
std::vector<Occurrence> find_occurrences(const Marks& marks, const std::vector<Token>& tokens) {
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    for (std::size_t mark = 0; mark < marks.size(); ++mark) {
      if (!matches_at(marks[mark], tokens, at)) continue;
      found.push_back({at, at + marks[mark].size() - 1, mark});
    }
  }
  return found;
}

/// The tokens from the first to the last occurrence of the best window of `words` tokens.
Range best_window(const std::vector<Occurrence>& found, std::size_t marks, std::size_t words) {
  std::vector<std::size_t> held(marks);  // occurrences of each mark inside the window
  std::size_t distinct = 0;
  std::size_t right = 0;  // occurrences [left, right) are inside
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  Range best;
  for (std::size_t left = 0; left < found.size(); ++left) {
    while (right < found.size() &&
           (right == left || found[right].last - found[left].first < words)) {
      distinct += held[found[right].mark]++ == 0 ? 1 : 0;
      ++right;
    }
    const std::pair<std::size_t, std::size_t> score{distinct, right - left};
    if (score > best_score) {
      best_score = score;
      best = {found[left].first, found[left].last + 1};
      for (std::size_t i = left; i < right; ++i) best.end = std::max(best.end, found[i].last + 1);
    }
    distinct -= --held[found[left].mark] == 0 ? 1 : 0;
  }
  return best;
}

/// The tokens of `range` that begin a sentence. The first is not known to, unless it begins the
/// body.
std::vector<std::size_t> sentence_starts(std::string_view body, const std::vector<Token>& tokens,
                                         Range range, SentenceFinder& finder) {
  std::vector<std::size_t> starts;
  const std::size_t from = tokens[range.begin].bytes.begin;
  const std::size_t to = range.end < tokens.size() ? tokens[range.end].bytes.begin : body.size();
  const std::string_view slice = body.substr(from, to - from);
  std::size_t token = range.begin;
  for (const Span& paragraph : find_paragraphs(slice)) {
    for (const Span& sentence : finder.find(paragraph.of(slice))) {
      const std::size_t begin = from + paragraph.begin + sentence.begin;
      while (token < range.end && tokens[token].bytes.begin < begin) ++token;
      if (token < range.end && (token > range.begin || token == 0)) starts.push_back(token);
    }
  }
  return starts;
}

/// Widens what must be shown to `words` tokens, from the start of its sentence if that is near, to
/// the end of a sentence if that leaves most of them.
Range widen(Range shown, std::string_view body, const std::vector<Token>& tokens, std::size_t words,
            SentenceFinder& finder) {
  const std::size_t size = shown.end - shown.begin;
  const std::size_t spare = words > size ? words - size : 0;
  const Range around{shown.begin - std::min(shown.begin, spare),
                     std::min(tokens.size(), shown.end + spare + 1)};
  const auto starts = sentence_starts(body, tokens, around, finder);

  Range wide{shown.begin - std::min(shown.begin, spare / 3), shown.end};
  for (const std::size_t start : starts) {
    if (start <= shown.begin) wide.begin = start;
  }
  wide.end = std::min(tokens.size(), std::max(shown.end, wide.begin + words));
  if (wide.end == tokens.size()) {  // what is left over goes to the sentences before
    const std::size_t earliest = wide.end - std::min(wide.end, words);
    const auto start = std::lower_bound(starts.begin(), starts.end(), earliest);
    if (start != starts.end()) wide.begin = std::min(wide.begin, *start);
    return wide;
  }
  const std::size_t limit = wide.end;
  for (const std::size_t start : starts) {
    const bool most_is_left = 3 * (start - std::min(start, wide.begin)) >= 2 * words;
    if (start >= shown.end && start <= limit && most_is_left) wide.end = start;
  }
  return wide;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

std::size_t back_to_code_point(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues_code_point(text[at])) --at;
  return at;
}

/// The bytes of a range of tokens with the punctuation that clings to its ends, of bounded size.
Span bytes_of(Range range, std::size_t must_show, std::string_view body,
              const std::vector<Token>& tokens) {
  std::size_t begin = 0;
  if (range.begin > 0) {
    begin = tokens[range.begin].bytes.begin;
    const std::size_t stop = tokens[range.begin - 1].bytes.end;
    while (begin > stop && !is_space(body[begin - 1])) --begin;
  }
  std::size_t end = body.size();
  if (range.end < tokens.size()) {
    end = tokens[range.end - 1].bytes.end;
    while (end < tokens[range.end].bytes.begin && !is_space(body[end])) ++end;
  }
  if (must_show - begin > kMaxBytes / 2) begin = must_show;
  if (end - begin > kMaxBytes) end = back_to_code_point(body, begin + kMaxBytes);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Byte spans of occurrences; those that overlap become one.
std::vector<Span> spans_of(const std::vector<Occurrence>& found, const std::vector<Token>& tokens) {
  std::vector<Span> spans;
  for (const Occurrence& occurrence : found) {
    const Span span{tokens[occurrence.first].bytes.begin, tokens[occurrence.last].bytes.end};
    if (!spans.empty() && span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

/// The bytes as one line: runs of white space are one space. `marks` are spans of the body.
Snippet cut_out(std::string_view body, Span bytes, const std::vector<Span>& marks) {
  Snippet snippet;
  if (bytes.begin > 0) snippet.text = "… ";
  const std::size_t margin = snippet.text.size();
  std::vector<std::uint32_t> at;  // where each byte of the piece went
  bool space_due = false;
  for (const char c : bytes.of(body)) {
    if (is_space(c)) {
      space_due = true;
    } else {
      if (space_due && snippet.text.size() > margin) snippet.text += ' ';
      space_due = false;
    }
    at.push_back(static_cast<std::uint32_t>(snippet.text.size()));
    if (!is_space(c)) snippet.text += c;
  }
  at.push_back(static_cast<std::uint32_t>(snippet.text.size()));

  for (const Span& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, bytes.begin);
    const std::uint32_t end = std::min(mark.end, bytes.end);
    if (begin < end) snippet.marks.push_back({at[begin - bytes.begin], at[end - bytes.begin]});
  }
  const std::string_view rest = body.substr(bytes.end);
  if (!std::all_of(rest.begin(), rest.end(), is_space)) snippet.text += " …";
  return snippet;
}

}  // namespace

SnippetMaker::SnippetMaker(Marks marks, std::size_t words)
    : marks_(std::move(marks)), words_(words) {}

Snippet SnippetMaker::passage(std::string_view body) {
  analyzer_.analyze(body, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  if (tokens.empty()) {
    const std::size_t end = back_to_code_point(body, std::min(body.size(), kMaxBytes));
    return cut_out(body, {0, static_cast<std::uint32_t>(end)}, {});
  }
  const auto found = find_occurrences(marks_, tokens);
  const Range shown = best_window(found, marks_.size(), words_);
  const Range wide = widen(shown, body, tokens, words_, sentences_);
  const std::size_t must_show = found.empty() ? 0 : tokens[shown.begin].bytes.begin;
  return cut_out(body, bytes_of(wide, must_show, body, tokens), spans_of(found, tokens));
}

std::vector<Span> SnippetMaker::marks_in(std::string_view text) {
  analyzer_.analyze(text, tokens_);
  return spans_of(find_occurrences(marks_, tokens_.tokens()), tokens_.tokens());
}

}  // namespace morgue
