// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <mutex>
#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace morgue {
namespace {

/// Below it lie Latin, Greek, Cyrillic, Hebrew and Arabic, where a word without marks can be folded
/// letter by letter.
constexpr UChar32 kSimpleLimit = 0x800;

constexpr UChar32 kZeroWidthSpace = 0x200B;
constexpr UChar32 kByteOrderMark = 0xFEFF;

icu::StringPiece piece(std::string_view utf8) {
  return {utf8.data(), static_cast<std::int32_t>(utf8.size())};
}

icu::UnicodeString utf16_of(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(piece(utf8));
}

bool is_normalized(const icu::Normalizer2& form, std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return form.isNormalizedUTF8(piece(utf8), status) != 0 && U_SUCCESS(status);
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = get(status);
  assert(U_SUCCESS(status) && "ICU holds its normalization data in its own library");
  return *instance;
}

// Made once, under the compiler's own lock: ICU has one of its own, which the thread sanitizer
// cannot see.
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFCInstance);
  return form;
}
const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFDInstance);
  return form;
}
const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  return form;
}

icu::UnicodeString normalize(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form.normalize(text, status);
  assert(U_SUCCESS(status) && "normalization fails only for want of memory");
  return out;
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

/// Whether marks over this letter are accents, which may be left out in writing. In other scripts
/// they are vowels, tones or other letters.
bool carries_accents(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

bool is_apostrophe(UChar32 c) {
  return c == 0x2018 || c == 0x2019 || c == 0x02BB || c == 0x02BC || c == 0xFF07;
}

/// Whether the part of the rule that is not NFKC_Casefold could change the text, which has that
/// form.
bool may_lose_accents(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const UChar32 c = next_code_point(utf8, i);
    if (c >= 0x80 && (is_mark(c) || is_apostrophe(c) || carries_accents(c))) return true;
  }
  return false;
}

/// The text in NFC, without accents, its apostrophes alike.
std::string strip_accents(const icu::UnicodeString& text) {
  const icu::UnicodeString parts = normalize(nfd(), text);
  icu::UnicodeString kept;
  bool after_accentable = false;
  for (std::int32_t i = 0; i < parts.length();) {
    const UChar32 c = parts.char32At(i);
    i += U16_LENGTH(c);
    if (is_mark(c)) {
      if (after_accentable) continue;
    } else {
      after_accentable = carries_accents(c);
    }
    kept.append(is_apostrophe(c) ? UChar32{'\''} : c);
  }
  std::string out;
  normalize(nfc(), kept).toUTF8String(out);
  return out;
}

/// The whole rule, for any text.
std::string fold_any(std::string_view utf8) {
  const icu::Normalizer2& casefold = nfkc_casefold();
  if (is_normalized(casefold, utf8) && !may_lose_accents(utf8)) return std::string(utf8);
  return strip_accents(normalize(casefold, utf16_of(utf8)));
}

std::string encode(UChar32 c) {
  std::string out;
  icu::UnicodeString(c).toUTF8String(out);
  return out;
}

/// The folded form of each code point below kSimpleLimit that no neighbour can change: all but the
/// marks. It spares most European words the way through four normal forms. A block of code points
/// is folded when one of them is first asked for: a query that asks for a few words needs one or
/// two.
class SimpleFolds {
 public:
  static SimpleFolds& get() {
    static SimpleFolds table;
    return table;
  }

  /// The form of a code point; nullptr where the whole rule is needed. Threads may ask at once.
  const std::string* find(UChar32 c) {
    if (c == 0x2018 || c == 0x2019) return &apostrophe_;
    if (c >= kSimpleLimit) return nullptr;
    const auto point = static_cast<std::size_t>(c);
    Block& block = blocks_[point / kBlock];
    std::call_once(block.made, [&] { make(block, static_cast<UChar32>(point / kBlock * kBlock)); });
    const Form& form = block.forms[point % kBlock];
    return form.is_mark ? nullptr : &form.text;
  }

 private:
  static constexpr std::size_t kBlock = 64;

  struct Form {
    bool is_mark = false;
    std::string text;
  };
  struct Block {
    std::once_flag made;
    std::array<Form, kBlock> forms;
  };

  static void make(Block& block, UChar32 first) {
    for (Form& form : block.forms) {
      form = {is_mark(first), fold_any(encode(first))};
      ++first;
    }
  }

  std::array<Block, kSimpleLimit / kBlock> blocks_;
  const std::string apostrophe_ = "'";
};

}  // namespace

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) return lower_ascii(utf8);
  SimpleFolds& simple = SimpleFolds::get();
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::string* form = simple.find(next_code_point(utf8, i));
    if (form == nullptr) return fold_any(utf8);
    out += *form;
  }
  return out;
}

std::string to_nfc(std::string_view utf8) {
  if (is_normalized(nfc(), utf8)) return std::string(utf8);
  std::string out;
  normalize(nfc(), utf16_of(utf8)).toUTF8String(out);
  return out;
}

std::string without_accents(std::string_view utf8) { return strip_accents(utf16_of(utf8)); }

std::string without_capitals(std::string_view utf8) {
  std::string out;
  icu::UnicodeString text = utf16_of(utf8);
  normalize(nfc(), text.foldCase()).toUTF8String(out);
  return out;
}

std::string value_form(std::string_view utf8) {
  const std::string nfc = to_nfc(utf8);
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < nfc.size();) {
    const std::size_t begin = i;
    const auto point = static_cast<UChar32>(next_code_point(nfc, i));
    if (u_isUWhiteSpace(point) != 0 || point == kZeroWidthSpace || point == kByteOrderMark) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out.append(nfc, begin, i - begin);
  }
  return out;
}

}  // namespace morgue
