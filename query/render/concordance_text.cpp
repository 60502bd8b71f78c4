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

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// The end of a text that fits: from the beginning of a word on when one begins soon, as in scripts
/// that part words by spaces; else from a character on.
std::string cut_left(std::string text, std::size_t columns) {
  constexpr std::size_t kMark = 2;  // "… "
  if (display_width(text) <= columns) return text;
  if (columns <= kMark) return "\u2026";
  const std::string_view whole(text);
  const auto next = [&](std::size_t at) {
    do ++at;
    while (at < whole.size() && !begins_character(whole[at]));
    return at;
  };
  std::size_t begin = 0;
  while (begin < whole.size() && display_width(whole.substr(begin)) + kMark > columns) {
    begin = next(begin);
  }
  const std::size_t space = whole.find(' ', begin);
  const std::size_t soon = std::min(whole.size(), begin + columns / 2);
  if (whole[begin - 1] != ' ' && space < soon) begin = space + 1;
  // Marks that were written over the character before have lost it.
  while (begin < whole.size() && display_width(whole.substr(begin, next(begin) - begin)) == 0) {
    begin = next(begin);
  }
  return "\u2026 " + text.substr(begin);
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
