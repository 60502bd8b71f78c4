// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/describe_plan.h"

#include <algorithm>
#include <string_view>

namespace morgue {
namespace {

using Xapian::Query;

constexpr std::size_t kListedTerms = 8;

/// Empty for what has no operands.
std::string_view name_of(Query::op operation) {
  switch (operation) {
    case Query::OP_AND:
      return "AND";
    case Query::OP_OR:
      return "OR";
    case Query::OP_XOR:
      return "XOR";
    case Query::OP_AND_NOT:
      return "AND NOT";
    case Query::OP_FILTER:
      return "FILTER: scored by the first";
    case Query::OP_SCALE_WEIGHT:
      return "SCALE";
    case Query::OP_NEAR:
      return "NEAR";
    case Query::OP_PHRASE:
      return "PHRASE";
    case Query::OP_SYNONYM:
      return "ANY OF";
    default:
      return "";
  }
}

/// "Query(PostingSource(Positions(…)))" without what all have in common.
std::string leaf_text(const Query& query) {
  std::string text = query.get_description();
  for (const std::string_view wrapping : {"Query(", "PostingSource("}) {
    if (text.compare(0, wrapping.size(), wrapping) != 0 || text.back() != ')') continue;
    text = text.substr(wrapping.size(), text.size() - wrapping.size() - 1);
  }
  return text;
}

std::string term_list(const Query& synonyms) {
  std::string text = "ANY OF";
  const std::size_t all = synonyms.get_num_subqueries();
  for (std::size_t i = 0; i < std::min(all, kListedTerms); ++i) {
    text += " " + leaf_text(synonyms.get_subquery(i));
  }
  if (all > kListedTerms) text += " … (" + std::to_string(all) + ")";
  return text;
}

void add_lines(const Query& query, std::size_t depth, std::vector<std::string>& lines) {
  const std::string indent(2 * depth, ' ');
  const std::string_view name = name_of(query.get_type());
  if (query.get_type() == Query::OP_SYNONYM) {
    lines.push_back(indent + term_list(query));
  } else if (name.empty()) {
    lines.push_back(indent + leaf_text(query));
  } else {
    lines.push_back(indent + std::string(name));
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
      add_lines(query.get_subquery(i), depth + 1, lines);
    }
  }
}

}  // namespace

std::vector<std::string> describe_plan(const Query& query) {
  std::vector<std::string> lines;
  add_lines(query, 0, lines);
  return lines;
}

}  // namespace morgue
