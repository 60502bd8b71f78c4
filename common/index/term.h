// SPDX-License-Identifier: GPL-3.0-or-later
// Terms: the only place where they are spelled.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

inline constexpr std::size_t kMaxTermBytes = 240;  ///< Xapian's limit is 245, NULs count twice

/// A word of a field: prefix and folded form. Longer than kMaxTermBytes: cut at a character
/// boundary and closed by a hash of the whole, so that it stays findable and apart from others.
std::string word_term(std::string_view prefix, std::string_view folded);

/// The same without a string of its own: the view is of `folded` or of `room`.
std::string_view word_term(std::string_view prefix, std::string_view folded, std::string& room);

/// A whole value of a field: `value` is value_form() of it.
std::string value_term(std::string_view prefix, std::string_view value);

/// How a word was written. Precondition: exact is not folded itself.
std::string exact_term(std::string_view folded, std::string_view exact);

/// The same, written into `room`.
std::string_view exact_term(std::string_view folded, std::string_view exact, std::string& room);

/// What all exact_term()s of a folded word begin with; empty when the word is too long to be
/// listed.
std::string exact_terms_prefix(std::string_view folded);

/// The way of writing that an exact_term() of this folded word stands for; empty when it is hashed.
std::string written_form(std::string_view folded, std::string_view term);

std::string id_term(std::string_view id);
std::string has_term(std::string_view field);

/// The prefix of an extra field's words and values.
std::string extra_prefix(std::string_view name);

inline constexpr std::string_view kSentenceTerm = "XS";
inline constexpr std::string_view kParagraphTerm = "XP";
inline constexpr std::string_view kLastWordTerm = "XZ";
inline constexpr std::string_view kHasPrefix = "XHAS:";

/// The key of a stem in the synonym table.
std::string stem_key(std::string_view lang, std::string_view stem);

/// Terms that begin with a capital ASCII letter are prefixed; a folded word never does.
inline constexpr std::string_view kAfterPrefixed = "[";  ///< sorts behind every prefix

constexpr bool is_prefixed(std::string_view term) {
  return !term.empty() && term.front() >= 'A' && term.front() <= 'Z';
}

}  // namespace morgue
