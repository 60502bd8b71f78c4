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

// The colon behind what could be a field name; behind a field there is no other. In an address the
// lexer takes it for text, but then reads "?" as text as well; so a wildcard needs its colon
// escaped.
std::optional<std::size_t> special_colon(const Run& run, Place place) {
  if (place == Place::AfterField && !has_signs(run)) return std::nullopt;
  std::u32string text;
  for (const Letter& letter : run) text.push_back(letter.point);
  const std::size_t colon = text.find(U':');
  if (colon == text.npos || !begins_field_name(text.front())) return std::nullopt;
  const bool address = text.compare(colon, 3, U"://") == 0 && !has_signs(run);
  if (address) return std::nullopt;
  const bool name = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                                [](char32_t point) { return continues_field_name(point); });
  return name ? std::optional(colon) : std::nullopt;
}

bool reads_as_operator(const Run& run) {
  const std::string word = text_of(run);
  return word == "and" || match_operator(word, false) || match_in_lower_case(word) != nullptr;
}

std::string write_run(const Run& run, Place place) {
  const auto colon = special_colon(run, place);
  const bool operator_like = place != Place::AfterField && reads_as_operator(run);
  std::string out;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char32_t point = run[i].point;
    const bool bracket = place == Place::RangeEnd && (point == U']' || point == U'}');
    const bool special =
        run[i].literal && (special_anywhere(run, i) || special_dot(run, i, place) || colon == i ||
                           bracket || (i == 0 && (special_at_front(run, place) || operator_like)) ||
                           (i > 0 && i + 1 == run.size() && point == U'!'));
    if (special) out.push_back('\\');
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

struct PartRun {
  Run operator()(const ast::Word& word) const { return literal_run(word.text); }
  Run operator()(const ast::Wildcard& wild) const { return wildcard_run(wild.pattern); }
};

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
      out += write_in_quotes(std::visit(PartRun(), phrase.parts[i]));
    }
    return out + "\"";
  }
  std::string operator()(const ast::Range& range) const { return print_range(range); }
  std::string operator()(const ast::All&) const { return "*"; }
  std::string operator()(const ast::Fielded& fielded) const {
    return fielded.name + ":" + print_child(*fielded.child, true);
  }
  std::string operator()(const ast::And& chain) const { return join(chain.children, " AND "); }
  std::string operator()(const ast::Or& chain) const { return join(chain.children, " OR "); }
  std::string operator()(const ast::Not& node) const {
    return "NOT " + print_child(*node.child, false);
  }

 private:
  static bool is_chain(const ast::Node& node) {
    return std::holds_alternative<ast::And>(node.value) ||
           std::holds_alternative<ast::Or>(node.value);
  }

  // Chains stand in parentheses inside anything; behind a field so does all but a single value.
  static std::string print_child(const ast::Node& child, bool after_field) {
    const bool grouped =
        is_chain(child) || (after_field && (std::holds_alternative<ast::Not>(child.value) ||
                                            std::holds_alternative<ast::Fielded>(child.value)));
    const Place place = after_field && !grouped ? Place::AfterField : Place::Free;
    const std::string text = std::visit(Printer(place), child.value);
    return grouped ? "(" + text + ")" : text;
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

  // date:-30d.. needs no backslash; inside parentheses -30d.. would be an exclusion.
  std::string write_range_end(std::string_view value) const {
    std::string text = write_run(literal_run(value), Place::RangeEnd);
    if (place_ == Place::AfterField && text.starts_with("\\-") && text.size() > 2 &&
        is_digit(static_cast<unsigned char>(text[2]))) {
      text.erase(0, 1);
    }
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
