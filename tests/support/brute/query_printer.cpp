// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "tests/support/brute/query.h"

namespace morgue::brute {
namespace {

using Kind = Node::Kind;

/// How tight a node binds; a part that binds no tighter than its parent needs parentheses.
int tightness(const Node& node) {
  switch (node.kind) {
    case Kind::Or:
      return 1;
    case Kind::Xor:
      return 2;
    case Kind::And:
      return 3;
    case Kind::Not:
      return 4;
    case Kind::Near:
    case Kind::NotNear:
      return 5;
    case Kind::AtLeast:
    case Kind::First:
    case Kind::Caps:
    case Kind::NoCaps:
    case Kind::AllCaps:
    case Kind::AsWritten:
      return 6;
    case Kind::Weight:
      return 7;
    case Kind::Field:
      return 8;
    default:
      return 9;
  }
}

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

/// Signs that mean something outside of quotes; a wildcard's own are escaped in its pattern.
constexpr std::string_view kSigns = "\"()|&+-!=<>[]{}/:~^";

std::string group(const Node& node) { return "(" + print(node) + ")"; }

std::string inside(const Node& part, int parent) {
  const bool more = part.spelling % 2 == 1 && part.parts.size() > 1;
  return tightness(part) <= parent || more ? group(part) : print(part);
}

std::string phrase_part(const Node& part) {
  constexpr std::string_view kQuoted = "\"\\*?(_";
  switch (part.kind) {
    case Kind::Gap:
      return "_";
    case Kind::Wildcard:
      return escaped(part.text, "\"(");
    case Kind::Or: {
      std::string text;
      for (const Node& word : part.parts) text += (text.empty() ? "(" : "|") + word.text;
      return text + ")";
    }
    default:
      return escaped(part.text, kQuoted);
  }
}

std::string phrase(const Node& node) {
  std::string words;
  for (const Node& part : node.parts) words += (words.empty() ? "" : " ") + phrase_part(part);
  constexpr std::array<std::array<std::string_view, 2>, 3> kQuotes{
      {{"\"", "\""}, {"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}}};
  const auto& quotes = kQuotes[node.spelling % kQuotes.size()];
  const std::string slop = node.number < 0 ? "" : "~" + std::to_string(node.number);
  return (node.exact ? "=" : "") + std::string(quotes[0]) + words + std::string(quotes[1]) + slop;
}

std::string range(const Node& node) {
  const bool one_end = node.text.empty() || node.high.empty();
  if (one_end && (node.spelling % 2 == 1 || !node.low_included || !node.high_included)) {
    if (node.high.empty()) return (node.low_included ? ">=" : ">") + node.text;
    return (node.high_included ? "<=" : "<") + node.high;
  }
  if (node.spelling == 0 && node.low_included && node.high_included) {
    return node.text + ".." + node.high;
  }
  const std::string low = node.text.empty() ? "*" : node.text;
  const std::string high = node.high.empty() ? "*" : node.high;
  return (node.low_included ? "[" : "{") + low + " TO " + high + (node.high_included ? "]" : "}");
}

std::string link(const Link& link, bool negated, unsigned spelling) {
  const bool other = spelling % 2 == 1 && link.reach == Link::Reach::Words && !negated;
  std::string text = negated ? "NOT " : "";
  text += link.ordered ? (other ? "ADJ/" : "PRE/") : (other ? "NEAR/" : "W/");
  if (link.reach == Link::Reach::Sentence) return text + "S";
  if (link.reach == Link::Reach::Paragraph) return text + "P";
  return text + std::to_string(link.words);
}

std::string joined(const Node& node, std::string_view sign) {
  std::string text;
  for (const Node& part : node.parts) {
    if (!text.empty()) text += sign;
    text += inside(part, tightness(node));
  }
  return text;
}

std::string function(const Node& node, const std::string& name) {
  return name + "(" + print(node.parts.front()) + ")";
}

std::string word(const Node& node) { return escaped(node.text, "\\*?\"()|&+-!=<>[]{}/:~^"); }

/// The left side of a chain may itself be a NOT W/n, which is read from left to right.
std::string near(const Node& node) {
  std::string text;
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    const Node& part = node.parts[i];
    if (i > 0) {
      text += " " + link(node.links[i - 1], node.kind == Kind::NotNear, node.spelling) + " ";
    }
    const bool plain =
        i == 0 && part.spelling % 2 == 0 &&
        (part.kind == Kind::NotNear || (part.kind == Kind::Near && node.kind == Kind::NotNear));
    text += plain ? print(part) : inside(part, tightness(node));
  }
  return text;
}

}  // namespace

std::string print(const Node& node) {
  constexpr std::array<std::string_view, 5> kAnd{" AND ", " ", " && ", " & ", " + "};
  constexpr std::array<std::string_view, 3> kOr{" OR ", " || ", " | "};
  constexpr std::array<std::string_view, 3> kNot{"NOT ", "-", "!"};
  switch (node.kind) {
    case Kind::All:
      return "*";
    case Kind::Word:
      return word(node);
    case Kind::Exact:
      return "=" + word(node);
    case Kind::Wildcard:
      if (node.spelling % 2 == 1 && node.text.find_first_of("*?") == node.text.size() - 1 &&
          node.text.back() == '*') {
        return node.text.substr(0, node.text.size() - 1) + "!";
      }
      return escaped(node.text, kSigns);
    case Kind::Fuzzy:
      return word(node) + "~" +
             (node.number == 2 && node.spelling == 1 ? "" : std::to_string(node.number));
    case Kind::Regex:
      return "/" + escaped(node.text, "/") + "/";
    case Kind::Phrase:
      return phrase(node);
    case Kind::Gap:
      return "_";
    case Kind::Range:
      return range(node);
    case Kind::Field:
      return node.text + ":" + inside(node.parts.front(), tightness(node));
    case Kind::Weight:
      return inside(node.parts.front(), tightness(node)) + "^" + node.text;
    case Kind::Near:
    case Kind::NotNear:
      return near(node);
    case Kind::AtLeast:
      return function(node, "ATLEAST" + std::to_string(node.number));
    case Kind::First:
      return function(node, "FIRST/" + std::to_string(node.number));
    case Kind::Caps:
      return function(node, "CAPS");
    case Kind::NoCaps:
      return function(node, "NOCAPS");
    case Kind::AllCaps:
      return function(node, "ALLCAPS");
    case Kind::AsWritten:
      return function(node, "EXACT");
    case Kind::Not:
      return std::string(kNot[node.spelling % kNot.size()]) +
             inside(node.parts.front(), tightness(node));
    case Kind::And:
      return joined(node, kAnd[node.spelling / 2 % kAnd.size()]);
    case Kind::Xor:
      return joined(node, " XOR ");
    case Kind::Or:
      return joined(node, kOr[node.spelling / 2 % kOr.size()]);
  }
  return {};
}

std::string print_plainly(Node node) {
  const auto plain = [](auto& self, Node& each) -> void {
    each.spelling = 0;
    for (Node& part : each.parts) self(self, part);
  };
  plain(plain, node);
  return print(node);
}

}  // namespace morgue::brute
