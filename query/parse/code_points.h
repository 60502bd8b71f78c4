// SPDX-License-Identifier: GPL-3.0-or-later
// A query as code points, and what the language makes of single ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

/// A text decoded. A byte that is not part of UTF-8 becomes one U+FFFD.
struct CodePoints {
  std::u32string points;
  std::optional<std::uint32_t> first_bad;  ///< index in `points` of the first such byte
};

CodePoints decode_utf8(std::string_view bytes);

void append_utf8(std::string& out, char32_t point);
std::string encode_utf8(std::u32string_view points);

/// The form in which an unescaped character is read: every kind of space is ' ', every kind of dash
/// is '-'; all else is itself. Quotes are not joined here, since they come in families.
char32_t plain_form(char32_t point);

/// Quotes close only quotes of their own family, so that «el "nuevo" plan» is one phrase.
enum class QuoteFamily { None, Straight, Guillemets };
QuoteFamily quote_family(char32_t point);

bool is_digit(char32_t point);
bool is_ascii_letter(char32_t point);

/// A field name begins with a letter (of any script) and goes on with letters, digits, _, - and
/// single dots.
bool begins_field_name(char32_t point);
bool continues_field_name(char32_t point);

/// The length of the field name `text` begins with, when a ':' stands right behind it; else 0.
/// A name that "//" follows is the scheme of an address and counts as no name.
std::size_t field_name_length(std::u32string_view text);

}  // namespace morgue
