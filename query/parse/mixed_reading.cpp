// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/mixed_reading.h"

#include "query/parse/operators.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

// One flat row of operands as they were typed: what stands before each ("" before the first).
struct Flat {
  std::vector<const ast::Node*> operands;
  std::vector<std::string> before;

  void add(const ast::Node& operand, std::string sign) {
    operands.push_back(&operand);
    before.push_back(std::move(sign));
  }
};

void add_operand(const ast::Node& node, const std::string& sign, Flat& flat) {
  if (const auto* chain = std::get_if<ast::Proximity>(&node.value)) {
    for (std::size_t i = 0; i < chain->operands.size(); ++i) {
      flat.add(*chain->operands[i], i == 0 ? sign : " " + spell(chain->between[i - 1]) + " ");
    }
  } else if (const auto* apart = std::get_if<ast::Apart>(&node.value)) {
    flat.add(*apart->kept, sign);
    flat.add(*apart->avoided, " NOT " + spell(apart->closeness) + " ");
  } else {
    flat.add(node, sign);
  }
}

std::string print_operand(const ast::Node& node) {
  const bool chain = std::holds_alternative<ast::And>(node.value) ||
                     std::holds_alternative<ast::Or>(node.value) ||
                     std::holds_alternative<ast::Xor>(node.value) ||
                     std::holds_alternative<ast::Proximity>(node.value) ||
                     std::holds_alternative<ast::Apart>(node.value);
  return chain ? "(" + print(node) + ")" : print(node);
}

}  // namespace

std::string print_or_first(const std::vector<std::vector<ast::NodePtr>>& alternatives,
                           const std::set<const ast::Node*>& bare) {
  Flat flat;
  for (const auto& operands : alternatives) {
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const std::string sign = flat.operands.empty() ? "" : i == 0 ? " OR " : " AND ";
      if (bare.count(operands[i].get()) > 0) {
        add_operand(*operands[i], sign, flat);
      } else {
        flat.add(*operands[i], sign);
      }
    }
  }
  std::string text;
  for (std::size_t i = 0; i < flat.operands.size(); ++i) {
    const bool or_before = flat.before[i] == " OR ";
    const bool or_behind = i + 1 < flat.before.size() && flat.before[i + 1] == " OR ";
    text += flat.before[i];
    if (or_behind && !or_before) text += "(";
    text += print_operand(*flat.operands[i]);
    if (or_before && !or_behind) text += ")";
  }
  return text;
}

}  // namespace morgue
