// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/concordance_text.h"

#include <algorithm>
#include <string>

#include "common/text/width.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kDateWidth = 10;
constexpr std::size_t kGap = 2;
constexpr std::size_t kUsualWidth = 60;  ///< of the words before the match
constexpr std::size_t kLeastWidth = 16;

std::string spaces(std::size_t count) { return std::string(count, ' '); }

/// The end of a text that fits, from the beginning of a word on.
std::string cut_left(std::string text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space == text.npos) break;
    text.erase(0, space + 1);
    if (display_width(text) + 2 <= columns) return "\u2026 " + text;
  }
  return "\u2026";
}

std::string padded(const std::string& text, std::size_t columns) {
  return spaces(columns - std::min(columns, display_width(text)));
}

}  // namespace

void write_concordance_line(const ConcordanceLine& line, const Terminal& terminal,
                            std::ostream& out) {
  const std::string id = safe_for_terminal(line.id);
  const std::string match = safe_for_terminal(line.match);
  std::size_t left_width = kUsualWidth;
  std::size_t right_width = 0;  // 0: no limit
  if (terminal.width != 0) {
    const std::size_t taken = kDateWidth + 4 * kGap + display_width(match) + display_width(id);
    const std::size_t room = terminal.width > taken ? terminal.width - taken : 0;
    // Every line of a terminal has the same place for its match, whatever the match's length.
    const std::size_t half = (terminal.width - std::min(terminal.width, kDateWidth + 4 * kGap)) / 3;
    left_width = std::max(kLeastWidth, half);
    right_width = std::max(kLeastWidth, room > left_width ? room - left_width : 0);
  }
  const std::string date = line.date.to_string();
  const std::string left = cut_left(safe_for_terminal(line.left), left_width);
  std::string right = safe_for_terminal(line.right);
  if (right_width != 0) right = truncate_to_width(right, right_width);
  out << date << spaces(kDateWidth - std::min(kDateWidth, date.size()) + kGap)
      << padded(left, left_width) << isolated(left) << spaces(kGap)
      << styled(isolated(match), Style::Mark, terminal.color) << spaces(kGap) << isolated(right)
      << spaces(kGap) << styled(id, Style::Faint, terminal.color) << '\n';
}

}  // namespace morgue
