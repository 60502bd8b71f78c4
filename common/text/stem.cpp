// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stem.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include <unicode/uchar.h>
#include <xapian.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

struct Language {
  std::string_view code;  ///< ISO 639-1
  const char* snowball;
};

/// Every living language that Xapian 1.4 has a stemmer for. Sorted by code.
constexpr Language kLanguages[] = {
    {"ar", "arabic"},     {"ca", "catalan"},  {"da", "danish"},     {"de", "german"},
    {"en", "english"},    {"es", "spanish"},  {"eu", "basque"},     {"fi", "finnish"},
    {"fr", "french"},     {"ga", "irish"},    {"hu", "hungarian"},  {"hy", "armenian"},
    {"id", "indonesian"}, {"it", "italian"},  {"lt", "lithuanian"}, {"nb", "norwegian"},
    {"ne", "nepali"},     {"nl", "dutch"},    {"nn", "norwegian"},  {"no", "norwegian"},
    {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},    {"sv", "swedish"},
    {"ta", "tamil"},      {"tr", "turkish"},
};

const Language* find_language(std::string_view code) {
  const auto* found = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                   [&](const Language& row) { return row.code == code; });
  return found == std::end(kLanguages) ? nullptr : found;
}

/// Letters, the marks that belong to them in many scripts, and apostrophes.
bool is_plain_word(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const UChar32 c = next_code_point(word, i);
    if (c != '\'' && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  }
  return true;
}

}  // namespace

struct Stemmer::Impl {
  explicit Impl(const char* snowball) : stem(std::string(snowball)) {}
  Xapian::Stem stem;
};

Stemmer::Stemmer(std::string_view lang) {
  const Language* language = find_language(lang);
  assert(language != nullptr && "the caller asks supports() first");
  impl_ = std::make_unique<Impl>(language->snowball);
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

bool Stemmer::supports(std::string_view lang) { return find_language(lang) != nullptr; }

std::vector<std::string> Stemmer::languages() {
  std::vector<std::string> codes;
  for (const Language& language : kLanguages) codes.emplace_back(language.code);
  return codes;
}

std::string Stemmer::stem(std::string_view folded) const {
  std::string word(folded);
  if (!is_plain_word(folded)) return word;
  std::string stem = impl_->stem(word);
  return stem.empty() ? word : stem;
}

}  // namespace morgue
