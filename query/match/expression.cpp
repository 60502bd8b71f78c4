// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/expression.h"

#include "query/parse/operators.h"

namespace morgue::match {
namespace {

std::string describe_terms(const std::vector<std::string>& terms) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < terms.size() && i < kShown; ++i) {
    text += (i == 0 ? "" : "|") + terms[i];
  }
  if (terms.size() > kShown) text += "|… " + std::to_string(terms.size()) + " terms";
  return text;
}

std::string join(const std::vector<NodePtr>& children, const std::string& between) {
  std::string text;
  for (const NodePtr& child : children) text += (text.empty() ? "" : between) + describe(*child);
  return "(" + text + ")";
}

std::string describe_value(const Sequence& sequence) {
  std::string text;
  for (const Place& place : sequence.places) {
    if (!text.empty()) text += ' ';
    text += place.any_word ? "_" : describe_terms(place.terms);
    if (!place.excluded.empty()) text += " but " + describe_terms(place.excluded);
  }
  if (sequence.places.size() > 1) text = "\"" + text + "\"";
  if (sequence.slop > 0) text += "~" + std::to_string(sequence.slop);
  return text;
}
std::string describe_value(const Mention& mention) { return describe_terms(mention.terms); }
std::string describe_value(const AnyOf& any) { return join(any.children, " OR "); }
std::string describe_value(const AllOf& all) { return join(all.children, " AND "); }
std::string describe_value(const Near& near) {
  std::string text = "(" + describe(*near.operands.front());
  for (std::size_t i = 1; i < near.operands.size(); ++i) {
    text += " " + spell(near.between[i - 1]) + " " + describe(*near.operands[i]);
  }
  return text + ")";
}
std::string describe_value(const Apart& apart) {
  return "(" + describe(*apart.kept) + " NOT " + spell(apart.closeness) + " " +
         describe(*apart.avoided) + ")";
}
std::string describe_value(const Within& within) {
  return "positions " + std::to_string(within.window.first) + ".." +
         std::to_string(within.window.last) + "(" + describe(*within.child) + ")";
}

}  // namespace

std::string describe(const Node& node) {
  return std::visit([](const auto& value) { return describe_value(value); }, node.value);
}

}  // namespace morgue::match
