// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentence_rules.h"

#include <algorithm>
#include <cassert>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr CharClass kLower = 1;
constexpr CharClass kUpper = 2;
constexpr CharClass kOtherLetter = 4;
constexpr CharClass kNumeric = 8;
constexpr CharClass kFullStop = 16;    // may be part of an abbreviation or number
constexpr CharClass kTerminator = 32;  // always ends a sentence
constexpr CharClass kClose = 64;
constexpr CharClass kBlank = 128;
constexpr CharClass kContinue = 256;  // a comma and the like
constexpr CharClass kNeedsIcu = 512;

constexpr CharClass kAnyLetter = kLower | kUpper | kOtherLetter;
constexpr CharClass kAnyEnd = kFullStop | kTerminator;

/// The text with each line or paragraph separator as a space of the same length, so that byte
/// positions stay. ICU would end a sentence there.
std::string join_lines(std::string_view utf8) {
  struct Separator {
    std::string_view from;
    std::string_view to;
  };
  constexpr Separator kWide[] = {{"\u0085", "\u00A0"}, {"\u2028", "\u2003"}, {"\u2029", "\u2003"}};
  std::string joined(utf8);
  for (char& c : joined) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  for (const auto& [from, to] : kWide) {
    for (auto at = joined.find(from); at != std::string::npos; at = joined.find(from, at)) {
      joined.replace(at, from.size(), to);
    }
  }
  return joined;
}

}  // namespace

CharClass sentence_class(std::int32_t code_point) {
  if (!CharTable::covers(code_point)) return kNeedsIcu;
  switch (u_getIntPropertyValue(code_point, UCHAR_SENTENCE_BREAK)) {
    case U_SB_OTHER:
      return 0;
    case U_SB_LOWER:
      return kLower;
    case U_SB_UPPER:
      return kUpper;
    case U_SB_OLETTER:
      return kOtherLetter;
    case U_SB_NUMERIC:
      return kNumeric;
    case U_SB_ATERM:
      return kFullStop;
    case U_SB_STERM:
      return kTerminator;
    case U_SB_CLOSE:
      return kClose;
    case U_SB_SP:
    case U_SB_SEP:  // lines do not end sentences here
    case U_SB_CR:
    case U_SB_LF:
      return kBlank;
    case U_SB_SCONTINUE:
      return kContinue;
    default:
      return kNeedsIcu;
  }
}

bool SimpleSentences::find(std::string_view utf8, std::vector<Span>& sentences) {
  sentences.clear();
  table_.classify(utf8, classes_);
  if (std::any_of(classes_.begin(), classes_.end(),
                  [](CharClass c) { return (c & kNeedsIcu) != 0; })) {
    return false;
  }
  const auto size = static_cast<std::uint32_t>(utf8.size());
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < size;) {
    if ((classes_[i] & kAnyEnd) == 0) {
      ++i;
      continue;
    }
    bool ends = false;
    i = after_terminator(utf8, i, ends);
    if (!ends) continue;
    sentences.push_back({begin, i});
    begin = i;
  }
  if (begin < size) sentences.push_back({begin, size});
  return true;
}

/// Where to go on after the full stop or terminator at `at`, and whether a sentence ends there. The
/// numbers are those of the rules in UAX #29.
std::uint32_t SimpleSentences::after_terminator(std::string_view utf8, std::uint32_t at,
                                                bool& ends) const {
  const auto size = static_cast<std::uint32_t>(utf8.size());
  const auto class_at = [&](std::uint32_t i) { return i < size ? classes_[i] : CharClass{0}; };
  const auto skip = [&](std::uint32_t i, CharClass wanted) {
    while ((class_at(i) & wanted) != 0) ++i;
    return i;
  };
  const bool full_stop = classes_[at] == kFullStop;
  const std::uint32_t next = at + utf8_length(utf8[at]);
  if (full_stop) {
    if (class_at(next) == kNumeric) return next;  // SB6
    const CharClass before = at > 0 ? classes_[at - 1] : CharClass{0};
    if ((before & (kUpper | kLower)) != 0 && class_at(next) == kUpper) return next;  // SB7
  }
  const std::uint32_t end = skip(skip(next, kClose), kBlank);
  if (full_stop) {
    std::uint32_t letter = end;
    while (letter < size && (classes_[letter] & (kAnyLetter | kAnyEnd)) == 0) ++letter;
    if (class_at(letter) == kLower) return letter;  // SB8
  }
  ends = end == size || (classes_[end] & (kContinue | kAnyEnd)) == 0;  // SB8a, SB11
  return end;
}

struct IcuSentences::Impl {
  Impl() {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    assert(U_SUCCESS(status) && "ICU holds the root rules in its own library");
  }
  ~Impl() { utext_close(&utext); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::unique_ptr<icu::BreakIterator> iterator;
  UText utext = UTEXT_INITIALIZER;
};

IcuSentences::IcuSentences() : impl_(std::make_unique<Impl>()) {}
IcuSentences::~IcuSentences() = default;
IcuSentences::IcuSentences(IcuSentences&&) noexcept = default;
IcuSentences& IcuSentences::operator=(IcuSentences&&) noexcept = default;

void IcuSentences::find(std::string_view utf8, std::vector<Span>& sentences) {
  sentences.clear();
  const std::string text = join_lines(utf8);
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&impl_->utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  impl_->iterator->setText(&impl_->utext, status);
  assert(U_SUCCESS(status) && "a UTF-8 text can always be opened");
  auto begin = static_cast<std::uint32_t>(impl_->iterator->first());
  for (auto end = impl_->iterator->next(); end != icu::BreakIterator::DONE;
       end = impl_->iterator->next()) {
    sentences.push_back({begin, static_cast<std::uint32_t>(end)});
    begin = sentences.back().end;
  }
}

}  // namespace morgue
