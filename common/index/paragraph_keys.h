// SPDX-License-Identifier: GPL-3.0-or-later
// The paragraphs of an article as keys, by which the same paragraph of one outlet is known again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace morgue {

/// A hash of the outlet and of the folded words of a paragraph; the last bit tells whether it is
/// short.
using ParagraphKey = std::uint64_t;

/// A paragraph of fewer words is short: what people say in an interview ("Thank you very much."),
/// as often as a line of the page ("Advertisement").
inline constexpr std::size_t kShortParagraph = 5;

constexpr bool is_short(ParagraphKey key) { return (key & 1U) != 0; }

/// By value_form(); the articles that do not name theirs are of one outlet.
std::uint64_t hash_of_outlet(std::string_view outlet);

/// Precondition: there is a word.
ParagraphKey paragraph_key(std::uint64_t outlet, std::span<const Token> words);

/// The paragraphs of an article that have words: each key once, ascending.
struct ParagraphKeys {
  std::uint64_t outlet = 0;               ///< hash_of_outlet()
  std::vector<ParagraphKey> text;         ///< of those that are indexed as text
  std::vector<ParagraphKey> boilerplate;  ///< of those that are indexed as boilerplate

  friend bool operator==(const ParagraphKeys&, const ParagraphKeys&) = default;
};

/// Of an article without paragraphs no bytes.
std::string encode_paragraph_keys(const ParagraphKeys& keys);

/// Throws IndexError (ExitCode::Archive) when the bytes are not what encode_paragraph_keys() made.
ParagraphKeys decode_paragraph_keys(std::string_view bytes);

}  // namespace morgue
