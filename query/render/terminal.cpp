// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sstream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/text/width.h"

namespace morgue {
namespace {

constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kUsualHeight = 24;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

bool is_in_path(const char* program) {
  std::istringstream folders(variable("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + "/" + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

std::string pager_of_environment() {
  for (const char* name : {"MORGUE_PAGER", "PAGER"}) {
    if (const char* value = std::getenv(name)) return value;
  }
  return is_in_path("less") ? "less -FRX" : "";
}

/// A positive number, or 0.
std::size_t number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

const char* escape_of(Style style) {
  switch (style) {
    case Style::Plain:
      return "";
    case Style::Faint:
      return "\x1b[2m";
    case Style::Bold:
      return "\x1b[1m";
    case Style::Mark:
      return "\x1b[1;31m";
  }
  return "";
}

}  // namespace

TerminalFacts read_terminal_facts(int descriptor) {
  TerminalFacts facts;
  facts.is_terminal = isatty(descriptor) == 1;
  winsize size{};
  if (facts.is_terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
    facts.columns = size.ws_col;
    facts.rows = size.ws_row;
  }
  facts.columns_variable = variable("COLUMNS");
  facts.no_color = variable("NO_COLOR");
  facts.term = variable("TERM");
  facts.pager = pager_of_environment();
  return facts;
}

Terminal resolve_terminal(const TerminalFacts& facts, ColorMode mode, bool pager_wanted) {
  Terminal terminal;
  terminal.is_terminal = facts.is_terminal;
  terminal.width = number(facts.columns_variable);
  if (terminal.width == 0 && facts.is_terminal) {
    terminal.width = facts.columns > 0 ? facts.columns : kUsualWidth;
  }
  terminal.height = facts.rows > 0 ? facts.rows : kUsualHeight;
  const bool color_is_welcome = facts.is_terminal && facts.no_color.empty() && facts.term != "dumb";
  terminal.color = mode == ColorMode::Auto ? color_is_welcome : mode == ColorMode::Always;
  if (facts.is_terminal && pager_wanted && facts.pager != "cat") terminal.pager = facts.pager;
  return terminal;
}

std::string styled(std::string_view text, Style style, bool color) {
  if (!color || style == Style::Plain || text.empty()) return std::string(text);
  return escape_of(style) + std::string(text) + "\x1b[0m";
}

std::string styled_with_marks(std::string_view text, const std::vector<Span>& marks, Style base,
                              bool color) {
  std::string out;
  std::size_t at = 0;
  for (const Span& mark : marks) {
    out += styled(safe_for_terminal(text.substr(at, mark.begin - at)), base, color);
    out += styled(safe_for_terminal(mark.of(text)), Style::Mark, color);
    at = mark.end;
  }
  return out + styled(safe_for_terminal(text.substr(at)), base, color);
}

std::vector<Span> marks_inside(const std::vector<Span>& marks, Span line) {
  std::vector<Span> inside;
  for (const Span& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, line.begin);
    const std::uint32_t end = std::min(mark.end, line.end);
    if (begin < end) inside.push_back({begin - line.begin, end - line.begin});
  }
  return inside;
}

}  // namespace morgue
