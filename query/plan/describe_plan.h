// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's query for people.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace morgue {

/// A line for each operator, its operands below it and two spaces further in. Of a word that stands
/// for many only some are listed. Terms are written as they are stored.
std::vector<std::string> describe_plan(const Xapian::Query& query);

}  // namespace morgue
