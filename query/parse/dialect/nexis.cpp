// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/nexis.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"
#include "query/parse/dialect/connectors.h"
#include "query/parse/dialect/lex_connectors.h"
#include "query/parse/dialect/nexis_tables.h"

namespace morgue::dialect {
namespace {

using namespace nexis;  // its tables
using Unit = ast::Closeness::Unit;

// Looseness: OR, then each n, then sentence, paragraph, AND, AND NOT.
constexpr std::uint64_t kOr = 0;
constexpr std::uint64_t kSentence = std::uint64_t{1} << 32U;
constexpr std::uint64_t kParagraph = kSentence + 1;
constexpr std::uint64_t kAnd = kSentence + 2;
constexpr std::uint64_t kAndNot = kSentence + 3;

/// The row of a table with that name or spelling, or null.
template <class Table, class Member>
auto find_row(const Table& table, Member member, std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [&](const auto& row) { return row.*member == name; });
  return found == table.end() ? nullptr : found;
}

const Scope* find_scope(std::string_view argument) {
  return find_row(kScopes, &Scope::spelling, argument);
}

/// Whether the word is that connector, complete or not; "/etc" and "+s" are words.
bool spells(std::string_view word, const Spelling& spelling) {
  if (!word.starts_with(spelling.before)) return false;
  if (is_ascii_lower(spelling.before.front())) return true;
  const std::string_view argument = word.substr(spelling.before.size());
  if (read_number(argument)) return true;
  return spelling.before == "/" && (find_scope(argument) != nullptr || argument == "seg");
}

/// The function a name spells, with its number.
std::optional<std::pair<ast::Function::Kind, std::uint32_t>> find_command(std::string_view name) {
  if (const Command* command = find_row(kCommands, &Command::name, name)) {
    return std::pair(command->kind, 0U);
  }
  for (const std::string_view spelling : {"atleast", "atl"}) {
    const auto number = number_behind(name, spelling);
    if (number) return std::pair(ast::Function::Kind::AtLeast, *number);
  }
  return std::nullopt;
}

QueryError proximity_needs_number(Span span) {
  return {"Q113", span, "a proximity needs a number, s or p: w/5, pre/3, w/s, w/p",
          "for the text itself put it in quotes"};
}

class NexisLexer : public ConnectorLexer {
 public:
  using ConnectorLexer::ConnectorLexer;

 protected:
  Failure read_word() override;
  Result<NodePtr, QueryError> make_word(Span span) override;

 private:
  Failure read_before_group(Span word, bool& done);
  Failure read_connector(Span word, bool& done);
  Failure read_proximity(Span word, const Spelling& spelling, bool apart);
  Failure read_comparisons(const Segment& segment, std::uint32_t at, bool& done);
  bool read_comparator(std::uint32_t& at, Comparison& comparison, bool& is_sign) const;
  std::optional<Bound> read_value(const Segment& segment, std::uint32_t& at);
  std::optional<std::uint32_t> find_group(Span word) const;
};

Failure NexisLexer::read_word() {
  const Span word{begin_, find_word_end(begin_)};
  bool done = false;
  for (const auto reader : {&NexisLexer::read_before_group, &NexisLexer::read_connector}) {
    auto error = (this->*reader)(word, done);
    if (error || done) return error;
  }
  return push_word(word);
}

// Where the "(" is that makes the word a name: right behind it, or behind a name in capitals.
std::optional<std::uint32_t> NexisLexer::find_group(Span word) const {
  const std::uint32_t at = skip_spaces(word.end);
  if (at == end_of_text() || text_[at] != U'(') return std::nullopt;
  const bool capitals = std::all_of(text_.begin() + word.begin, text_.begin() + word.end,
                                    [](char32_t c) { return c < U'a' || c > U'z'; });
  return at == word.end || capitals ? std::optional(at) : std::nullopt;
}

// Segments and commands: HEADLINE(…), ATLEAST5(…), DATE IS ….
Failure NexisLexer::read_before_group(Span word, bool& done) {
  std::string_view name = shadow(word);
  name = name.substr(0, name.find_first_of("<>="));  // DATE>2024
  const Segment* segment = find_row(kSegments, &Segment::name, name);
  if (segment != nullptr && (segment->field == "date" || segment->field == "words")) {
    const auto name_end = static_cast<std::uint32_t>(begin_ + name.size());
    if (auto error = read_comparisons(*segment, name_end, done); error || done) return error;
  }
  if (name.size() != word.size() || !find_group(word)) return std::nullopt;
  done = true;
  if (segment != nullptr && segment->field.empty()) {
    return no_equivalent(word, "the segment " + typed(word), "archives do not store it");
  }
  if (segment != nullptr) {
    push_wrapper(Token::Kind::Prefix, ast::Fielded{std::string(segment->field), word, nullptr}, 0,
                 word.end);
    return std::nullopt;
  }
  if (const auto command = find_command(name)) {
    push_wrapper(Token::Kind::Prefix, ast::Function{command->first, command->second, nullptr}, 0,
                 word.end);
    return std::nullopt;
  }
  if (name == "singular" || name == "plural") {
    return no_equivalent(word, typed(word), "for one form alone put it in quotes");
  }
  const bool connector = name == "and" || name == "or" || name == "not";
  const bool nameable =
      std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_lower(c) || c == '-'; });
  done = shadow_from(word.end).starts_with('(') && nameable && !connector;
  if (!done) return std::nullopt;
  return QueryError{"Q104", word, "unknown segment \"" + typed(word) + "\"",
                    "segments here: HEADLINE LEAD HLEAD BODY BYLINE PUBLICATION SECTION LANGUAGE "
                    "DATE LENGTH; for the word itself put a space behind it"};
}

Failure NexisLexer::read_connector(Span word, bool& done) {
  const std::string_view name = shadow(word);
  done = true;
  if (name == "or") {
    push_connector({Connector::Kind::Or, kOr, {}}, word.end);
    return std::nullopt;
  }
  // "and not", "not w/5" and "but not" are written in two words.
  const std::uint32_t next = skip_spaces(word.end);
  const Span second{next, find_word_end(next)};
  if (name == "and") {
    const bool negated = shadow(second) == "not";
    push_connector(
        {negated ? Connector::Kind::AndNot : Connector::Kind::And, negated ? kAndNot : kAnd, {}},
        negated ? second.end : word.end);
    return std::nullopt;
  }
  for (const Spelling& spelling : kSpellings) {
    if (spells(name, spelling)) return read_proximity(word, spelling, spelling.apart);
    const bool negated = name == "not" && spells(shadow(second), spelling);
    if (negated) return read_proximity(second, spelling, true);
  }
  if (name == "not") {
    push_connector({Connector::Kind::AndNot, kAndNot, {}}, word.end);
    return std::nullopt;
  }
  done = false;
  return std::nullopt;
}

// `word` is the connector from its spelling on: "w/5", also of "not w/5".
Failure NexisLexer::read_proximity(Span word, const Spelling& spelling, bool apart) {
  const std::string_view argument = shadow(word).substr(spelling.before.size());
  const Span whole{begin_, word.end};
  if (argument == "seg" || argument == "segment") {
    return no_equivalent(whole, typed(whole) + " (the same segment)",
                         "name the field: HEADLINE(… AND …), BODY(… AND …)");
  }
  if (apart && spelling.ordered) {
    return no_equivalent(whole, typed(whole), "use not w/n, which has no order");
  }
  Connector connector{apart ? Connector::Kind::Apart : Connector::Kind::Near, 0, {}};
  connector.closeness.ordered = spelling.ordered;
  if (const Scope* scope = find_scope(argument)) {
    connector.closeness.unit = scope->unit;
    connector.looseness = scope->unit == Unit::Sentence ? kSentence : kParagraph;
  } else if (const auto number = read_count(argument)) {
    connector.closeness.distance = *number;
    connector.looseness = kOr + *number;
  } else {
    return proximity_needs_number(whole);
  }
  push_connector(connector, whole.end);
  return std::nullopt;
}

bool NexisLexer::read_comparator(std::uint32_t& at, Comparison& comparison, bool& is_sign) const {
  at = skip_spaces(at);
  const std::string_view rest = shadow_from(at);
  for (const Comparator& row : kComparators) {
    if (!rest.starts_with(row.spelling)) continue;
    is_sign = !is_ascii_lower(row.spelling.front());
    const bool goes_on =
        rest.size() > row.spelling.size() && is_ascii_lower(rest[row.spelling.size()]);
    if (!is_sign && goes_on) continue;
    at += static_cast<std::uint32_t>(row.spelling.size());
    comparison = row.meaning;
    return true;
  }
  return false;
}

// A date or a number, in parentheses of its own or not; `at` moves behind it.
std::optional<Bound> NexisLexer::read_value(const Segment& segment, std::uint32_t& at) {
  at = skip_spaces(at);
  const bool grouped = shadow_from(at).starts_with('(');
  if (grouped) at = skip_spaces(at + 1);
  Bound bound;
  if (segment.field == "date") {
    const auto date = read_typed_date(shadow_from(at));
    if (!date) return std::nullopt;
    bound.value = date->iso;
    bound.span = {at, at + static_cast<std::uint32_t>(date->size)};
    note_date(*date, bound.span);
  } else {
    const std::string_view rest = shadow_from(at);
    const std::string_view digits = rest.substr(0, rest.find_first_not_of("0123456789"));
    if (!read_number(digits)) return std::nullopt;
    bound.value = std::string(digits);
    bound.span = {at, at + static_cast<std::uint32_t>(digits.size())};
  }
  at = bound.span.end;
  if (!grouped) return bound;
  at = skip_spaces(at);
  if (!shadow_from(at).starts_with(')')) return std::nullopt;
  ++at;
  return bound;
}

// DATE(> 1/31/2024), DATE(aft 2022 and bef 2024), DATE IS 2024, LENGTH > 500. "date" and "length"
// without a comparison are words.
Failure NexisLexer::read_comparisons(const Segment& segment, std::uint32_t at, bool& done) {
  const Span name{begin_, at};
  const auto group = find_group(name);
  if (group) at = *group + 1;
  std::vector<Bound> bounds;
  bool certain = group.has_value();  // that it is a comparison, right or wrong
  for (bool more = true; more;) {
    Comparison comparison = Comparison::Is;
    bool is_sign = false;
    const bool compared = read_comparator(at, comparison, is_sign);
    if (!compared && !group) return std::nullopt;
    certain = certain || is_sign;
    auto bound = read_value(segment, at);
    if (!bound) {
      if (!certain) return std::nullopt;
      const bool is_date = segment.field == "date";
      return QueryError{is_date ? "Q106" : "Q121",
                        {name.begin, at},
                        is_date ? "a date is missing or not understood" : "a number is missing",
                        is_date ? "for example DATE(aft 1/31/2024), DATE(is 2024-01)"
                                : "for example LENGTH(> 500)"};
    }
    bound->comparison = comparison;
    bounds.push_back(std::move(*bound));
    const std::uint32_t next = skip_spaces(at);
    more = group && shadow_from(next).starts_with("and ");
    if (more) at = next + 3;
  }
  if (group) {
    at = skip_spaces(at);
    if (!shadow_from(at).starts_with(')')) {
      return QueryError{"Q105", {*group, *group + 1}, "this parenthesis is never closed", ""};
    }
    ++at;
  }
  NodePtr node = compare(segment.field, name, bounds, {name.begin, at});
  if (!node) {
    return QueryError{"Q111", {name.begin, at}, "not a range", "give one end after, one before"};
  }
  done = true;
  push_operand(std::move(node), at);
  return std::nullopt;
}

Result<NodePtr, QueryError> NexisLexer::make_word(Span span) {
  std::u32string_view letters = text_.substr(span.begin, span.size());
  bool any_behind = false;
  while (letters.size() > 1 && letters.back() == U'!') {
    letters.remove_suffix(1);
    any_behind = true;
  }
  std::uint32_t most = 0;
  while (!any_behind && !letters.empty() && letters.back() == U'*') {
    letters.remove_suffix(1);
    ++most;
  }
  constexpr std::uint32_t kMostLetters = 10;
  if (letters.empty() || most > kMostLetters) {
    return QueryError{"Q120", span, "truncation needs letters before it, and has its end",
                      "up to ten * stand behind a word; ! stands for any number of letters"};
  }
  WordBuilder word;
  for (const char32_t letter : letters) {
    if (letter == U'*' || letter == U'?') {
      word.one_letter();
    } else {
      word.letter(letter);
    }
  }
  if (any_behind) word.any_letters();
  if (most == 0) return word.finish(span);
  notes_.add("N104", typed(span) + " was read as at most " + std::to_string(most) +
                         (most == 1 ? " letter" : " letters") + " more; newer Nexis reads it as " +
                         word.text() + "!");
  return word.finish(span, most);
}

}  // namespace

Result<ParsedQuery, QueryError> parse_nexis(std::string_view text, const ParseOptions& options) {
  const auto points = decode_query(text, options.max_bytes);
  if (!points) return points.error();
  NoteList notes;
  auto tokens = NexisLexer(*points, notes).read();
  if (!tokens) return tokens.error();
  return parse_connectors(*points, std::move(*tokens), {Connector::Kind::And, kAnd, {}}, options,
                          std::move(notes));
}

}  // namespace morgue::dialect
