// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/word_book.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/capitals.h"
#include "common/text/code_point.h"
#include "common/text/fold.h"
#include "indexer/entities/names/word_classes.h"

namespace morgue {
namespace {

constexpr std::size_t kMaxWords = 1U << 16;  ///< about 30 MB
constexpr std::uint64_t kHashBase = 0x9E3779B97F4A7C15U;

/// The Arabic article as it is written in front of names, before the letters it sounds like.
constexpr auto kArabicArticles = std::to_array<std::string_view>(
    {"al-", "el-", "as-", "ad-", "an-", "ar-", "at-", "az-", "ash-"});

bool is_ascii_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Marks beyond ASCII that stand in or around names: general punctuation, quotation marks, bullets.
bool is_mark(std::int32_t c) {
  return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x303F) || c >= 0x1F000;
}

/// "J.", "J.D.", "Q", and pairs such as "JD" that nobody could say as a word.
bool looks_like_initials(std::string_view written) {
  const bool dotted = written.size() % 2 == 0 && written.size() <= 6 && written.back() == '.';
  if (!is_ascii(written)) {
    const std::size_t first = utf8_length(written.front());
    return written.size() == first || written.substr(first) == ".";
  }
  if (dotted) {
    for (std::size_t i = 0; i < written.size(); i += 2) {
      if (written[i] < 'A' || written[i] > 'Z' || written[i + 1] != '.') return false;
    }
    return true;
  }
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (written.size() == 1) return is_capital(written[0]);
  return written.size() == 2 && is_capital(written[0]) && is_capital(written[1]) &&
         written.find_first_of("AEIOUY") == std::string_view::npos;
}

std::string letters_in(std::string_view folded) {
  std::string kept;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t begin = i;
    const std::int32_t c = next_code_point(folded, i);
    const bool keeps = c < 0x80 ? is_ascii_letter_or_digit(static_cast<char>(c)) : !is_mark(c);
    if (keeps) kept.append(folded, begin, i - begin);
  }
  return kept;
}

}  // namespace

LettersHash letters_hash(std::string_view letters) {
  LettersHash hash;
  for (const char c : letters) hash.append({static_cast<unsigned char>(c), kHashBase});
  return hash;
}

std::string letters_of(std::string_view utf8) { return letters_in(fold(utf8)); }

WordBook::WordBook(const FirstNames& first_names) : first_names_(&first_names) {}

WordId WordBook::find_or_add(std::string_view written) {
  const auto found = by_writing_.find(written);
  if (found != by_writing_.end()) return found->second;
  const auto id = static_cast<WordId>(words_.size());
  const std::string_view kept = keep(std::string(written));
  words_.push_back(read(kept));
  by_writing_.emplace(kept, id);
  return id;
}

NameWord WordBook::read(std::string_view written) {
  NameWord word;
  word.written = written;
  set_letters(word);
  set_case(word);
  const WordKnowledge known = knowledge_of(word.letters);
  word.classes = known.classes;
  word.office = known.office;
  word.title_gender = known.gender;
  word.name_gender = first_names_->gender_of(word.letters);
  return word;
}

void WordBook::set_letters(NameWord& word) {
  const std::string folded = fold(word.written);
  std::string letters = letters_in(folded);
  word.spelling = word.bare = word.formal = spelling_of(letters);
  word.letters = keep(std::move(letters));
  word.hash = letters_hash(word.letters);
  for (const std::string_view article : kArabicArticles) {
    const bool has_article = word.letters.size() >= article.size() + 1 &&
                             folded.compare(0, article.size(), article) == 0;
    if (has_article) word.bare = word.formal = spelling_of(word.letters.substr(article.size() - 1));
  }
  if (const auto formal = formal_first_name(word.letters); !formal.empty()) {
    word.formal = spelling_of(formal);
  }
}

void WordBook::set_case(NameWord& word) const {
  const Capitals capitals = capitals_of(word.written);
  const std::string_view first = word.written.substr(0, utf8_length(word.written.front()));
  word.capitalised = capitals_of(first).any_capital;
  word.shouted = capitals.any_capital && !capitals.any_small && word.letters.size() > 1;
  word.initials = word.capitalised && looks_like_initials(word.written);
}

SpellingId WordBook::spelling_of(std::string_view letters) {
  const auto found = spellings_.find(letters);
  if (found != spellings_.end()) return found->second;
  const auto id = static_cast<SpellingId>(spellings());
  spellings_.emplace(keep(std::string(letters)), id);
  return id;
}

std::string_view WordBook::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

void WordBook::forget_if_large() {
  if (words_.size() < kMaxWords) return;
  by_writing_.clear();
  spellings_.clear();
  words_.clear();
  texts_.clear();
}

}  // namespace morgue
