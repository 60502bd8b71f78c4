// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/factiva.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "query/parse/dialect/connectors.h"
#include "query/parse/dialect/factiva_tables.h"
#include "query/parse/dialect/lex_connectors.h"

namespace morgue::dialect {
namespace {

using namespace factiva;  // its tables
using Unit = ast::Closeness::Unit;

// Looseness.
constexpr std::uint64_t kNear = 1;
constexpr std::uint64_t kPrefix = 2;
constexpr std::uint64_t kNot = 3;
constexpr std::uint64_t kAnd = 4;
constexpr std::uint64_t kOr = 5;

/// "/f50/" or "/n30/".
struct Slashed {
  char letter;
  std::uint32_t number;
  std::uint32_t size;
};

std::optional<Slashed> read_slashed(std::string_view text) {
  if (text.size() < 4 || text[0] != '/' || (text[1] != 'f' && text[1] != 'n')) return std::nullopt;
  std::size_t end = 2;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  const auto number = read_count(text.substr(2, end - 2));
  if (!number || end == text.size() || text[end] != '/') return std::nullopt;
  return Slashed{text[1], *number, static_cast<std::uint32_t>(end + 1)};
}

Connector near(std::uint32_t distance, bool ordered) {
  return {Connector::Kind::Near, kNear, {Unit::Words, distance, ordered}};
}

/// The connector a word spells, when it is one word by itself.
std::optional<Connector> find_connector(std::string_view word) {
  if (word == "and") return Connector{Connector::Kind::And, kAnd, {}};
  if (word == "or") return Connector{Connector::Kind::Or, kOr, {}};
  if (word == "not") return Connector{Connector::Kind::AndNot, kNot, {}};
  if (word == "same") return Connector{Connector::Kind::Near, kNear, {Unit::Paragraph, 0, false}};
  if (word == "adj") return near(1, true);
  for (const std::string_view name : {"adj", "w/", "adj/"}) {
    const auto number = number_behind(word, name);
    if (number) return near(*number, true);
  }
  for (const std::string_view name : {"near", "near/"}) {
    const auto number = number_behind(word, name);
    if (number) return near(*number, false);
  }
  return std::nullopt;
}

class FactivaLexer : public ConnectorLexer {
 public:
  using ConnectorLexer::ConnectorLexer;

 protected:
  Failure read_word() override;
  Result<NodePtr, QueryError> make_word(Span span) override;
  std::string_view opening() const override { return "(["; }
  std::string_view closing() const override { return ")]"; }

 private:
  bool read_connector(Span word);
  Failure read_qualifier(Span word, bool& done);
  Failure read_word_count(std::uint32_t at, bool& done);
  Failure read_dates(Span word, bool& done);
  std::optional<Bound> read_date(std::uint32_t& at);
};

Failure FactivaLexer::read_word() {
  if (const auto slashed = read_slashed(shadow_from(begin_))) {
    const std::uint32_t end = begin_ + slashed->size;
    if (slashed->letter == 'n') {
      push_connector(near(slashed->number, false), end);
    } else {
      push_wrapper(Token::Kind::Postfix,
                   ast::Function{ast::Function::Kind::First, slashed->number, nullptr}, 0, end);
    }
    return std::nullopt;
  }
  Span word{begin_, find_word_end(begin_)};
  for (std::uint32_t at = word.begin; at < word.end; ++at) {  // toyota/F50/
    if (read_slashed(shadow({at, word.end}))) word.end = at;
  }
  if (read_connector(word)) return std::nullopt;
  bool done = false;
  for (const auto reader : {&FactivaLexer::read_qualifier, &FactivaLexer::read_dates}) {
    auto error = (this->*reader)(word, done);
    if (error || done) return error;
  }
  const std::string_view name = shadow(word);
  if (name == "%") {
    push_operand(make_any_word(word), word.end);
    return std::nullopt;
  }
  if (name == "near" || name == "w/" || name == "near/") {
    return QueryError{"Q113", word, "proximity needs a number: near5, adj3, w/3",
                      "for the word itself put it in quotes"};
  }
  return push_word(word);
}

bool FactivaLexer::read_connector(Span word) {
  const auto connector = find_connector(shadow(word));
  if (connector) {
    const std::uint32_t next = skip_spaces(word.end);
    const Span second{next, find_word_end(next)};
    const bool and_not = connector->kind == Connector::Kind::And && shadow(second) == "not";
    // AND NOT is NOT, which is binary here.
    push_connector(and_not ? *find_connector("not") : *connector, and_not ? second.end : word.end);
    return true;
  }
  const auto count = number_behind(shadow(word), "atleast");
  if (!count) return false;
  push_wrapper(Token::Kind::Prefix, ast::Function{ast::Function::Kind::AtLeast, *count, nullptr},
               kPrefix, word.end);
  return true;
}

// hd=…, and wc>500.
Failure FactivaLexer::read_qualifier(Span word, bool& done) {
  const std::string_view typed_word = shadow(word);
  std::size_t size = 0;
  while (size < typed_word.size() && is_ascii_lower(typed_word[size])) ++size;
  const std::string_view name = typed_word.substr(0, size);
  const auto name_end = static_cast<std::uint32_t>(begin_ + size);
  if (name == "wc") return read_word_count(name_end, done);
  if (size < 2 || size > 5 || size == typed_word.size() || typed_word[size] != '=') {
    return std::nullopt;
  }
  done = true;
  const Span span{begin_, name_end};
  const auto* row = std::find_if(kQualifiers.begin(), kQualifiers.end(),
                                 [&](const Qualifier& q) { return q.name == name; });
  if (row == kQualifiers.end()) {
    return QueryError{"Q104", span, "unknown field \"" + typed(span) + "\"",
                      "fields here: hd hlp lp td by sn se la wc; for the text itself put it in "
                      "quotes"};
  }
  if (row->field.empty()) {
    return no_equivalent({begin_, name_end + 1}, typed({begin_, name_end + 1}),
                         std::string(row->remark));
  }
  if (!row->remark.empty()) notes_.add("N104", std::string(row->remark));
  push_wrapper(Token::Kind::Prefix, ast::Fielded{std::string(row->field), span, nullptr}, kPrefix,
               name_end + 1);
  return std::nullopt;
}

Failure FactivaLexer::read_word_count(std::uint32_t at, bool& done) {
  constexpr std::array<std::pair<std::string_view, Comparison>, 5> kSigns{{
      {">=", Comparison::AtLeast},
      {"<=", Comparison::AtMost},
      {">", Comparison::Above},
      {"<", Comparison::Below},
      {"=", Comparison::Is},
  }};
  const Span name{begin_, at};
  at = skip_spaces(at);
  for (const auto& [sign, comparison] : kSigns) {
    if (!shadow_from(at).starts_with(sign)) continue;
    at = skip_spaces(at + static_cast<std::uint32_t>(sign.size()));
    const Span value{at, find_word_end(at)};
    if (!read_number(shadow(value))) {
      return QueryError{"Q121", {begin_, value.end}, "a number is missing", "for example wc>500"};
    }
    done = true;
    const Bound bound{comparison, std::string(shadow(value)), value};
    push_operand(compare("words", name, {bound}, {begin_, value.end}), value.end);
    return std::nullopt;
  }
  return std::nullopt;
}

// A date, or days before today: -7.
std::optional<Bound> FactivaLexer::read_date(std::uint32_t& at) {
  at = skip_spaces(at);
  const Span word{at, find_word_end(at)};
  const std::string_view text = shadow(word);
  if (text.starts_with('-') && read_number(text.substr(1))) {
    at = word.end;
    return Bound{Comparison::Is, std::string(text) + "d", word};
  }
  const auto date = read_typed_date(shadow_from(at));
  if (!date) return std::nullopt;
  const Span span{at, at + static_cast<std::uint32_t>(date->size)};
  note_date(*date, span);
  at = span.end;
  return Bound{Comparison::Is, date->iso, span};
}

// date from … to …, date after …, date before …, date on …, date ….
Failure FactivaLexer::read_dates(Span word, bool& done) {
  if (shadow(word) == "upd") {
    return no_equivalent(word, "upd (the date of an update)", "use date");
  }
  if (shadow(word) != "date") return std::nullopt;
  done = true;
  std::vector<Bound> bounds;
  std::uint32_t at = word.end;
  for (std::uint32_t next = skip_spaces(at); bounds.size() < 2; next = skip_spaces(at)) {
    const Span keyword{next, find_word_end(next)};
    const auto* row = std::find_if(kDateWords.begin(), kDateWords.end(), [&](const DateWord& w) {
      return w.spelling == shadow(keyword);
    });
    const bool first = bounds.empty();
    // Only "from" goes on, and only with "to".
    const bool goes_on = row != kDateWords.end() && row->meaning == Comparison::AtMost;
    if (!first && !(goes_on && bounds.front().comparison == Comparison::AtLeast)) break;
    next = row == kDateWords.end() ? next : keyword.end;
    auto bound = read_date(next);
    if (!bound) {
      return QueryError{"Q106",
                        {begin_, std::max(word.end, keyword.end)},
                        "date begins a range of dates, and one is missing or not understood",
                        "for example date from 20240101 to 20240131, date after -7; for the word "
                        "itself put it in quotes"};
    }
    if (row != kDateWords.end()) bound->comparison = row->meaning;
    bounds.push_back(std::move(*bound));
    at = next;
  }
  NodePtr node = compare("date", word, bounds, {begin_, at});
  push_operand(std::move(node), at);
  return std::nullopt;
}

Result<NodePtr, QueryError> FactivaLexer::make_word(Span span) {
  constexpr std::size_t kFewestLetters = 3;  // before $: "US$" is a word
  std::u32string_view letters = text_.substr(span.begin, span.size());
  std::optional<std::uint32_t> most;
  bool any_behind = false;
  const std::size_t dollar = letters.rfind(U'$');
  if (dollar != letters.npos && dollar >= kFewestLetters) {
    const std::u32string_view behind = letters.substr(dollar + 1);
    any_behind = behind.empty();
    if (behind.size() == 1 && U'1' <= behind[0] && behind[0] <= U'9') most = behind[0] - U'0';
    if (any_behind || most) letters = letters.substr(0, dollar);
  }
  WordBuilder word;
  for (const char32_t letter : letters) {
    if (letter == U'*') {
      word.any_letters();
    } else if (letter == U'?') {
      word.one_letter();
    } else {
      word.letter(letter);
    }
  }
  if (any_behind) word.any_letters();
  return most ? word.finish(span, *most) : word.finish(span);
}

}  // namespace

Result<ParsedQuery, QueryError> parse_factiva(std::string_view text, const ParseOptions& options) {
  const auto points = decode_query(text, options.max_bytes);
  if (!points) return points.error();
  NoteList notes;
  auto tokens = FactivaLexer(*points, notes).read();
  if (!tokens) return tokens.error();
  return parse_connectors(*points, std::move(*tokens), {Connector::Kind::And, kAnd, {}}, options,
                          std::move(notes));
}

}  // namespace morgue::dialect
