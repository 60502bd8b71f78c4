// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/lucene_operands.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "query/parse/code_points.h"
#include "query/parse/dialect/typed_date.h"
#include "query/parse/lex_range.h"
#include "query/parse/run.h"

namespace morgue::dialect {
namespace {

/// Morgue's regular expressions end at white space, so it is written by its number.
void append_to_regex(std::string& pattern, char32_t point) {
  if (plain_form(point) != U' ') return append_utf8(pattern, point);
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), std::uint32_t{point}, 16).ptr;
  pattern += "\\x{" + std::string(digits.begin(), end) + "}";
}

bool is_date_field(std::string_view name) { return name == "date"; }

/// now-7d/d as -7d, 20240131 as 2024-01-31; all else as it is.
std::string plain_date(const std::string& value) {
  constexpr std::string_view kNow = "now";
  if (value.starts_with(kNow)) {
    const std::string offset = value.substr(0, value.find('/')).substr(kNow.size());
    return offset.empty() ? "today" : offset;
  }
  const bool packed = value.size() == 8 && read_number(value);
  const auto date = packed ? read_typed_date(value) : std::nullopt;
  return date ? date->iso : value;
}

double read_decimal(std::string_view digits) {
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// How many letters Lucene allows a fuzzy word to differ by: a number from 1 on is that number, a
/// fraction a share of the word's letters that must agree; 2 at most.
std::uint32_t edits_of(double number, std::size_t letters) {
  constexpr double kMost = 2;
  const double edits = number >= 1  ? number
                       : number > 0 ? (1 - number) * static_cast<double>(letters)
                                    : 0;
  return static_cast<std::uint32_t>(std::min(edits, kMost));
}

}  // namespace

NodePtr LuceneOperands::read_operand(std::string_view field) {
  const char32_t sign = cursor_.peek();
  if (quote_family(cursor_.typed()) != QuoteFamily::None) return read_phrase();
  if (sign == U'/') return read_regex();
  const bool comparison = !field.empty() && (sign == U'<' || sign == U'>');
  if (sign == U'[' || sign == U'{' || comparison) return read_range(field);
  return read_term(field);
}

NodePtr LuceneOperands::read_phrase() {
  const std::uint32_t begin = cursor_.at;
  const QuoteFamily family = quote_family(cursor_.typed());
  std::string words;
  bool space = false;
  for (++cursor_.at; cursor_.at_end() || quote_family(cursor_.typed()) != family;) {
    if (cursor_.at_end()) {
      return fail({"Q101",
                   {begin, begin + 1},
                   "this quote is never closed",
                   try_with(cursor_.text, U"\"")});
    }
    char32_t letter = cursor_.peek();
    if (letter == U'\\') {
      if (!read_escape(letter)) return nullptr;
    } else {
      ++cursor_.at;
    }
    if (letter != U' ') {
      if (space && !words.empty()) words += ' ';
      append_utf8(words, letter);
    }
    space = letter == U' ';
  }
  ++cursor_.at;
  if (words.empty()) {
    return fail({"Q119", since(begin), "there is nothing between these quotes", ""});
  }
  return make_node(since(begin), ast::Phrase{{ast::Word{std::move(words)}}, false, 0});
}

// The cursor on a backslash. \u00F1 is the letter of that number.
bool LuceneOperands::read_escape(char32_t& letter) {
  const std::uint32_t begin = cursor_.at++;
  if (cursor_.at_end()) {
    fail({"Q117",
          {begin, begin + 1},
          "this backslash has nothing to escape",
          "for the backslash itself write two: \\\\"});
    return false;
  }
  letter = cursor_.peek() == U' ' ? U' ' : cursor_.typed();
  ++cursor_.at;
  const std::string digits = ascii_shadow(cursor_.text.substr(cursor_.at, 4));
  const bool hex =
      digits.size() == 4 && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (letter != U'u' || !hex) return true;
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  letter = number;
  cursor_.at += 4;
  if (letter >= 0x20 && (letter < 0xD800 || letter > 0xDFFF)) return true;
  fail({"Q117", since(begin), "this is no letter", ""});
  return false;
}

NodePtr LuceneOperands::read_regex() {
  const std::uint32_t begin = cursor_.at++;
  std::string pattern;
  bool in_class = false;
  for (; cursor_.typed() != U'/'; ++cursor_.at) {
    if (cursor_.at_end()) {
      return fail({"Q101",
                   {begin, begin + 1},
                   "this regular expression is never closed",
                   "it ends with /; for the sign itself write \\/"});
    }
    const char32_t point = cursor_.typed();
    if (point == U'\\' && cursor_.typed(1) != U'\0') {
      ++cursor_.at;
      const char32_t escaped = cursor_.typed();
      if (escaped != U'/' && plain_form(escaped) != U' ') pattern += '\\';
      append_to_regex(pattern, escaped);
      continue;
    }
    constexpr std::u32string_view kOnlyLucene = U"~&@#<>\"";
    if (!in_class && kOnlyLucene.find(point) != kOnlyLucene.npos) {
      return fail(no_equivalent(here(1), typed(here(1)) + " in a regular expression",
                                "for the sign itself write a backslash before it"));
    }
    if (point == U'[') in_class = true;
    if (point == U']') in_class = false;
    append_to_regex(pattern, point);
  }
  ++cursor_.at;
  if (pattern.empty()) {
    return fail({"Q120", since(begin), "there is nothing in this regular expression", ""});
  }
  return make_node(since(begin), ast::Regex{std::move(pattern)});
}

NodePtr LuceneOperands::read_range(std::string_view field) {
  const std::uint32_t begin = cursor_.at;
  constexpr std::u32string_view kOpen = U"[* TO *]";
  if (cursor_.text.substr(begin, kOpen.size()) == kOpen && !field.empty()) {
    cursor_.at += static_cast<std::uint32_t>(kOpen.size());
    return make_node(since(begin), ast::All{});
  }
  const bool brackets = cursor_.peek() == U'[' || cursor_.peek() == U'{';
  auto range = brackets ? lex_brackets(cursor_) : lex_comparison(cursor_);
  if (!range) return fail(range.error());
  if (field.empty()) {
    return fail(
        {"Q115", since(begin), "a range needs a field", "for example date:[2024-01 TO 2024-03]"});
  }
  if (is_date_field(field)) {
    for (auto* end : {&range->low, &range->high}) {
      if (*end) *end = plain_date(**end);
    }
  }
  return make_node(since(begin), std::move(*range));
}

NodePtr LuceneOperands::read_term(std::string_view field) {
  constexpr std::u32string_view kEnds = U" ()[]{}^~:";
  const std::uint32_t begin = cursor_.at;
  WordBuilder word;
  while (!cursor_.at_end()) {
    char32_t point = cursor_.peek();
    if (kEnds.find(point) != kEnds.npos || quote_family(cursor_.typed()) != QuoteFamily::None)
      break;
    if (point == U'\\') {
      if (!read_escape(point)) return nullptr;
      word.letter(point);
      continue;
    }
    ++cursor_.at;
    if (point == U'*') {
      word.any_letters();
    } else if (point == U'?') {
      word.one_letter();
    } else {
      word.letter(point);
    }
  }
  if (cursor_.peek() == U':') {
    return fail({"Q104", since(begin), "this is not the name of a field, and a colon follows",
                 "for the colon itself write \\:"});
  }
  if (word.empty()) {
    return fail({"Q120", here(1), "no word stands before " + typed(here(1)),
                 "for the sign itself write a backslash before it"});
  }
  NodePtr node = word.finish(since(begin));
  auto* plain = std::get_if<ast::Word>(&node->value);
  if (plain != nullptr && is_date_field(field)) plain->text = plain_date(plain->text);
  return node;
}

std::string LuceneOperands::read_digits() {
  std::string number;
  while (is_digit(cursor_.peek()) || cursor_.peek() == U'.') {
    append_utf8(number, cursor_.peek());
    ++cursor_.at;
  }
  return number;
}

NodePtr LuceneOperands::read_tilde(NodePtr node) {
  if (!node || cursor_.peek() != U'~') return node;
  const std::uint32_t begin = cursor_.at++;
  const std::string number = read_digits();
  return make_fuzzy(std::move(node), number, since(begin));
}

NodePtr LuceneOperands::read_weight(NodePtr node) {
  if (!node || cursor_.peek() != U'^') return node;
  const std::uint32_t begin = cursor_.at++;
  const std::string number = read_digits();
  constexpr double kMost = 1'000'000;  // in thousandths
  const double thousandths = std::round(read_decimal(number) * 1000);
  if (number.empty() || thousandths < 1 || thousandths > kMost) {
    return fail({"Q127", since(begin), "a weight is a number from 0.001 to 1000: word^2", ""});
  }
  const Span span{node->span.begin, cursor_.at};
  return make_node(span, ast::Weighted{std::move(node), static_cast<std::uint32_t>(thousandths)});
}

NodePtr LuceneOperands::make_fuzzy(NodePtr node, const std::string& number, Span sign) {
  node->span.end = sign.end;
  if (auto* phrase = std::get_if<ast::Phrase>(&node->value)) {
    const auto slop = read_number(number.substr(0, number.find('.')));
    if (!slop) return fail({"Q128", sign, "a loose phrase needs a number: \"…\"~3", ""});
    phrase->slop = *slop;
    return node;
  }
  const auto* word = std::get_if<ast::Word>(&node->value);
  if (word == nullptr) {
    return fail({"Q128", sign, "~ stands right behind a word or a quoted phrase",
                 "for the sign itself write \\~"});
  }
  constexpr double kDefault = 2;
  const double value = number.empty() ? kDefault : read_decimal(number);
  const std::uint32_t edits = edits_of(value, decode_utf8(word->text).points.size());
  std::string text = word->text;
  if (edits == 0) {  // as written, without the forms of its stem
    node->value = ast::Phrase{{ast::Word{std::move(text)}}, false, 0};
  } else {
    node->value = ast::Fuzzy{std::move(text), edits};
  }
  return node;
}

}  // namespace morgue::dialect
