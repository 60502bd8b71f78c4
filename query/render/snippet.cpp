// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/snippet.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace morgue {
namespace {

/// A passage is cut at this size even if its words are longer, as in a body without spaces.
constexpr std::size_t kMaxBytes = 1200;

/// Tokens [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Matches that lie inside the text, in the order of their first words.
std::vector<ShownMatch> sorted_inside(const std::vector<ShownMatch>& matches, std::size_t tokens) {
  std::vector<ShownMatch> inside;
  for (const ShownMatch& match : matches) {
    if (match.run.last < tokens) inside.push_back(match);
  }
  std::stable_sort(inside.begin(), inside.end(), [](const ShownMatch& a, const ShownMatch& b) {
    return a.run.first < b.run.first;
  });
  return inside;
}

/// The tokens from the first to the last match of the best window of `words` tokens. `found` is
/// sorted.
Range best_window(const std::vector<ShownMatch>& found, std::size_t words) {
  std::map<std::size_t, std::size_t> held;  // matches of each clause inside the window
  std::size_t right = 0;                    // matches [left, right) are inside
  std::pair<std::size_t, std::size_t> best_score{0, 0};
  Range best;
  for (std::size_t left = 0; left < found.size(); ++left) {
    while (right < found.size() &&
           (right == left || found[right].run.last - found[left].run.first < words)) {
      ++held[found[right].clause];
      ++right;
    }
    const std::pair<std::size_t, std::size_t> score{held.size(), right - left};
    if (score > best_score) {
      best_score = score;
      best = {found[left].run.first, 0};
      for (std::size_t i = left; i < right; ++i) {
        best.end = std::max<std::size_t>(best.end, found[i].run.last + 1);
      }
    }
    if (--held[found[left].clause] == 0) held.erase(found[left].clause);
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
    while (begin > stop && !is_ascii_space(body[begin - 1])) --begin;
  }
  std::size_t end = body.size();
  if (range.end < tokens.size()) {
    end = tokens[range.end - 1].bytes.end;
    while (end < tokens[range.end].bytes.begin && !is_ascii_space(body[end])) ++end;
  }
  if (must_show - begin > kMaxBytes / 2) begin = must_show;
  if (end - begin > kMaxBytes) end = back_to_code_point(body, begin + kMaxBytes);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Byte spans of the parts; those that overlap become one.
std::vector<Span> spans_of(const std::vector<ShownMatch>& found, const std::vector<Token>& tokens) {
  std::vector<WordRange> parts;
  for (const ShownMatch& match : found) {
    parts.insert(parts.end(), match.parts.begin(), match.parts.end());
  }
  std::sort(parts.begin(), parts.end(),
            [](const WordRange& a, const WordRange& b) { return a.first < b.first; });
  std::vector<Span> spans;
  for (const WordRange& part : parts) {
    const Span span{tokens[part.first].bytes.begin, tokens[part.last].bytes.end};
    if (!spans.empty() && span.begin < spans.back().end) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

bool only_spaces(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_ascii_space);
}

/// Appends the bytes as one line: runs of white space are one space. `marks` are spans of the body.
void append_piece(std::string_view body, Span bytes, const std::vector<Span>& marks,
                  Snippet& snippet) {
  const std::size_t margin = snippet.text.size();
  std::vector<std::uint32_t> at;  // where each byte of the piece went
  bool space_due = false;
  for (const char c : bytes.of(body)) {
    if (is_ascii_space(c)) {
      space_due = true;
    } else {
      if (space_due && snippet.text.size() > margin) snippet.text += ' ';
      space_due = false;
    }
    at.push_back(static_cast<std::uint32_t>(snippet.text.size()));
    if (!is_ascii_space(c)) snippet.text += c;
  }
  at.push_back(static_cast<std::uint32_t>(snippet.text.size()));
  for (const Span& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, bytes.begin);
    const std::uint32_t end = std::min(mark.end, bytes.end);
    if (begin < end) snippet.marks.push_back({at[begin - bytes.begin], at[end - bytes.begin]});
  }
}

/// Pieces of the body in its order, with "…" where it goes on between them.
Snippet cut_out(std::string_view body, std::vector<Span> pieces, const std::vector<Span>& marks) {
  std::sort(pieces.begin(), pieces.end(), [](Span a, Span b) { return a.begin < b.begin; });
  Snippet snippet;
  std::uint32_t shown = 0;  // bytes of the body up to the end of the last piece
  for (Span piece : pieces) {
    piece.begin = std::max(piece.begin, shown);
    if (piece.begin >= piece.end) continue;
    if (piece.begin > shown || shown > 0) {
      const bool gap = !only_spaces(body.substr(shown, piece.begin - shown));
      if (!snippet.text.empty()) snippet.text += ' ';
      if (gap) snippet.text += "… ";
    }
    append_piece(body, piece, marks, snippet);
    shown = piece.end;
  }
  if (!only_spaces(body.substr(shown))) snippet.text += " …";
  return snippet;
}

/// A body without its boilerplate.
class Remainder {
 public:
  Remainder(std::string_view body, const std::vector<Token>& tokens,
            const std::vector<Span>& boilerplate) {
    std::uint32_t begin = 0;
    for (const Span& span : boilerplate) {
      text_ += body.substr(begin, span.begin - begin);
      begin = span.end;
    }
    text_ += body.substr(begin);
    auto span = boilerplate.begin();
    for (const Token& token : tokens) {
      while (span != boilerplate.end() && span->end <= token.bytes.begin) ++span;
      const bool left_out = span != boilerplate.end() && span->begin <= token.bytes.begin;
      left_.push_back(left_.back() + (left_out ? 0 : 1));
    }
  }

  const std::string& text() const { return text_; }

  /// Those whose words are all left, by the numbers that these have now.
  std::vector<ShownMatch> moved(std::vector<ShownMatch> matches) const {
    std::erase_if(matches, [&](const ShownMatch& match) {
      return match.run.last + 1 >= left_.size() || !is_left(match.run) ||
             !std::all_of(match.parts.begin(), match.parts.end(),
                          [&](const WordRange& part) { return is_left(part); });
    });
    for (ShownMatch& match : matches) {
      match.run = moved(match.run);
      for (WordRange& part : match.parts) part = moved(part);
    }
    return matches;
  }

 private:
  /// Its first and its last word.
  bool is_left(const WordRange& words) const {
    return left_[words.first] < left_[words.first + 1] && left_[words.last] < left_[words.last + 1];
  }
  WordRange moved(const WordRange& words) const { return {left_[words.first], left_[words.last]}; }

  std::string text_;
  std::vector<std::uint32_t> left_{0};  ///< by word: how many of those before it are left
};

}  // namespace

Snippet SnippetMaker::passage(std::string_view body, const std::vector<ShownMatch>& matches) {
  analyzer_.analyze(body, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  if (tokens.empty()) {
    const std::size_t end = back_to_code_point(body, std::min(body.size(), kMaxBytes));
    return cut_out(body, {{0, static_cast<std::uint32_t>(end)}}, {});
  }
  auto found = sorted_inside(matches, tokens.size());
  const std::vector<Span> marks = spans_of(found, tokens);
  std::vector<Span> pieces;
  do {
    const Range shown = best_window(found, words_);
    const Range wide = widen(shown, body, tokens, words_, sentences_);
    const std::size_t must_show = found.empty() ? 0 : tokens[shown.begin].bytes.begin;
    pieces.push_back(bytes_of(wide, must_show, body, tokens));
    const auto is_shown = [&](const ShownMatch& match) {
      return match.run.first < wide.end && match.run.last >= wide.begin;
    };
    found.erase(std::remove_if(found.begin(), found.end(), is_shown), found.end());
  } while (!found.empty() && pieces.size() < passages_);
  return cut_out(body, std::move(pieces), marks);
}

Snippet SnippetMaker::passage(const Hit& hit) {
  if (hit.boilerplate.empty()) return passage(hit.article.body, hit.in_body);
  analyzer_.analyze(hit.article.body, tokens_);
  const Remainder left(hit.article.body, tokens_.tokens(), hit.boilerplate);
  return passage(left.text(), left.moved(hit.in_body));
}

std::vector<Span> SnippetMaker::marks_in(std::string_view text,
                                         const std::vector<ShownMatch>& matches) {
  if (matches.empty()) return {};
  analyzer_.analyze(text, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  return spans_of(sorted_inside(matches, tokens.size()), tokens);
}

}  // namespace morgue
