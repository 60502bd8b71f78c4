// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/lexer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/parse/lex_phrase.h"
#include "query/parse/lex_range.h"
#include "query/parse/lex_suffix.h"
#include "query/parse/operators.h"
#include "query/parse/run.h"

namespace morgue {
namespace {

using Failure = std::optional<QueryError>;

constexpr std::uint32_t kUsualDistance = 2;  // of "word~", as in Lucene

class Lexer {
 public:
  Lexer(std::u32string_view text, NoteList& notes) : cursor_{text}, notes_(notes) {}

  Result<std::vector<QueryToken>, QueryError> read() {
    for (cursor_.skip_spaces(); !cursor_.at_end(); cursor_.skip_spaces()) {
      begin_ = cursor_.at;
      if (auto error = read_token()) return *std::move(error);
    }
    begin_ = cursor_.at;
    push(QueryTokenKind::End);
    return std::move(tokens_);
  }

 private:
  Failure read_token();
  Failure read_sign(QueryTokenKind kind, std::uint32_t most);
  Failure read_prefix_not();
  Failure read_exact();
  Failure read_phrase(bool exact);
  Failure read_range(Result<ast::Range, QueryError> (*lex)(Cursor&));
  bool read_regex();
  Failure read_suffix();
  Failure read_tilde(std::string_view number);
  Failure read_weight(std::string_view number);
  Failure read_word();
  bool read_field();
  Failure read_operator(const OperatorMatch& match);
  QueryError bad_number(const OperatorMatch& match) const;
  Failure read_plain(Run run);
  void note_words(const Run& run, std::string_view word);

  // A value stands right behind its field: there "-" begins -30d, and "OR" is Oregon.
  bool after_field() const {
    return !tokens_.empty() && tokens_.back().kind == QueryTokenKind::Field;
  }
  // Whether an operand ends right here, so that what follows belongs to it.
  bool touches_operand() const {
    if (tokens_.empty() || tokens_.back().span.end != begin_) return false;
    return tokens_.back().kind == QueryTokenKind::Operand ||
           tokens_.back().kind == QueryTokenKind::Close ||
           tokens_.back().kind == QueryTokenKind::Weight;
  }
  bool group_follows() const {
    Cursor ahead = cursor_;
    ahead.skip_spaces();
    return ahead.peek() == U'(';
  }

  Span span() const { return {begin_, cursor_.at}; }
  std::string typed() const {
    return encode_utf8(cursor_.text.substr(begin_, cursor_.at - begin_));
  }
  QueryToken& push(QueryTokenKind kind) {
    QueryToken token;
    token.kind = kind;
    token.span = span();
    token.text = typed();
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }
  QueryToken& push_operand(decltype(QueryToken::operand) operand) {
    QueryToken token;
    token.kind = QueryTokenKind::Operand;
    token.span = span();
    token.operand = std::move(operand);
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }

  Cursor cursor_;
  NoteList& notes_;
  std::uint32_t begin_ = 0;  // of the token being read
  std::vector<QueryToken> tokens_;
};

Failure Lexer::read_token() {
  const char32_t point = cursor_.peek();
  std::size_t size = 0;
  if (quote_family(point) != QuoteFamily::None) return read_phrase(false);
  if (is_suffix_operator(cursor_, size)) return read_suffix();
  switch (point) {
    case U'(':
      return read_sign(QueryTokenKind::Open, 1);
    case U')':
      return read_sign(QueryTokenKind::Close, 1);
    case U'|':
      return read_sign(QueryTokenKind::Or, 2);
    case U'&':
      return read_sign(QueryTokenKind::And, 2);
    case U'+':
      return read_sign(QueryTokenKind::And, 1);
    case U'-':
    case U'!':
      return read_prefix_not();
    case U'=':
      return read_exact();
    case U'<':
    case U'>':
      return read_range(lex_comparison);
    case U'[':
    case U'{':
      return read_range(lex_brackets);
    case U'/':
      if (!touches_operand() && read_regex()) return std::nullopt;
      return read_word();
    default:
      return read_word();
  }
}

// A sign that is an operator, written once or up to `most` times.
Failure Lexer::read_sign(QueryTokenKind kind, std::uint32_t most) {
  const char32_t sign = cursor_.peek();
  while (cursor_.at - begin_ < most && !cursor_.at_end() && cursor_.peek() == sign) ++cursor_.at;
  push(kind);
  return std::nullopt;
}

Failure Lexer::read_prefix_not() {
  if (after_field()) {
    if (cursor_.peek() == U'-' && is_digit(cursor_.peek(1))) return read_word();  // date:-30d
    ++cursor_.at;
    return QueryError{"Q116", span(), typed() + " stands before a field, not after it",
                      "write -" + tokens_.back().text + ":… or NOT " + tokens_.back().text + ":…"};
  }
  ++cursor_.at;
  push(QueryTokenKind::Not);
  Cursor ahead = cursor_;
  ahead.skip_spaces();
  if (ahead.at == cursor_.at || ahead.at_end()) return std::nullopt;
  // "Trump - Sheinbaum": to Lucene an exclusion, to people a dash. Either guess may be wrong.
  return QueryError{"Q114", span(), "\"" + typed() + "\" stands alone: it may mean NOT, or nothing",
                    "to exclude, write -word without the space, or NOT word; else leave it out"};
}

Failure Lexer::read_exact() {
  ++cursor_.at;
  const char32_t next = cursor_.peek();
  if (quote_family(next) != QuoteFamily::None) return read_phrase(true);
  if (next == U'<' || next == U'>') {
    ++cursor_.at;
    return QueryError{"Q111", span(), typed() + " is no comparison", "write >= or <="};
  }
  const auto run = read_run(cursor_);
  if (!run) return run.error();
  if (run->empty()) {
    return QueryError{"Q102", span(), "= needs a word or a quoted phrase right after it", ""};
  }
  if (has_wildcard(*run)) {
    return QueryError{"Q118", span(), "an exact word cannot hold a wildcard",
                      "leave out the =, or write \\* for the sign itself"};
  }
  push_operand(ast::Word{text_of(*run), true});
  return std::nullopt;
}

Failure Lexer::read_phrase(bool exact) {
  auto phrase = lex_phrase(cursor_);
  if (!phrase) return phrase.error();
  phrase->exact = exact;
  const bool wild = std::any_of(phrase->parts.begin(), phrase->parts.end(), [](const auto& part) {
    return std::holds_alternative<ast::Wildcard>(part);
  });
  if (exact && wild) {
    return QueryError{"Q118", span(), "an exact phrase cannot hold a wildcard",
                      "leave out the =, or write \\* for the sign itself"};
  }
  push_operand(std::move(*phrase));
  return std::nullopt;
}

Failure Lexer::read_range(Result<ast::Range, QueryError> (*lex)(Cursor&)) {
  auto range = lex(cursor_);
  if (!range) return range.error();
  push_operand(std::move(*range));
  return std::nullopt;
}

bool Lexer::read_regex() {
  auto regex = lex_regex(cursor_);
  if (!regex) return false;
  push_operand(std::move(*regex));
  return true;
}

// "~", "~2" or "^2.5" right behind an operand.
Failure Lexer::read_suffix() {
  std::size_t size = 0;
  is_suffix_operator(cursor_, size);
  const char32_t sign = cursor_.peek();
  cursor_.at += static_cast<std::uint32_t>(size);
  const std::string number = typed().substr(1);
  return sign == U'^' ? read_weight(number) : read_tilde(number);
}

Failure Lexer::read_tilde(std::string_view number) {
  const auto value = read_digits(number);
  QueryToken* operand = touches_operand() ? &tokens_.back() : nullptr;
  if (operand != nullptr && operand->kind == QueryTokenKind::Operand) {
    if (auto* phrase = std::get_if<ast::Phrase>(&operand->operand)) {
      if (!value) {
        return QueryError{"Q128", span(), "a loose phrase needs a number: \"…\"~3",
                          "it says by how many positions in total the words may be moved"};
      }
      phrase->slop = *value;
      operand->span.end = cursor_.at;
      return std::nullopt;
    }
    auto* word = std::get_if<ast::Word>(&operand->operand);
    if (word != nullptr && !word->exact) {
      const std::uint32_t distance = number.empty() ? kUsualDistance : value.value_or(0);
      if (distance < 1 || distance > 2) {
        return QueryError{"Q128", span(), "similar words differ by 1 or 2 letters: word~1, word~2",
                          ""};
      }
      operand->operand = ast::Fuzzy{std::move(word->text), distance};
      operand->bare_and = false;
      operand->span.end = cursor_.at;
      return std::nullopt;
    }
  }
  return QueryError{"Q128", span(), "~ stands right behind a word or a quoted phrase",
                    "for the sign itself write \\~"};
}

Failure Lexer::read_weight(std::string_view number) {
  if (!touches_operand()) {
    return QueryError{"Q127", span(), "^ stands right behind what it gives weight to",
                      "for the sign itself write \\^"};
  }
  const auto value = read_thousandths(number);
  if (!value) {
    return QueryError{"Q127", span(), "a weight is a number from 0.001 to 1000: word^2", ""};
  }
  push(QueryTokenKind::Weight).number = *value;
  return std::nullopt;
}

bool Lexer::read_field() {
  const std::u32string_view rest = cursor_.text.substr(begin_);
  const std::size_t size = field_name_length(rest);
  if (size == 0 || size + 1 == rest.size()) return false;
  const char32_t next = plain_form(rest[size + 1]);
  const bool path = next == U'/' || (next == U'\\' && is_ascii_letter(cursor_.typed(size + 2)));
  const bool drive = size == 1 && path;  // C:/news, C:\news
  if (next == U' ' || next == U')' || next == U':' || drive) return false;
  cursor_.at += static_cast<std::uint32_t>(size);
  push(QueryTokenKind::Field);
  ++cursor_.at;
  return true;
}

Failure Lexer::read_word() {
  const bool is_value = after_field();
  if (!is_value && read_field()) return std::nullopt;
  auto run = read_run(cursor_);
  if (!run) return run.error();
  if (has_literal(*run)) return read_plain(std::move(*run));
  const std::string word = text_of(*run);
  if (is_value) {
    // title:CAPS(us) needs its parenthesis at once; place:CAPS (us) is a place and a group.
    const auto match = match_operator(word, cursor_.peek() == U'(');
    if (match && match->row->role == Role::Function && cursor_.peek() == U'(') {
      return read_operator(*match);
    }
  } else {
    if (const auto match = match_operator(word, group_follows())) return read_operator(*match);
    note_words(*run, word);
  }
  return read_plain(std::move(*run));
}

Failure Lexer::read_operator(const OperatorMatch& match) {
  if (!match.complete) return bad_number(match);
  switch (match.row->role) {
    case Role::And:
      push(QueryTokenKind::And);
      break;
    case Role::Or:
      push(QueryTokenKind::Or);
      break;
    case Role::Xor:
      push(QueryTokenKind::Xor);
      break;
    case Role::Not:
      push(QueryTokenKind::Not);
      break;
    case Role::Near:
    case Role::Before:
      push(QueryTokenKind::Near).closeness = match.closeness;
      break;
    case Role::Function: {
      QueryToken& token = push(QueryTokenKind::Function);
      token.function = match.row->function;
      token.number = match.number;
      break;
    }
  }
  return std::nullopt;
}

QueryError Lexer::bad_number(const OperatorMatch& match) const {
  const std::string word = typed();
  const std::string_view rest = std::string_view(word).substr(match.row->spelling.size());
  const bool number = !rest.empty() && std::all_of(rest.begin(), rest.end(),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  if (number) {
    return {"Q113", span(), word + ": the number goes from 1 to " + std::to_string(kLargestNumber),
            ""};
  }
  std::string message = "proximity needs a number: W/5, PRE/3, W/S (sentence) or W/P (paragraph)";
  if (match.row->role == Role::Function) {
    const std::string name(match.row->spelling);
    message = name + " needs a number: " + name + "3(…)";
  }
  return {"Q113", span(), message,
          word.ends_with('/') ? "" : "for the word itself write \\" + word};
}

// A run that is no operator: a range, a wildcard or a word.
Failure Lexer::read_plain(Run run) {
  if (const auto dots = find_range_dots(run)) {
    auto range = range_of(run, *dots, span());
    if (!range) return range.error();
    push_operand(std::move(*range));
    return std::nullopt;
  }
  if (run.size() > 1 && run.back().is(U'!')) {  // Nexis writes tarif! for tarif*
    while (run.size() > 1 && run.back().is(U'!')) run.pop_back();
    run.push_back({U'*', false, run.back().at});
  }
  if (!has_wildcard(run)) {
    const bool plain = !has_literal(run) && !after_field();
    std::string text = text_of(run);
    const bool bare_and = plain && text == "and";
    push_operand(ast::Word{std::move(text)}).bare_and = bare_and;
    return std::nullopt;
  }
  std::string pattern = pattern_of(run);
  if (pattern == "*") {
    push_operand(ast::All{});
  } else {
    push_operand(ast::Wildcard{std::move(pattern)});
  }
  return std::nullopt;
}

void Lexer::note_words(const Run& run, std::string_view word) {
  const auto quoted = [&] { return "\"" + std::string(word) + "\""; };
  if (const WordOperator* row = match_in_lower_case(word)) {
    notes_.add("N103",
               "lower-case " + quoted() + " is a word here; " + std::string(row->in_capitals));
  }
  constexpr std::size_t kLongestName = 40;
  const bool looks_like_field = run.size() > 1 && run.size() <= kLongestName &&
                                run.back().is(U':') &&
                                field_name_length(cursor_.text.substr(begin_)) + 1 == run.size();
  if (looks_like_field) {
    notes_.add("N102", quoted() + " is a word here; a field has its value right after the colon: " +
                           std::string(word) + "…");
  }
}

}  // namespace

Result<std::vector<QueryToken>, QueryError> lex_query(std::u32string_view text, NoteList& notes) {
  return Lexer(text, notes).read();
}

}  // namespace morgue
