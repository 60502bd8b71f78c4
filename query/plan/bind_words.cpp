// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/bind_words.h"

#include <algorithm>
#include <utility>

#include "common/text/fold.h"

namespace morgue {
namespace {

using Words = Result<bound::Phrase, QueryError>;

constexpr unsigned kComparesLetters = bound::kAsTyped | bound::kSameCase | bound::kSameAccents;

constexpr const char* kSignsAreNotIndexed =
    "search for words or numbers; signs alone are not indexed";

/// The letters of a regular expression in their folded form; what a backslash begins is kept.
std::string fold_regex(const std::string& pattern) {
  std::string folded;
  std::string letters;
  const auto flush = [&] { folded += fold(std::exchange(letters, {})); };
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '\\') {
      letters += pattern[i];
      continue;
    }
    flush();
    const bool named = i + 2 < pattern.size() && pattern[i + 2] == '{';  // \p{Lu}
    const std::size_t close = named ? pattern.find('}', i) : i + 1;
    const std::size_t last = std::min(close, pattern.size() - 1);
    folded.append(pattern, i, last - i + 1);
    i = last;
  }
  flush();
  return folded;
}

}  // namespace

std::optional<std::string> WordBinder::plain_text(const ast::Phrase& phrase) {
  std::string text;
  for (const ast::Phrase::Part& part : phrase.parts) {
    const auto* word = std::get_if<ast::Word>(&part);
    if (word == nullptr) return std::nullopt;
    text += (text.empty() ? "" : " ") + word->text;
  }
  return text;
}

Words WordBinder::bind(const ast::Word& word, Span span, unsigned written, bool stems) {
  bound::Phrase phrase;
  phrase.span = span;
  if (word.exact) written |= bound::kAsTyped;
  add_words(word.text, span, written, phrase);
  if (phrase.places.empty()) {
    return QueryError{"Q120", span, "nothing to search for in \"" + word.text + "\"",
                      kSignsAreNotIndexed};
  }
  const bool stemmed = stems && phrase.places.size() == 1 && (written & kComparesLetters) == 0;
  if (stemmed) phrase.places.front().front().kind = bound::Leaf::Kind::Stemmed;
  return phrase;
}

Words WordBinder::bind(const ast::Wildcard& wildcard, Span span, unsigned written, bool) {
  bound::Leaf leaf;
  leaf.kind = bound::Leaf::Kind::Pattern;
  leaf.text = fold(wildcard.pattern);
  return one_pattern(std::move(leaf), span, written);
}

Words WordBinder::bind(const ast::Fuzzy& fuzzy, Span span, unsigned written, bool) {
  analyzer_.analyze(fuzzy.text, tokens_);
  if (tokens_.tokens().size() != 1) {
    return QueryError{"Q128", span, "~ takes a single word; this is none: " + fuzzy.text,
                      "write each word by itself: war~1 talks~1"};
  }
  bound::Leaf leaf;
  leaf.kind = bound::Leaf::Kind::Similar;
  leaf.text = std::string(tokens_.tokens().front().folded);
  leaf.distance = fuzzy.distance;
  return one_pattern(std::move(leaf), span, written);
}

Words WordBinder::bind(const ast::Regex& regex, Span span, unsigned written, bool) {
  bound::Leaf leaf;
  leaf.kind = bound::Leaf::Kind::Regex;
  leaf.text = fold_regex(regex.pattern);
  return one_pattern(std::move(leaf), span, written);
}

Words WordBinder::one_pattern(bound::Leaf leaf, Span span, unsigned written) {
  if ((written & bound::kAsTyped) != 0) {
    return QueryError{"Q118", span, "an exact word cannot hold a wildcard",
                      "take it out of EXACT(…), or write the word itself"};
  }
  leaf.written = written & ~kComparesLetters;  // a pattern has no letters to compare with
  leaf.span = span;
  bound::Phrase phrase;
  phrase.span = span;
  phrase.places.push_back({std::move(leaf)});
  return phrase;
}

Words WordBinder::bind(const ast::Phrase& phrase, Span span, unsigned written, bool) {
  bound::Phrase out;
  out.span = span;
  out.slop = phrase.slop;
  if (phrase.exact) written |= bound::kAsTyped;
  for (const ast::Phrase::Part& part : phrase.parts) {
    if (auto error = add_part(part, span, written, out)) return *std::move(error);
  }
  const bool no_word = std::all_of(out.places.begin(), out.places.end(),
                                   [](const bound::Place& place) { return place.empty(); });
  if (no_word)
    return QueryError{"Q120", span, "there is no word in these quotes", kSignsAreNotIndexed};
  return out;
}

std::optional<QueryError> WordBinder::add_part(const ast::Phrase::Part& part, Span span,
                                               unsigned written, bound::Phrase& out) {
  if (const auto* word = std::get_if<ast::Word>(&part)) {
    add_words(word->text, span, written, out);
  } else if (const auto* wildcard = std::get_if<ast::Wildcard>(&part)) {
    auto pattern = bind(*wildcard, span, written, false);
    if (!pattern) return pattern.error();
    out.places.push_back(std::move(pattern->places.front()));
  } else if (const auto* one = std::get_if<ast::OneOf>(&part)) {
    bound::Place place;
    for (const std::string& alternative : one->words) {
      bound::Phrase single;
      add_words(alternative, span, written, single);
      if (single.places.size() != 1) {
        return QueryError{"Q126", span, "not a single word: " + alternative,
                          "write the phrases out with OR between them"};
      }
      place.push_back(std::move(single.places.front().front()));
    }
    out.places.push_back(std::move(place));
  } else {
    out.places.emplace_back();
  }
  return std::nullopt;
}

/// A place for each token.
void WordBinder::add_words(const std::string& text, Span span, unsigned written,
                           bound::Phrase& out) {
  analyzer_.analyze(text, tokens_);
  for (const Token& token : tokens_.tokens()) {
    bound::Leaf leaf;
    leaf.text = std::string(token.folded);
    leaf.written = written;
    leaf.exact = std::string(token.exact);
    leaf.span = span;
    out.places.push_back({std::move(leaf)});
  }
}

}  // namespace morgue
