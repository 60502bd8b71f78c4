// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/mixed_reading.h"

#include "query/parse/print.h"

namespace morgue {
namespace {

std::string print_operand(const ast::Node& node) {
  const bool chain =
      std::holds_alternative<ast::And>(node.value) || std::holds_alternative<ast::Or>(node.value);
  return chain ? "(" + print(node) + ")" : print(node);
}

}  // namespace

std::string print_or_first(const std::vector<std::vector<ast::NodePtr>>& alternatives) {
  std::vector<std::vector<const ast::Node*>> groups(1);
  for (const auto& operands : alternatives) {
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (i > 0) groups.emplace_back();
      groups.back().push_back(operands[i].get());
    }
  }
  std::string text;
  for (const auto& group : groups) {
    if (!text.empty()) text += " AND ";
    const bool grouped = group.size() > 1;
    for (std::size_t i = 0; i < group.size(); ++i) {
      text += i > 0 ? " OR " : grouped ? "(" : "";
      text += print_operand(*group[i]);
    }
    if (grouped) text += ")";
  }
  return text;
}

}  // namespace morgue
