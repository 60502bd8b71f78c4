// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/print.h"

#include <algorithm>
#include <optional>

#include "query/parse/code_points.h"
#include "query/parse/operators.h"
#include "query/parse/run.h"

namespace morgue {
namespace {

// Where a run of letters is written; more is special in some places than in others.
enum class Place { Free, AfterField, Phrase, RangeEnd };

Run literal_run(std::string_view text) {
  Run run;
  for (const char32_t point : decode_utf8(text).points) run.push_back({point, true, 0});
  return run;
}

Run wildcard_run(std::string_view pattern) {
  Run run;
  bool escaped = false;
  for (const char32_t point : decode_utf8(pattern).points) {
    if (point == U'\\' && !escaped) {
      escaped = true;
      continue;
    }
    const bool sign = !escaped && (point == U'*' || point == U'?');
    run.push_back({point, !sign, 0});
    escaped = false;
  }
  return run;
}

bool is_word_letter(char32_t point) { return begins_field_name(point) || is_digit(point); }

// Special wherever it stands outside quotes. "&" is so only at the edge of a word: AT&T.
bool special_anywhere(const Run& run, std::size_t i) {
  const char32_t point = run[i].point;
  if (point == U'&') {
    const bool inside = i > 0 && i + 1 < run.size() && is_word_letter(run[i + 1].point);
    return !inside;
  }
  constexpr std::u32string_view kSpecial = U"()|\\*?~^";
  return kSpecial.find(point) != kSpecial.npos || plain_form(point) != point || point == U' ' ||
         quote_family(point) != QuoteFamily::None;
}

bool special_at_front(const Run& run, Place place) {
  constexpr std::u32string_view kSigns = U"-!+=<>[{/";
  const char32_t point = run.front().point;
  if (place == Place::AfterField && point == U'-' && run.size() > 1 && is_digit(run[1].point)) {
    return false;  // date:-30d
  }
  if (place != Place::Free && point == U':') return true;  // two colons make no field
  return kSigns.find(point) != kSigns.npos;
}

// Two dots make a range; in the end of a range so do dots that would touch the two.
bool special_dot(const Run& run, std::size_t i, Place place) {
  if (run[i].point != U'.') return false;
  const bool after_dot = i > 0 && run[i - 1].point == U'.';
  const bool at_edge = i == 0 || i + 1 == run.size();
  return after_dot || (place == Place::RangeEnd && at_edge);
}

bool has_signs(const Run& run) {
  return std::any_of(run.begin(), run.end(), [](const Letter& l) { return !l.literal; });
}

// The colon behind what could be a field name; behind a field there is no other.
std::optional<std::size_t> find_name_colon(const Run& run, Place place) {
  if (place == Place::AfterField || run.empty()) return std::nullopt;
  if (!begins_field_name(run.front().point)) return std::nullopt;
  std::size_t colon = 1;
  while (colon < run.size() && continues_field_name(run[colon].point)) ++colon;
  if (colon == run.size() || run[colon].point != U':') return std::nullopt;
  return colon;
}

bool begins_address(const Run& run, std::size_t i) {
  return i + 2 < run.size() && run[i].point == U':' && run[i + 1].point == U'/' &&
         run[i + 2].point == U'/';
}

bool reads_as_operator(const Run& run) {
  const std::string word = text_of(run);
  return word == "and" || match_operator(word, false) || match_in_lower_case(word) != nullptr;
}

std::string write_run(const Run& run, Place place) {
  const auto name_colon = find_name_colon(run, place);
  const bool operator_like = place != Place::AfterField && reads_as_operator(run);
  // In an address "?" and "." are text, so what needs their meaning must not look like one.
  const bool no_address = place == Place::RangeEnd || has_signs(run);
  std::string out;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char32_t point = run[i].point;
    const bool address = begins_address(run, i);
    const bool bracket = place == Place::RangeEnd && (point == U']' || point == U'}');
    const bool colon = address ? no_address : name_colon == i;
    const bool front = i == 0 && (special_at_front(run, place) || operator_like);
    const bool truncation = i > 0 && i + 1 == run.size() && point == U'!';
    const bool special = special_anywhere(run, i) || special_dot(run, i, place) || colon ||
                         bracket || front || truncation;
    if (special && run[i].literal) out.push_back('\\');
    append_utf8(out, point);
  }
  return out;
}

// One word or several with single spaces, or a wildcard, inside quotes.
std::string write_in_quotes(const Run& run) {
  constexpr std::u32string_view kSpecial = U"\\*?(";
  std::string out;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char32_t point = run[i].point;
    const bool lone =
        (i == 0 || run[i - 1].point == U' ') && (i + 1 == run.size() || run[i + 1].point == U' ');
    const bool special = kSpecial.find(point) != kSpecial.npos || plain_form(point) != point ||
                         quote_family(point) == QuoteFamily::Straight || (point == U'_' && lone);
    if (special && run[i].literal) out.push_back('\\');
    append_utf8(out, point);
  }
  return out;
}

// Inside (one|other) so are the signs that part and end the alternatives.
std::string write_alternative(std::string_view word) {
  std::string out;
  for (const char c : write_in_quotes(literal_run(word))) {
    if (c == '|' || c == ')') out += '\\';
    out += c;
  }
  return out;
}

struct PartText {
  std::string operator()(const ast::Word& word) const {
    return write_in_quotes(literal_run(word.text));
  }
  std::string operator()(const ast::Wildcard& wild) const {
    return write_in_quotes(wildcard_run(wild.pattern));
  }
  std::string operator()(const ast::OneOf& alternatives) const {
    std::string out;
    for (const std::string& word : alternatives.words) {
      out += (out.empty() ? "(" : "|") + write_alternative(word);
    }
    return out + ")";
  }
  std::string operator()(const ast::AnyWord&) const { return "_"; }
};

// 2500 as "2.5".
std::string write_thousandths(std::uint32_t value) {
  std::string text = std::to_string(value / 1000);
  std::string decimals = std::to_string(1000 + value % 1000).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return decimals.empty() ? text : text + "." + decimals;
}

std::string write_regex(std::string_view pattern) {
  std::string out = "/";
  bool escaped = false;
  for (const char c : pattern) {
    if (c == '/' && !escaped) out += '\\';
    escaped = c == '\\' && !escaped;
    out += c;
  }
  return out + "/";
}

class Printer {
 public:
  explicit Printer(Place place) : place_(place) {}

  std::string operator()(const ast::Word& word) const {
    return (word.exact ? "=" : "") + write_run(literal_run(word.text), place_);
  }
  std::string operator()(const ast::Wildcard& wild) const {
    return write_run(wildcard_run(wild.pattern), place_);
  }
  std::string operator()(const ast::Phrase& phrase) const {
    std::string out = phrase.exact ? "=\"" : "\"";
    for (std::size_t i = 0; i < phrase.parts.size(); ++i) {
      if (i > 0) out += ' ';
      out += std::visit(PartText(), phrase.parts[i]);
    }
    out += "\"";
    return phrase.slop == 0 ? out : out + "~" + std::to_string(phrase.slop);
  }
  std::string operator()(const ast::Fuzzy& fuzzy) const {
    return write_run(literal_run(fuzzy.text), place_) + "~" + std::to_string(fuzzy.distance);
  }
  std::string operator()(const ast::Regex& regex) const { return write_regex(regex.pattern); }
  std::string operator()(const ast::Range& range) const { return print_range(range); }
  std::string operator()(const ast::All&) const { return "*"; }
  std::string operator()(const ast::Fielded& fielded) const {
    // "C:/news/" is a path.
    const bool path =
        fielded.name.size() == 1 && std::holds_alternative<ast::Regex>(fielded.child->value);
    const std::string value = print_child(*fielded.child, !path);
    return fielded.name + ":" + (path ? "(" + value + ")" : value);
  }
  std::string operator()(const ast::And& chain) const { return join(chain.children, " AND "); }
  std::string operator()(const ast::Or& chain) const { return join(chain.children, " OR "); }
  std::string operator()(const ast::Xor& chain) const { return join(chain.children, " XOR "); }
  std::string operator()(const ast::Not& node) const {
    return "NOT " + print_child(*node.child, false);
  }
  std::string operator()(const ast::Proximity& chain) const {
    std::string out = print_operand(*chain.operands.front());
    for (std::size_t i = 1; i < chain.operands.size(); ++i) {
      out += " " + spell(chain.between[i - 1]) + " " + print_operand(*chain.operands[i]);
    }
    return out;
  }
  std::string operator()(const ast::Apart& apart) const {
    return print_operand(*apart.kept) + " NOT " + spell(apart.closeness) + " " +
           print_operand(*apart.avoided);
  }
  std::string operator()(const ast::Function& function) const {
    return spell(function) + "(" + print(*function.child) + ")";
  }
  std::string operator()(const ast::Weighted& weighted) const {
    const bool grouped = std::holds_alternative<ast::Not>(weighted.child->value) ||
                         std::holds_alternative<ast::Weighted>(weighted.child->value);
    const std::string text = print_child(*weighted.child, false);
    return (grouped ? "(" + text + ")" : text) + "^" + write_thousandths(weighted.thousandths);
  }

 private:
  static bool is_chain(const ast::Node& node) {
    return std::holds_alternative<ast::And>(node.value) ||
           std::holds_alternative<ast::Or>(node.value) ||
           std::holds_alternative<ast::Xor>(node.value) ||
           std::holds_alternative<ast::Proximity>(node.value) ||
           std::holds_alternative<ast::Apart>(node.value);
  }

  // What joins operands stands in parentheses inside anything; behind a field so does all but a
  // single value.
  static std::string print_child(const ast::Node& child, bool after_field) {
    const bool grouped =
        is_chain(child) || (after_field && (std::holds_alternative<ast::Not>(child.value) ||
                                            std::holds_alternative<ast::Fielded>(child.value) ||
                                            std::holds_alternative<ast::Weighted>(child.value)));
    const Place place = after_field && !grouped ? Place::AfterField : Place::Free;
    const std::string text = std::visit(Printer(place), child.value);
    return grouped ? "(" + text + ")" : text;
  }

  static std::string print_operand(const ast::Node& operand) {
    const std::string text = print_child(operand, false);
    return std::holds_alternative<ast::Not>(operand.value) ? "(" + text + ")" : text;
  }

  static std::string join(const std::vector<ast::NodePtr>& children, std::string_view between) {
    std::string out;
    for (const ast::NodePtr& child : children) {
      if (!out.empty()) out += between;
      out += print_child(*child, false);
    }
    return out;
  }

  std::string print_range(const ast::Range& range) const {
    const auto end = [&](const std::optional<std::string>& value) {
      return value ? write_range_end(*value) : std::string("*");
    };
    if (!range.low && range.high && !range.high_included) return "<" + end(range.high);
    if (!range.high && range.low && !range.low_included) return ">" + end(range.low);
    if (range.low_included && range.high_included) {
      return (range.low ? end(range.low) : "") + ".." + (range.high ? end(range.high) : "");
    }
    return (range.low_included ? "[" : "{") + end(range.low) + " TO " + end(range.high) +
           (range.high_included ? "]" : "}");
  }

  // Right behind a field date:-30d.. needs no backslash, and there are no operators either.
  std::string write_range_end(std::string_view value) const {
    std::string text = write_run(literal_run(value), Place::RangeEnd);
    if (place_ != Place::AfterField || text.size() < 3 || text[0] != '\\') return text;
    const char32_t first = static_cast<unsigned char>(text[1]);
    const char32_t second = static_cast<unsigned char>(text[2]);
    if (is_ascii_letter(first) || (first == U'-' && is_digit(second))) text.erase(0, 1);
    return text;
  }

  Place place_;
};

}  // namespace

std::string print(const ast::Node& node) { return std::visit(Printer(Place::Free), node.value); }

std::string quote(std::string_view value) {
  const Run run = literal_run(value);
  const bool plain = !run.empty() && std::all_of(run.begin(), run.end(), [](const Letter& letter) {
    return is_word_letter(letter.point);
  });
  return plain ? std::string(value) : "\"" + write_in_quotes(run) + "\"";
}

}  // namespace morgue
