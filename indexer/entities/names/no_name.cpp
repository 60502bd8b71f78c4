// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/no_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/entities/names/word_classes.h"

namespace morgue {
namespace {

constexpr std::uint32_t kLongestByline = 14;  ///< in tokens
constexpr std::size_t kBylineSentences = 4;   ///< at the head and at the foot of an article
constexpr std::size_t kMostDistricts = 53;    ///< of a state in Congress

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "D-CA", "R-Texas", "D-Calif.": a party and a state; "IL-14": a state and a district.
bool is_party_code(std::string_view written) {
  const std::size_t hyphen = written.find_first_of("-.");
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= written.size()) return false;
  if (written[hyphen] != '-') return false;
  const WordKnowledge front = knowledge_of(letters_of(written.substr(0, hyphen)));
  const std::string back = letters_of(written.substr(hyphen + 1));
  if ((front.classes & kPartyLetter) != 0 && hyphen == 1) {
    return (knowledge_of(back).classes & kStateCode) != 0;
  }
  const bool district = !back.empty() && back.size() <= 2 &&
                        std::all_of(back.begin(), back.end(), is_digit) &&
                        static_cast<std::size_t>(std::stoi(back)) <= kMostDistricts;
  return district && hyphen == 2 && (front.classes & kStateCode) != 0 &&
         written.substr(0, hyphen) != "MI";
}

/// A party and a state taken apart: "R", "-", "Texas" or "D", "Calif." in brackets.
bool is_party_letter(const TokenView& view, TokenRange tokens) {
  return tokens.size() == 1 && view.written(tokens.first).size() <= 2 &&
         view.word(tokens.first).is(kPartyLetter);
}

bool is_alone(const TokenView& view, TokenRange tokens) {
  const TokenRange line = view.line_of(tokens.first);
  for (std::uint32_t i = line.first; i < line.end; ++i) {
    const bool inside = i >= tokens.first && i < tokens.end;
    if (!inside && !view.is_mark(i)) return false;
  }
  return true;
}

/// An agency's name on a line of its own; of an agency taken for a person, anywhere in brackets.
bool is_sign_off(const TokenView& view, TokenRange tokens, EntityKind kind) {
  if (tokens.size() > 1 || !view.word(tokens.first).is(kAgency)) return false;
  const std::string_view letters = view.word(tokens.first).letters;
  return is_alone(view, tokens) || kind == EntityKind::Person ||
         (letters == "reuter" && tokens.end >= view.sentence().end - 1);
}

/// "By Jane Doe and John Smith, Staff Writers": a short line of names and such words.
bool is_byline(const TokenView& view, TokenRange tokens) {
  const bool near_end = view.sentence_number() < kBylineSentences ||
                        view.sentence_number() + kBylineSentences > view.sentences();
  if (!near_end) return false;
  const TokenRange line = view.line_of(tokens.first);
  if (line.size() > kLongestByline || !view.word(line.first).is(kBylineOpening)) return false;
  for (std::uint32_t i = line.first + 1; i < line.end; ++i) {
    const NameWord& word = view.word(i);
    const bool fits = word.letters.empty() || word.capitalised || word.is(kBylineWord | kParticle);
    if (!fits || word.is(kCalendar)) return false;
  }
  return true;
}

/// A stock's letters behind the name of its firm: "Msa Realty Corp <SSS>".
bool is_ticker(const TokenView& view, TokenRange tokens) {
  const TokenRange sentence = view.sentence();
  return tokens.first > sentence.first && tokens.end < sentence.end &&
         view.written(tokens.first - 1) == "<" && view.written(tokens.end) == ">" &&
         view.word(tokens.first).shouted;
}

/// "TV", "CEO", "DVDs"; "Hon." in a letter's head.
bool is_no_body(const NameWord& word) {
  const auto capitals = std::count_if(word.written.begin(), word.written.end(),
                                      [](char c) { return c >= 'A' && c <= 'Z'; });
  if (word.is(kNoBody) && capitals > 1) return true;
  return word.is(kHonorific) && word.written.ends_with('.');
}

bool has_letter(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    for (const char c : view.word(i).letters) {
      if (!is_digit(c)) return true;
    }
  }
  return false;
}

/// "orJames": words that ran together in the text.
bool is_run_together(std::string_view written) {
  constexpr std::array<std::string_view, 10> kSmallWords{"or", "and", "of",  "by",   "the",
                                                         "in", "to",  "for", "with", "y"};
  const auto capital =
      std::find_if(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capital == written.begin() || capital == written.end()) return false;
  const auto front = written.substr(0, static_cast<std::size_t>(capital - written.begin()));
  return std::find(kSmallWords.begin(), kSmallWords.end(), front) != kSmallWords.end();
}

/// "M. P.", "A. C. T."
bool are_initials(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    const NameWord& word = view.word(i);
    if (!word.letters.empty() && !(word.initials && word.written.ends_with('.'))) return false;
  }
  return true;
}

/// "@POTUS"
bool is_account(const TokenView& view, TokenRange tokens) {
  if (view.written(tokens.first).starts_with('@')) return true;
  return tokens.first > view.sentence().first && view.written(tokens.first - 1) == "@" &&
         view.is_glued(tokens.first);
}

/// "K2-18b", "P. damicornis", "Echinacea Echinacea": of stars, species and plants.
bool is_no_person(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    const std::string_view letters = view.word(i).letters;
    if (std::any_of(letters.begin(), letters.end(), is_digit)) return true;
    if (is_run_together(view.word(i).written)) return true;
  }
  const NameWord& first = view.word(tokens.first);
  const NameWord& last = view.word(tokens.end - 1);
  if (are_initials(view, tokens)) return true;
  if (tokens.size() == 2 && first.letters == last.letters) return true;
  const char front = last.written.front();
  return tokens.size() > 1 && first.capitalised && first.initials && front >= 'a' && front <= 'z' &&
         !last.is(kParticle | kGeneration);
}

}  // namespace

bool is_no_name(const TokenView& view, TokenRange tokens, EntityKind kind, TextPart part) {
  if (!has_letter(view, tokens) || is_account(view, tokens)) return true;
  if (kind == EntityKind::Person && is_no_person(view, tokens)) return true;
  const NameWord& first = view.word(tokens.first);
  if (tokens.size() == 1) {
    const bool person = kind == EntityKind::Person;
    if (person && (first.initials || first.letters.size() == 1)) return true;
    if (person && first.is(kGeneration)) return true;
    if (first.is(kPronoun) && (person || first.letters == "i")) return true;
    if (kind == EntityKind::Organisation && is_no_body(first)) return true;
    if (is_ticker(view, tokens)) return true;
    if (kind != EntityKind::Misc && is_party_code(first.written)) return true;
    if (person && is_party_letter(view, tokens)) return true;
    if (is_sign_off(view, tokens, kind)) return part == TextPart::Body;
  }
  return part == TextPart::Body && is_byline(view, tokens);
}

}  // namespace morgue
