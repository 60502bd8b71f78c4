// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/dialect/lucene.h"

#include <utility>
#include <vector>

#include "query/parse/dialect/build.h"
#include "query/parse/dialect/lucene_operands.h"
#include "query/parse/note_list.h"
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

// Reads clauses straight from the text. A function that fails sets error_ and returns false or
// null.
class LuceneParser : private LuceneOperands {
 public:
  LuceneParser(std::u32string_view text, const ParseOptions& options)
      : LuceneOperands(text), options_(options) {}

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
  NodePtr build(std::vector<Clause> clauses);
  std::optional<std::string> read_field_name();
  bool accept_word(std::u32string_view word);
  bool at_end_of_group() { return cursor_.at_end() || cursor_.peek() == U')'; }

  NodePtr fail_unclosed(std::uint32_t open);
  NodePtr fail_empty(std::uint32_t open);
  NodePtr fail_unopened();

  const ParseOptions& options_;
  NoteList notes_;
  std::size_t groups_ = 0;
  Span operator_;  // the last one read, for errors
};

// One group, or the whole query; the cursor stops at its end.
NodePtr LuceneParser::parse_clauses(std::uint32_t begin) {
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

bool LuceneParser::parse_clause(std::vector<Clause>& clauses) {
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
bool LuceneParser::accept_word(std::u32string_view word) {
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

LuceneParser::Conjunction LuceneParser::read_conjunction() {
  Conjunction found = Conjunction::None;
  if (accept_word(U"AND") || accept_word(U"&&")) found = Conjunction::And;
  if (found == Conjunction::None && (accept_word(U"OR") || accept_word(U"||"))) {
    found = Conjunction::Or;
  }
  cursor_.skip_spaces();
  return found;
}

Occurs LuceneParser::read_modifier() {
  if (accept_word(U"+")) return Occurs::Required;
  if (cursor_.peek() == U'-') {  // any dash
    operator_ = here(1);
    ++cursor_.at;
    return Occurs::Prohibited;
  }
  return accept_word(U"!") || accept_word(U"NOT") ? Occurs::Prohibited : Occurs::Optional;
}

// What the clauses of a group find together; see the header.
NodePtr LuceneParser::build(std::vector<Clause> clauses) {
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

NodePtr LuceneParser::parse_fielded() {
  const std::uint32_t begin = cursor_.at;
  if (cursor_.text.substr(begin, 3) == U"*:*") {
    cursor_.at += 3;
    return read_weight(make_node(since(begin), ast::All{}));
  }
  std::optional<std::string> name = read_field_name();
  if (!name) return read_weight(read_tilde(parse_value("")));
  const Span name_span{begin, cursor_.at - 1};
  cursor_.skip_spaces();
  if (at_end_of_group()) {
    return fail({"Q102", {begin, name_span.end + 1}, *name + ": needs a value on its right", ""});
  }
  NodePtr value = read_tilde(parse_value(*name));
  if (!value) return nullptr;
  if (*name == kExists) name = "has";
  return read_weight(
      make_node(since(begin), ast::Fielded{std::move(*name), name_span, std::move(value)}));
}

// Moves behind the colon.
std::optional<std::string> LuceneParser::read_field_name() {
  const std::u32string_view rest = cursor_.text.substr(cursor_.at);
  const bool exists =
      ascii_shadow(rest.substr(0, kExists.size() + 1)) == std::string(kExists) + ":";
  const std::size_t size = exists ? kExists.size() : field_name_length(rest);
  if (size == 0) return std::nullopt;
  cursor_.at += static_cast<std::uint32_t>(size + 1);
  return encode_utf8(rest.substr(0, size));
}

NodePtr LuceneParser::parse_value(std::string_view field) {
  return cursor_.peek() == U'(' ? parse_group() : read_operand(field);
}

NodePtr LuceneParser::parse_group() {
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

NodePtr LuceneParser::fail_unclosed(std::uint32_t open) {
  return fail({"Q105",
               {open, open + 1},
               "this parenthesis is never closed",
               try_with(cursor_.text, std::u32string(groups_, U')'))});
}

// Says why there are no clauses in the group that begins at `open`, or in the query.
NodePtr LuceneParser::fail_empty(std::uint32_t open) {
  if (groups_ == 0 && cursor_.at_end()) {
    return fail({"Q100", here(0), "the query is empty", "for every article write *:*"});
  }
  if (groups_ == 0) return fail_unopened();
  if (cursor_.at_end()) return fail_unclosed(open);
  return fail({"Q105", {open, cursor_.at + 1}, "there is nothing between these parentheses", ""});
}

NodePtr LuceneParser::fail_unopened() {
  return fail(
      {"Q105", here(1), "this parenthesis was never opened", "for the sign itself write \\)"});
}

}  // namespace

Result<ParsedQuery, QueryError> parse_lucene(std::string_view text, const ParseOptions& options) {
  const auto points = decode_query(text, options.max_bytes);
  if (!points) return points.error();
  return LuceneParser(*points, options).parse();
}

}  // namespace morgue::dialect
