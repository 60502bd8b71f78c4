// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/word_finder.h"

#include <algorithm>
#include <cassert>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr CharClass kInWord = kLetter | kDigit | kConnector;
constexpr CharClass kCounts = kLetter | kDigit;

/// Whether a joining character stands between two characters that it joins.
bool joins(CharClass before, CharClass joint, CharClass after) {
  return ((joint & kMidLetter) != 0 && (before & after & kLetter) != 0) ||
         ((joint & kMidNumber) != 0 && (before & after & kDigit) != 0);
}

/// Whether a segment is more than punctuation that ICU takes for letters.
bool has_letter_or_digit(std::string_view segment) {
  for (std::size_t i = 0; i < segment.size();) {
    const UChar32 c = next_code_point(segment, i);
    if (u_isUAlphabetic(c) || u_isdigit(c)) return true;
  }
  return false;
}

CharClass class_by_property(UChar32 c) {
  if (u_isUWhiteSpace(c)) return kSpace;
  if (!CharTable::covers(c)) return kHard;
  constexpr std::string_view kSigns = "&+#@";
  if (c < 0x80 && kSigns.find(static_cast<char>(c)) != std::string_view::npos) return kSign;
  if (c == ':') return 0;  // versions of ICU disagree about it and "@"; here they part words
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return u_isUAlphabetic(c) ? kLetter : kHard;
    case U_WB_NUMERIC:
      return u_isdigit(c) ? kDigit : kHard;
    case U_WB_EXTENDNUMLET:
      return kConnector;
    case U_WB_MIDLETTER:
      return kMidLetter;
    case U_WB_MIDNUM:
      return kMidNumber;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return kMidLetter | kMidNumber;
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE:  // matters between Hebrew letters only, and those are hard
      return 0;
    default:
      return kHard;
  }
}

}  // namespace

CharClass word_class(std::int32_t code_point) {
  const CharClass non_ascii = code_point < 0x80 ? 0 : kNonAscii;
  return static_cast<CharClass>(class_by_property(code_point) | non_ascii);
}

void find_simple_words(std::string_view text, const std::vector<CharClass>& classes, Span chunk,
                       std::vector<Span>& words) {
  std::uint32_t i = chunk.begin;
  while (i < chunk.end) {
    if ((classes[i] & kInWord) == 0) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    CharClass seen = 0;
    for (;;) {
      while (i < chunk.end && (classes[i] & kInWord) != 0) {
        seen = static_cast<CharClass>(seen | classes[i++]);
      }
      if (i == chunk.end) break;
      const std::uint32_t next = i + utf8_length(text[i]);
      if (next >= chunk.end || !joins(classes[i - 1], classes[i], classes[next])) break;
      i = next;
    }
    if ((seen & kCounts) != 0) words.push_back({begin, i});
  }
}

struct IcuWordFinder::Impl {
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    assert(U_SUCCESS(status) && "ICU holds the root rules in its own library");
  }
  ~Impl() { utext_close(&utext); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void find(std::string_view text, Span piece, std::vector<Span>& words) {
    const std::string_view segments = piece.of(text);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&utext, segments.data(), static_cast<std::int64_t>(segments.size()), &status);
    iterator->setText(&utext, status);
    assert(U_SUCCESS(status) && "a UTF-8 text can always be opened");
    auto begin = static_cast<std::uint32_t>(iterator->first());
    for (auto end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
      const Span segment{begin, static_cast<std::uint32_t>(end)};
      begin = segment.end;
      if (iterator->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      if (!has_letter_or_digit(segment.of(segments))) continue;
      words.push_back({piece.begin + segment.begin, piece.begin + segment.end});
    }
  }

  std::unique_ptr<icu::BreakIterator> iterator;
  UText utext = UTEXT_INITIALIZER;
};

IcuWordFinder::IcuWordFinder() : impl_(std::make_unique<Impl>()) {}
IcuWordFinder::~IcuWordFinder() = default;
IcuWordFinder::IcuWordFinder(IcuWordFinder&&) noexcept = default;
IcuWordFinder& IcuWordFinder::operator=(IcuWordFinder&&) noexcept = default;

void IcuWordFinder::find(std::string_view text, Span chunk, std::vector<Span>& words) {
  // "@" and ":" part words in every version of ICU when it does not see them.
  while (chunk.begin < chunk.end) {
    const std::size_t parting = chunk.of(text).find_first_of("@:");
    const std::uint32_t end = parting == std::string_view::npos
                                  ? chunk.end
                                  : chunk.begin + static_cast<std::uint32_t>(parting);
    if (end > chunk.begin) impl_->find(text, {chunk.begin, end}, words);
    chunk.begin = end + 1;
  }
}

}  // namespace morgue
