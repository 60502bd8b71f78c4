// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/word_match.h"

#include <algorithm>
#include <vector>

#include <unicode/uchar.h>

#include "common/text/code_point.h"

namespace morgue::brute {

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  for (std::size_t i = 0; i < utf8.size();) {
    points.push_back(static_cast<char32_t>(next_code_point(utf8, i)));
  }
  return points;
}

bool matches_wildcard(std::u32string_view pattern, std::u32string_view word) {
  if (pattern.empty()) return word.empty();
  if (pattern.front() == U'*') {
    return matches_wildcard(pattern.substr(1), word) ||
           (!word.empty() && matches_wildcard(pattern, word.substr(1)));
  }
  if (word.empty()) return false;
  const bool escaped = pattern.front() == U'\\' && pattern.size() > 1;
  if (escaped) pattern.remove_prefix(1);
  const bool any = pattern.front() == U'?' && !escaped;
  return (any || pattern.front() == word.front()) &&
         matches_wildcard(pattern.substr(1), word.substr(1));
}

int edit_distance(const std::u32string& a, const std::u32string& b) {
  // cost[i][j]: of the first i of a and the first j of b.
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = static_cast<int>(i + j);
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

Letters letters_of(std::string_view word) {
  Letters letters;
  for (const char32_t point : code_points(word)) {
    const auto type = u_charType(static_cast<UChar32>(point));
    letters.capital |= type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
    letters.lower_case |= type == U_LOWERCASE_LETTER;
  }
  return letters;
}

}  // namespace morgue::brute
