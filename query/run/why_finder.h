// SPDX-License-Identifier: GPL-3.0-or-later
// Why a query finds so few articles: its clauses, its spelling, and what is near it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "query/parse/ast.h"
#include "query/why.h"

namespace morgue {

/// The archive, as far as the search for reasons asks it.
struct WhyContext {
  /// How many articles a query finds; nothing when it cannot be run.
  std::function<std::optional<std::uint64_t>(const ast::Node&)> count;
  /// See similar_words().
  std::function<std::vector<std::string>(const std::string& word)> similar;
  std::int32_t today = 0;  ///< for relative dates, in days since 1970-01-01
};

inline constexpr std::size_t kMostClauses = 16;        ///< that are counted
inline constexpr std::size_t kMostRespelledWords = 8;  ///< that are looked up
inline constexpr std::size_t kMostRelaxations = 40;    ///< that are counted
/// When no single step finds more, of two steps.
inline constexpr std::size_t kMostTwice = 100;
inline constexpr std::size_t kMostNearest = 5;  ///< that are given

/// Only what finds more than the query is given as near it. `total`: what the query finds.
Why find_why(const ast::Node& query, std::uint64_t total, const WhyContext& context);

}  // namespace morgue
