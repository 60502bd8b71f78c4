// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/print_tree.h"

#include "query/parse/operators.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

class TreePrinter {
 public:
  void add(const ast::Node& node) {
    node_ = &node;
    std::visit([&](const auto& value) { add_value(value); }, node.value);
  }

  std::vector<std::string> lines;

 private:
  void line(const std::string& text) { lines.push_back(std::string(2 * depth_, ' ') + text); }

  void below(const std::vector<ast::NodePtr>& children) {
    ++depth_;
    for (const ast::NodePtr& child : children) add(*child);
    --depth_;
  }
  void below(const ast::NodePtr& child) {
    ++depth_;
    add(*child);
    --depth_;
  }

  template <class Leaf>
  void add_value(const Leaf&) {
    line(print(*node_));
  }
  void add_value(const ast::And& both) { chain("AND", both.children); }
  void add_value(const ast::Or& either) { chain("OR", either.children); }
  void add_value(const ast::Xor& one) { chain("XOR", one.children); }
  void add_value(const ast::Not& negated) {
    line("NOT");
    below(negated.child);
  }
  void add_value(const ast::Fielded& fielded) {
    line(fielded.name + ":");
    below(fielded.child);
  }
  void add_value(const ast::Proximity& near) {
    std::string name;
    for (const ast::Closeness& closeness : near.between) {
      name += (name.empty() ? "" : " ") + spell(closeness);
    }
    chain(name, near.operands);
  }
  void add_value(const ast::Apart& apart) {
    line("NOT " + spell(apart.closeness));
    below(apart.kept);
    below(apart.avoided);
  }
  void add_value(const ast::Function& function) {
    line(spell(function));
    below(function.child);
  }
  void add_value(const ast::Weighted& weighted) {
    std::string times = std::to_string(weighted.thousandths / 1000);
    const std::uint32_t rest = weighted.thousandths % 1000;
    if (rest > 0) {
      std::string digits = std::to_string(1000 + rest).substr(1);
      digits.erase(digits.find_last_not_of('0') + 1);
      times += "." + digits;
    }
    line("^" + times);
    below(weighted.child);
  }
  void chain(const std::string& name, const std::vector<ast::NodePtr>& children) {
    line(name);
    below(children);
  }

  const ast::Node* node_ = nullptr;
  std::size_t depth_ = 0;
};

}  // namespace

std::vector<std::string> print_tree(const ast::Node& node) {
  TreePrinter printer;
  printer.add(node);
  return std::move(printer.lines);
}

}  // namespace morgue
