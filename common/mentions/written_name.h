// SPDX-License-Identifier: GPL-3.0-or-later
// How names are written in catalogues and in texts.
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace morgue {

/// "Claudia Sheinbaum" for "Sheinbaum, Claudia"; a name without just one comma as it is.
std::string reading_order(std::string_view name);

/// A word without its possessive: "mexico" of "mexico's"; empty when it has none.
inline std::string_view without_possessive(std::string_view folded) {
  constexpr std::string_view kEnding = "'s";
  return folded.size() > kEnding.size() && folded.ends_with(kEnding)
             ? folded.substr(0, folded.size() - kEnding.size())
             : std::string_view();
}

/// Whether a token is a word, or its possessive.
inline bool is_word_or_possessive(const Token& token, std::string_view word) {
  return token.folded == word ||
         (token.folded.size() == word.size() + 2 && without_possessive(token.folded) == word);
}

/// The bytes of a name that ends with `word`: those of the tokens first to last, but for the
/// possessive that the last one may have.
Span bytes_of_name(std::string_view text, const Token& first, const Token& last,
                   std::string_view word);

}  // namespace morgue
