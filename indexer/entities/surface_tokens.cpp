// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/surface_tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "common/text/code_point.h"
#include "common/text/letters.h"

namespace morgue {
namespace {

// In small letters: what keeps its full stop.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"adm",  "ala",  "apr",  "ariz", "ark",  "assn", "aug",    "ave",  "bros", "calif", "capt",
     "cmdr", "co",   "col",  "colo", "conn", "corp", "cos",    "dec",  "del",  "dept",  "dr",
     "dra",  "dña",  "feb",  "fla",  "ft",   "ga",   "gen",    "gob",  "gov",  "hon",   "ill",
     "inc",  "ind",  "ing",  "jan",  "jr",   "jul",  "jun",    "kan",  "ky",   "la",    "lic",
     "lt",   "ltd",  "maj",  "mar",  "mass", "md",   "messrs", "mich", "minn", "miss",  "mo",
     "mont", "mr",   "mrs",  "ms",   "mt",   "neb",  "nev",    "no",   "nov",  "oct",   "okla",
     "ore",  "pa",   "penn", "pres", "prof", "rep",  "reps",   "rev",  "sen",  "sens",  "sep",
     "sept", "sgt",  "sr",   "sra",  "srta", "st",   "sta",    "sto",  "ste",  "supt",  "tenn",
     "tex",  "univ", "va",   "vol",  "vs",   "vt",   "wash",   "wis",  "wyo"});

// Those that stand before a name and never end a sentence there.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"adm", "capt", "cmdr", "col", "dr",   "dra", "dña",    "ft",   "gen", "gob",
     "gov", "hon",  "ing",  "lic", "lt",   "maj", "messrs", "mr",   "mrs", "ms",
     "mt",  "no",   "prof", "rep", "reps", "rev", "sen",    "sens", "sgt", "sr",
     "sra", "srta", "st",   "sta", "ste",  "sto", "supt",   "vs"});

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// "'", or a typographic one; its length in bytes, 0 for anything else.
std::uint32_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at, 3) == "\xE2\x80\x99" ? 3 : 0;
}

bool is_capital(std::string_view text, std::size_t at) {
  return at < text.size() && kind_of_letter(code_point_at(text, at)) == LetterKind::Capital;
}

/// Whether lines are broken where they are full and not where they end: nearly all lines that a
/// line follows, but for the last ones of paragraphs, are about as long as the longest.
bool is_hard_wrapped(std::string_view text) {
  constexpr std::size_t kWidest = 100;
  constexpr std::size_t kNarrowest = 40;
  constexpr std::size_t kEnoughLines = 3;
  std::vector<std::size_t> lengths;
  std::size_t longest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool followed = end + 1 < text.size() && !is_space(text[end + 1]) && end > begin;
    if (end - begin > kWidest) return false;
    longest = std::max(longest, end - begin);
    if (followed) lengths.push_back(end - begin);
    begin = end + 1;
  }
  if (lengths.size() < kEnoughLines || longest < kNarrowest) return false;
  const auto full = std::count_if(lengths.begin(), lengths.end(),
                                  [&](std::size_t length) { return length * 4 >= longest * 3; });
  return static_cast<std::size_t>(full) * 10 >= lengths.size() * 8;
}

class SurfaceMaker {
 public:
  SurfaceMaker(std::string_view text, const TokenList& words, SurfaceText& out)
      : text_(text), words_(words.tokens()), out_(out), wrapped_(is_hard_wrapped(text)) {
    for (const std::uint32_t start : words.sentence_starts()) {
      if (start < words_.size()) breaks_.push_back(before_opening_marks(words_[start].bytes.begin));
    }
    out_.text = text;
    out_.tokens.clear();
    out_.sentence_starts.clear();
  }

  void run() {
    std::size_t at = 0;
    for (std::size_t i = 0; i < words_.size();) {
      add_marks(at, words_[i].bytes.begin);
      std::size_t last = i;
      while (last + 1 < words_.size() &&
             is_joined(words_[last].bytes.end, words_[last + 1].bytes.begin)) {
        ++last;
      }
      at = std::max<std::size_t>(at, words_[i].bytes.begin);
      at = add_word(at, words_[last].bytes.end);
      i = last + 1;
    }
    add_marks(at, text_.size());
  }

 private:
  /// Where the marks begin that open a sentence and touch its first word: "¿", "(", quotation
  /// marks.
  std::size_t before_opening_marks(std::size_t begin) const {
    for (bool opened = true; opened;) {
      opened = false;
      for (const std::string_view mark :
           {"\"", "'", "(", "[", "\u00BF", "\u00A1", "\u00AB", "\u201C", "\u2018"}) {
        if (!text_.substr(0, begin).ends_with(mark)) continue;
        begin -= mark.size();
        opened = true;
      }
    }
    return begin;
  }

  /// Whether what stands between two words makes them one token: "U.S.-based", "l'Oréal".
  bool is_joined(std::size_t end, std::size_t begin) const {
    if (begin < end) return false;
    std::string_view between = text_.substr(end, begin - end);
    if (between.starts_with('.') && between.size() > 1) between.remove_prefix(1);  // "U.S."
    return between.empty() || between == "-" || between == "&" || between == "'" ||
           between == "\xE2\x80\x99" || between == "\xE2\x80\x91" || between == "_";
  }

  /// Adds the token or tokens of a word; returns where they end, which may be a mark later.
  std::size_t add_word(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    const std::size_t stop = with_full_stop(word, begin, end);
    if (stop > end) {
      add(begin, stop);
      return stop;
    }
    if (word.size() > 3 && word.ends_with("n't")) {
      add(begin, end - 3);
      add(end - 3, end);
      return end;
    }
    for (const std::string_view clitic :
         {"s", "S", "re", "ve", "ll", "d", "m", "RE", "VE", "LL", "D", "M"}) {
      for (const std::string_view mark : {"'", "\xE2\x80\x99"}) {
        const std::size_t length = clitic.size() + mark.size();
        if (word.size() <= length || !word.ends_with(clitic)) continue;
        if (word.substr(word.size() - length, mark.size()) != mark) continue;
        add(begin, end - length);
        add(end - length, end);
        return end;
      }
    }
    add(begin, end);
    return end;
  }

  /// Where the word ends when it takes the full stop behind it; else `end`.
  std::size_t with_full_stop(std::string_view word, std::size_t, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '.') return end;
    const std::size_t length = utf8_length(word[0]);
    const bool initial = word.size() == length && is_capital(word, 0);
    const bool dotted = word.find('.') != word.npos &&
                        word.find_first_of("0123456789@/") == word.npos && word.size() <= 8;
    if (initial || dotted) return end + 1;
    const bool more = text_.find_first_not_of(" \n\t\r", end + 1) != text_.npos;
    return more && word.size() <= 6 && contains(kAbbreviations, with_small_letters(word)) ? end + 1
                                                                                          : end;
  }

  /// The marks between two words.
  void add_marks(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      if (is_space(text_[at])) {
        if (text_[at] == '\n' && !wrapped_) line_ended_ = true;
        ++at;
        continue;
      }
      const std::uint32_t apostrophe = apostrophe_at(text_, at);
      if (apostrophe > 0 && at + apostrophe == end && is_clitic_after(end)) {
        pending_apostrophe_ = at;  // "Mexico 's": the word that follows takes it
        return;
      }
      std::size_t next = at + utf8_length(text_[at]);
      const bool runs =
          text_[at] == '.' || text_[at] == '-' || text_[at] == '\'' || text_[at] == '`';
      while (runs && next < end && text_[next] == text_[at]) ++next;
      if (!is_white(at)) add(at, next);
      at = next;
    }
  }

  /// White space that is not ASCII.
  bool is_white(std::size_t at) const {
    const std::int32_t c = code_point_at(text_, at);
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x3000 || c == 0xFEFF;
  }

  bool is_clitic_after(std::size_t at) const {
    for (const std::string_view clitic : {"s", "S", "re", "ve", "ll", "d", "m", "t"}) {
      const std::size_t end = at + clitic.size();
      if (text_.substr(at, clitic.size()) != clitic) continue;
      if (end == text_.size() || is_space(text_[end]) || text_[end] == ',' || text_[end] == '.') {
        return true;
      }
    }
    return false;
  }

  void add(std::size_t begin, std::size_t end) {
    if (pending_apostrophe_ != std::string_view::npos) {
      begin = pending_apostrophe_;
      pending_apostrophe_ = std::string_view::npos;
    }
    bool starts = out_.tokens.empty() || line_ended_;
    while (next_break_ < breaks_.size() && breaks_[next_break_] < end) {
      starts = starts || !joins_sentences(begin);
      ++next_break_;
    }
    line_ended_ = false;
    if (starts) out_.sentence_starts.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
    out_.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  /// Whether the token before, an abbreviation, goes on with the one that begins here.
  bool joins_sentences(std::size_t begin) const {
    if (out_.tokens.empty()) return false;
    const std::string_view before = out_.tokens.back().of(text_);
    if (!before.ends_with('.') || before.size() < 2) return false;
    const std::string_view word = before.substr(0, before.size() - 1);
    const bool initial = word.size() == utf8_length(word[0]);
    if (initial) return true;
    if (contains(kTitles, with_small_letters(word))) return true;
    return word.find('.') != word.npos && !begins_like_a_sentence(begin);
  }

  bool begins_like_a_sentence(std::size_t begin) const {
    for (const std::string_view word :
         {"The ", "A ",   "In ", "But ", "He ", "She ", "It ", "They ", "This ", "That ",
          "On ",  "And ", "At ", "We ",  "I ",  "El ",  "La ", "Los ",  "Las ",  "En "}) {
      if (text_.substr(begin).starts_with(word)) return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& words_;
  SurfaceText& out_;
  bool wrapped_;
  std::vector<std::size_t> breaks_;  // where the analyzer's sentences begin
  std::size_t next_break_ = 0;
  bool line_ended_ = false;
  std::size_t pending_apostrophe_ = std::string_view::npos;
};

}  // namespace

void make_surface_text(std::string_view text, const TokenList& words, SurfaceText& out) {
  SurfaceMaker(text, words, out).run();
}

}  // namespace morgue
