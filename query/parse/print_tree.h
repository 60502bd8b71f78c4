// SPDX-License-Identifier: GPL-3.0-or-later
// Tree to lines that show its shape.
#pragma once

#include <string>
#include <vector>

#include "query/parse/ast.h"

namespace morgue {

/// A line for each node, its children below it and two spaces further in. Leaves are written as
/// print() writes them, all else by its name: AND, NOT, "title:", "W/5 PRE/2", "ATLEAST3".
std::vector<std::string> print_tree(const ast::Node& node);

}  // namespace morgue
