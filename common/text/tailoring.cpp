// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/tailoring.h"

#include <algorithm>
#include <iterator>
#include <string>

#include <unicode/uchar.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

/// What may stand before an apostrophe and is a word of its own there: the elided articles,
/// pronouns and conjunctions of French, Italian and Catalan. Sorted.
constexpr std::string_view kElided[] = {
    "all", "bell", "c",      "coll", "d",     "dall",  "dell",   "j", "jusqu", "l", "lorsqu", "m",
    "n",   "nell", "puisqu", "qu",   "quell", "quest", "quoiqu", "s", "sull",  "t", "un",
};
static_assert(std::is_sorted(std::begin(kElided), std::end(kElided)));
constexpr std::size_t kLongestElided = 6;
/// All that fold() reads as an apostrophe.
constexpr std::string_view kApostrophes[] = {"'", "\u2019", "\u2018", "\u02BB", "\u02BC", "\uFF07"};
constexpr std::size_t kLongestRun = 3;  // of an ampersand's two sides

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

UChar32 first_code_point(std::string_view text) {
  return text.empty() ? 0 : code_point_at(text, 0);
}

/// The last code point, which is taken off. Precondition: not empty.
UChar32 take_last(std::string_view& text) {
  std::size_t i = text.size();
  const UChar32 c = previous_code_point(text, i);
  text = text.substr(0, i);
  return c;
}

/// Whether a byte may be of an apostrophe; most are told apart by it at once.
bool is_apostrophe_byte(char c) { return c == '\'' || static_cast<unsigned char>(c) >= 0x80; }

/// The length of the apostrophe that `text` begins with; 0 when it does not.
std::uint32_t leading_apostrophe(std::string_view text) {
  for (const std::string_view apostrophe : kApostrophes) {
    if (text.starts_with(apostrophe)) return static_cast<std::uint32_t>(apostrophe.size());
  }
  return 0;
}

bool is_elided(std::string_view word) {
  if (word.empty() || word.size() > kLongestElided) return false;
  std::string folded(word);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  return std::binary_search(std::begin(kElided), std::end(kElided), std::string_view(folded));
}

/// Whether at least two letters stand at the front.
bool begins_with_two_letters(std::string_view text) {
  if (!u_isalpha(first_code_point(text))) return false;
  return u_isalpha(first_code_point(text.substr(utf8_length(text[0]))));
}

bool is_opening(UChar32 c) {
  constexpr std::string_view kAscii = "\"'<";
  constexpr UChar32 kInvertedExclamation = 0xA1;
  constexpr UChar32 kInvertedQuestion = 0xBF;
  if (c < 0x80 && kAscii.find(static_cast<char>(c)) != std::string_view::npos) return true;
  return c == kInvertedExclamation || c == kInvertedQuestion ||
         (U_GET_GC_MASK(c) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}

/// What stands before the ending "'s"; empty when there is no such ending.
std::string_view before_possessive(std::string_view word) {
  if (word.size() < 3 || lower(word.back()) != 's') return {};
  word.remove_suffix(1);
  if (!is_apostrophe_byte(word.back())) return {};
  for (const std::string_view apostrophe : kApostrophes) {
    if (word.ends_with(apostrophe)) return word.substr(0, word.size() - apostrophe.size());
  }
  return {};
}

/// Whether a word holds more than letters and apostrophes, so that no stemmer takes its ending off.
bool has_other_than_letters(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '\'' && !u_isalpha(c);
  });
}

bool begins_with_www(std::string_view word) {
  return word.size() > 4 && lower(word[0]) == 'w' && lower(word[1]) == 'w' &&
         lower(word[2]) == 'w' && word[3] == '.';
}

/// One chunk on its way from raw to tailored words.
class Tailor {
 public:
  Tailor(std::string_view text, Span chunk, const std::vector<Span>& raw, std::vector<Word>& words)
      : text_(text), chunk_(chunk), raw_(raw), words_(words), first_(words.size()) {}

  void run() {
    for (std::size_t k = 0; k < raw_.size(); ++k) {
      const char before = char_before(raw_[k]);
      if (before == '@' && join_email(k)) continue;
      if (before == '&' && join_ampersand(k)) continue;
      const std::size_t first_part = words_.size();
      add_parts(raw_[k]);
      if (before == '#' || before == '@') mark(words_[first_part]);
      extend(k);
    }
  }

 private:
  char char_before(Span word) const {
    return word.begin > chunk_.begin ? text_[word.begin - 1] : ' ';
  }
  char char_at(std::uint32_t i) const { return i < chunk_.end ? text_[i] : ' '; }
  bool has_words() const { return words_.size() > first_; }

  /// Adds a raw word, split where it must be.
  void add_parts(Span raw) {
    Span part{raw.begin, raw.begin};
    while (part.end < raw.end) {
      if (part.size() == 0 && begins_with_www(Span{part.begin, raw.end}.of(text_))) {
        words_.push_back({{part.begin, raw.end}, BareForm::WithoutWww});
        return;
      }
      const std::uint32_t parting = parting_at(part, raw.end);
      if (parting == 0) {
        ++part.end;
        continue;
      }
      words_.push_back({part});
      part.begin = part.end += parting;
    }
    const std::string_view owner = before_possessive(part.of(text_));
    const bool bare = !owner.empty() && has_other_than_letters(owner);
    words_.push_back({part, bare ? BareForm::WithoutPossessive : BareForm::None});
  }

  /// How many bytes after the part of a raw word only part it from the next; 0 if it goes on.
  std::uint32_t parting_at(Span part, std::uint32_t end) const {
    const char c = text_[part.end];
    if (c == '.') return is_lost_space(part.begin, part.end, end) ? 1 : 0;
    if (!is_apostrophe_byte(c) || !is_elided(part.of(text_))) return 0;
    const std::uint32_t length = leading_apostrophe(Span{part.end, end}.of(text_));
    if (length == 0 || !begins_with_two_letters(Span{part.end + length, end}.of(text_))) return 0;
    return length;
  }

  /// Whether the full stop at `dot` ends a sentence whose space was lost: "tomorrow.The".
  bool is_lost_space(std::uint32_t begin, std::uint32_t dot, std::uint32_t end) const {
    std::string_view before = Span{begin, dot}.of(text_);
    if (before.empty() || !u_islower(take_last(before))) return false;
    if (before.empty() || !u_islower(take_last(before))) return false;
    return u_isupper(first_code_point(Span{dot + 1, end}.of(text_)));
  }

  /// Joins raw word k, which follows an "@", with the words of the address around it. Skips the raw
  /// words it took.
  bool join_email(std::size_t& k) {
    const std::uint32_t at = raw_[k].begin - 1;
    if (!has_words() || words_.back().span.end != at) return false;
    std::size_t last = k;
    while (last + 1 < raw_.size() && raw_[last + 1].begin == raw_[last].end + 1 &&
           is_one_of(text_[raw_[last].end], "-.")) {
      ++last;
    }
    std::string_view host = Span{at + 1, raw_[last].end}.of(text_);
    if (host.find('.') == std::string_view::npos || !u_isalpha(take_last(host))) return false;
    std::uint32_t begin = words_.back().span.begin;
    words_.pop_back();
    while (has_words() && words_.back().span.end + 1 == begin &&
           is_one_of(text_[begin - 1], "-.+%'")) {
      begin = words_.back().span.begin;
      words_.pop_back();
    }
    words_.push_back({{begin, raw_[last].end}, BareForm::AfterAt});
    k = last;
    return true;
  }

  /// Joins raw word k, which follows an "&", with the word before it.
  bool join_ampersand(std::size_t k) {
    if (k == 0 || !has_words() || raw_[k - 1].end + 1 != raw_[k].begin) return false;
    Word& before = words_.back();
    if (before.span.end != raw_[k - 1].end) return false;
    const std::string_view right = raw_[k].of(text_);
    const std::string_view owner = before_possessive(right);
    const Run left_run = run_of(raw_[k - 1].of(text_));
    const Run right_run = run_of(owner.empty() ? right : owner);
    if (!left_run.is_short || !right_run.is_short) return false;
    if (!left_run.has_letter && !right_run.has_letter) return false;
    before.span.end = raw_[k].end;
    if (!owner.empty() && before.bare == BareForm::None) before.bare = BareForm::WithoutPossessive;
    return true;
  }

  struct Run {
    bool is_short = false;
    bool has_letter = false;
  };

  /// One side of an ampersand: is it no more than a few cased letters and digits?
  static Run run_of(std::string_view word) {
    Run run;
    for (std::size_t count = 0; !word.empty(); ++count) {
      const UChar32 c = take_last(word);
      const bool letter = u_hasBinaryProperty(c, UCHAR_CASED);
      if (count == kLongestRun || (!letter && !u_isdigit(c))) return {};
      run.has_letter = run.has_letter || letter;
      run.is_short = true;
    }
    return run;
  }

  /// Takes in the "#" or "@" before a word where it is a mark.
  void mark(Word& word) {
    const std::uint32_t sign = word.span.begin - 1;
    std::string_view before = Span{chunk_.begin, sign}.of(text_);
    if (!before.empty() && before != "." && !is_opening(take_last(before))) return;
    word = {{sign, word.span.end}, BareForm::WithoutMark};
  }

  /// Takes in the "++" or "#" that follows raw word k.
  void extend(std::size_t k) {
    Word& word = words_.back();
    const std::uint32_t end = word.span.end;
    const char after = char_at(end);
    if (after == '+') {
      std::string_view letters = word.span.of(text_);
      if (char_at(end + 1) == '+' && char_at(end + 2) != '+' && u_isalpha(take_last(letters))) {
        word.span.end += 2;
      }
    } else if (after == '#') {
      const bool word_follows = k + 1 < raw_.size() && raw_[k + 1].begin == end + 1;
      if (raw_[k].size() == 1 && u_isalpha(text_[raw_[k].begin]) && !word_follows) ++word.span.end;
    }
  }

  static bool is_one_of(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
  }

  std::string_view text_;
  Span chunk_;
  const std::vector<Span>& raw_;
  std::vector<Word>& words_;
  std::size_t first_;  // words before it belong to earlier chunks
};

}  // namespace

void tailor(std::string_view text, Span chunk, const std::vector<Span>& raw,
            std::vector<Word>& words) {
  Tailor(text, chunk, raw, words).run();
}

std::string_view bare_part(std::string_view folded, BareForm form) {
  switch (form) {
    case BareForm::None:
      return {};
    case BareForm::WithoutMark:
      return folded.substr(1);
    case BareForm::AfterAt:
      return folded.substr(folded.rfind('@') + 1);
    case BareForm::WithoutWww:
      return folded.substr(4);
    case BareForm::WithoutPossessive:
      return folded.substr(0, folded.size() - 2);
  }
  return {};
}

}  // namespace morgue
