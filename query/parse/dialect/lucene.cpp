// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/lucene.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/cursor.h"
#include "query/parse/dialect/build.h"
#include "query/parse/dialect/typed_date.h"
#include "query/parse/lex_range.h"
#include "query/parse/print.h"
#include "query/parse/run.h"

namespace morgue::dialect {
namespace {

enum class Occurs { Optional, Required, Prohibited };

struct Clause {
  NodePtr node;
  Occurs occurs = Occurs::Optional;
};

constexpr std::string_view kExists = "_exists_";

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

// Reads clauses straight from the text. A function that fails sets error_ and returns false or
// null.
class Parser {
 public:
  Parser(std::u32string_view text, const ParseOptions& options)
      : cursor_{text}, options_(options) {}

  Result<ParsedQuery, QueryError> parse() {
    NodePtr root = parse_clauses(0);
    if (root && !cursor_.at_end()) fail_unopened();
    if (error_) return *std::move(error_);
    return ParsedQuery{std::move(root), notes_.take()};
  }

 private:
  enum class Conjunction { None, And, Or };

  NodePtr parse_clauses(std::uint32_t begin);
  bool parse_clause(std::vector<Clause>& clauses);
  Conjunction read_conjunction();
  Occurs read_modifier();
  NodePtr parse_fielded();
  NodePtr parse_value(std::string_view field);
  NodePtr parse_group();
  NodePtr parse_phrase();
  NodePtr parse_regex();
  NodePtr parse_range(std::string_view field);
  NodePtr parse_term();
  NodePtr parse_tilde(NodePtr node);
  NodePtr parse_weight(NodePtr node);
  NodePtr make_fuzzy(NodePtr node, const std::string& number, Span sign);
  NodePtr build(std::vector<Clause> clauses);
  std::optional<std::string> read_field_name();
  bool read_escape(char32_t& letter);
  std::string read_digits();
  bool accept_word(std::u32string_view word);
  bool at_end_of_group() { return cursor_.at_end() || cursor_.peek() == U')'; }

  Span here(std::uint32_t size) const { return {cursor_.at, cursor_.at + size}; }
  Span since(std::uint32_t begin) const { return {begin, cursor_.at}; }
  std::string typed(Span span) const {
    return encode_utf8(cursor_.text.substr(span.begin, span.size()));
  }
  NodePtr fail_unclosed(std::uint32_t open);
  NodePtr fail_empty(std::uint32_t open);
  NodePtr fail_unopened();
  NodePtr fail(QueryError error) {
    if (!error_) error_ = std::move(error);
    return nullptr;
  }

  Cursor cursor_;
  const ParseOptions& options_;
  NoteList notes_;
  std::size_t groups_ = 0;
  Span operator_;  // the last one read, for errors
  std::optional<QueryError> error_;
};

// One group, or the whole query; the cursor stops at its end.
NodePtr Parser::parse_clauses(std::uint32_t begin) {
  std::vector<Clause> clauses;
  bool has_and = false;
  Span first_or;
  for (cursor_.skip_spaces(); !at_end_of_group(); cursor_.skip_spaces()) {
    const Conjunction conjunction = read_conjunction();
    if (conjunction != Conjunction::None && clauses.empty()) {
      return fail({"Q103", operator_, typed(operator_) + " needs something on its left", ""});
    }
    has_and = has_and || conjunction == Conjunction::And;
    if (conjunction == Conjunction::Or && first_or.size() == 0) first_or = operator_;
    if (!parse_clause(clauses)) return nullptr;
    if (conjunction != Conjunction::And) continue;
    for (Clause* clause : {&clauses[clauses.size() - 2], &clauses.back()}) {
      if (clause->occurs == Occurs::Optional) clause->occurs = Occurs::Required;
    }
  }
  if (options_.strict_mixes && has_and && first_or.size() > 0) {
    return fail({"Q112", first_or, "AND and OR are mixed without parentheses",
                 "add parentheses around what belongs together"});
  }
  return clauses.empty() ? fail_empty(begin) : build(std::move(clauses));
}

bool Parser::parse_clause(std::vector<Clause>& clauses) {
  Clause clause;
  clause.occurs = read_modifier();
  cursor_.skip_spaces();
  if (at_end_of_group()) {
    fail({"Q102", operator_, typed(operator_) + " needs something on its right", ""});
    return false;
  }
  clause.node = parse_fielded();
  clauses.push_back(std::move(clause));
  return clauses.back().node != nullptr;
}

// A word of capitals, alone.
bool Parser::accept_word(std::u32string_view word) {
  if (cursor_.text.substr(cursor_.at, word.size()) != word) return false;
  const char32_t next = cursor_.peek(word.size());
  const bool sign = !is_ascii_letter(word.front());
  if (!sign && next != U' ' && next != U'\0' && next != U'(' && next != U')' && next != U'"') {
    return false;
  }
  operator_ = here(static_cast<std::uint32_t>(word.size()));
  cursor_.at = operator_.end;
  return true;
}

Parser::Conjunction Parser::read_conjunction() {
  Conjunction found = Conjunction::None;
  if (accept_word(U"AND") || accept_word(U"&&")) found = Conjunction::And;
  if (found == Conjunction::None && (accept_word(U"OR") || accept_word(U"||"))) {
    found = Conjunction::Or;
  }
  cursor_.skip_spaces();
  return found;
}

Occurs Parser::read_modifier() {
  if (accept_word(U"+")) return Occurs::Required;
  if (cursor_.peek() == U'-') {  // any dash
    operator_ = here(1);
    ++cursor_.at;
    return Occurs::Prohibited;
  }
  return accept_word(U"!") || accept_word(U"NOT") ? Occurs::Prohibited : Occurs::Optional;
}

// What the clauses of a group find together; see the header.
NodePtr Parser::build(std::vector<Clause> clauses) {
  NodePtr required, optional, prohibited;
  const Span whole{clauses.front().node->span.begin, clauses.back().node->span.end};
  for (Clause& clause : clauses) {
    switch (clause.occurs) {
      case Occurs::Required:
        required = join<ast::And>(std::move(required), std::move(clause.node));
        break;
      case Occurs::Optional:
        optional = join<ast::Or>(std::move(optional), std::move(clause.node));
        break;
      case Occurs::Prohibited:
        prohibited = join<ast::And>(std::move(prohibited), negate(std::move(clause.node)));
        break;
    }
  }
  if (required && optional) {
    if (notes_.wants("N104")) {
      notes_.add("N104", print(*optional) +
                             " only raises the rank, as in Lucene, where + and AND "
                             "make the rest optional; for alternatives add "
                             "parentheses");
    }
    optional = join<ast::Or>(std::move(optional), make_node(whole, ast::All{}));
    required = join<ast::And>(std::move(required), std::move(optional));
  }
  NodePtr root = required ? std::move(required) : std::move(optional);
  if (!root) {
    notes_.add("N104", "of exclusions alone Lucene finds nothing; read as every article but those");
  }
  if (prohibited) root = join<ast::And>(std::move(root), std::move(prohibited));
  root->span = whole;
  return root;
}

NodePtr Parser::parse_fielded() {
  const std::uint32_t begin = cursor_.at;
  if (cursor_.text.substr(begin, 3) == U"*:*") {
    cursor_.at += 3;
    return parse_weight(make_node(since(begin), ast::All{}));
  }
  std::optional<std::string> name = read_field_name();
  if (!name) return parse_weight(parse_tilde(parse_value("")));
  const Span name_span{begin, cursor_.at - 1};
  cursor_.skip_spaces();
  if (at_end_of_group()) {
    return fail({"Q102", {begin, name_span.end + 1}, *name + ": needs a value on its right", ""});
  }
  NodePtr value = parse_tilde(parse_value(*name));
  if (!value) return nullptr;
  auto* word = std::get_if<ast::Word>(&value->value);
  if (word != nullptr && is_date_field(*name)) word->text = plain_date(word->text);
  if (*name == kExists) name = "has";
  return parse_weight(
      make_node(since(begin), ast::Fielded{std::move(*name), name_span, std::move(value)}));
}

// Moves behind the colon.
std::optional<std::string> Parser::read_field_name() {
  const std::u32string_view rest = cursor_.text.substr(cursor_.at);
  const bool exists =
      ascii_shadow(rest.substr(0, kExists.size() + 1)) == std::string(kExists) + ":";
  const std::size_t size = exists ? kExists.size() : field_name_length(rest);
  if (size == 0) return std::nullopt;
  cursor_.at += static_cast<std::uint32_t>(size + 1);
  return encode_utf8(rest.substr(0, size));
}

NodePtr Parser::parse_value(std::string_view field) {
  const char32_t sign = cursor_.peek();
  if (sign == U'(') return parse_group();
  if (quote_family(cursor_.typed()) != QuoteFamily::None) return parse_phrase();
  if (sign == U'/') return parse_regex();
  const bool comparison = !field.empty() && (sign == U'<' || sign == U'>');
  if (sign == U'[' || sign == U'{' || comparison) return parse_range(field);
  return parse_term();
}

NodePtr Parser::parse_group() {
  const std::uint32_t begin = cursor_.at;
  if (groups_ == options_.max_depth) return fail(too_deep(here(1), options_.max_depth));
  ++groups_;
  ++cursor_.at;
  NodePtr node = parse_clauses(begin);
  if (!node) return nullptr;
  if (cursor_.at_end()) return fail_unclosed(begin);
  --groups_;
  ++cursor_.at;
  node->span = since(begin);
  return node;
}

NodePtr Parser::fail_unclosed(std::uint32_t open) {
  return fail({"Q105",
               {open, open + 1},
               "this parenthesis is never closed",
               try_with(cursor_.text, std::u32string(groups_, U')'))});
}

// Says why there are no clauses in the group that begins at `open`, or in the query.
NodePtr Parser::fail_empty(std::uint32_t open) {
  if (groups_ == 0 && cursor_.at_end()) {
    return fail({"Q100", here(0), "the query is empty", "for every article write *:*"});
  }
  if (groups_ == 0) return fail_unopened();
  if (cursor_.at_end()) return fail_unclosed(open);
  return fail({"Q105", {open, cursor_.at + 1}, "there is nothing between these parentheses", ""});
}

NodePtr Parser::fail_unopened() {
  return fail(
      {"Q105", here(1), "this parenthesis was never opened", "for the sign itself write \\)"});
}

NodePtr Parser::parse_phrase() {
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
bool Parser::read_escape(char32_t& letter) {
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

NodePtr Parser::parse_regex() {
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
      if (cursor_.typed() != U'/') pattern += '\\';
      append_utf8(pattern, cursor_.typed());
      continue;
    }
    constexpr std::u32string_view kOnlyLucene = U"~&@#<>\"";
    if (!in_class && kOnlyLucene.find(point) != kOnlyLucene.npos) {
      return fail(no_equivalent(here(1), typed(here(1)) + " in a regular expression",
                                "for the sign itself write a backslash before it"));
    }
    if (point == U'[') in_class = true;
    if (point == U']') in_class = false;
    append_utf8(pattern, point);
  }
  ++cursor_.at;
  if (pattern.empty()) {
    return fail({"Q120", since(begin), "there is nothing in this regular expression", ""});
  }
  return make_node(since(begin), ast::Regex{std::move(pattern)});
}

NodePtr Parser::parse_range(std::string_view field) {
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

NodePtr Parser::parse_term() {
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
  return word.finish(since(begin));
}

std::string Parser::read_digits() {
  std::string number;
  while (is_digit(cursor_.peek()) || cursor_.peek() == U'.') {
    append_utf8(number, cursor_.peek());
    ++cursor_.at;
  }
  return number;
}

// ~ or ~1 behind an operand, if it is there.
NodePtr Parser::parse_tilde(NodePtr node) {
  if (!node || cursor_.peek() != U'~') return node;
  const std::uint32_t begin = cursor_.at++;
  const std::string number = read_digits();
  return make_fuzzy(std::move(node), number, since(begin));
}

// ^2 behind an operand or group, if it is there.
NodePtr Parser::parse_weight(NodePtr node) {
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

NodePtr Parser::make_fuzzy(NodePtr node, const std::string& number, Span sign) {
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

}  // namespace

Result<ParsedQuery, QueryError> parse_lucene(std::string_view text, const ParseOptions& options) {
  const auto points = decode_query(text, options.max_bytes);
  if (!points) return points.error();
  return Parser(*points, options).parse();
}

}  // namespace morgue::dialect
