// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/layout.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/width.h"

namespace morgue {
namespace {

constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kPopIsolate = "\u2069";
constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastFirstColumn = 8;

/// How many bytes of a word that is wider than a line fit into one; at least one grapheme, so that
/// work goes on.
std::size_t bytes_that_fit(std::string_view word, std::size_t width) {
  const std::string longer = std::string(word) + "  ";  // so that it is cut in any case
  for (std::size_t columns = width + 1;; ++columns) {
    const std::size_t bytes = truncate_to_width(longer, columns).size() - kEllipsis.size();
    if (bytes > 0) return std::min(bytes, word.size());
  }
}

/// Takes words in order and fills lines with them.
class LineBreaker {
 public:
  LineBreaker(std::string_view text, std::size_t width) : text_(text), width_(width) {}

  void add_word(std::size_t begin, std::size_t end) {
    std::size_t columns = display_width(text_.substr(begin, end - begin));
    const std::size_t gap = begin - end_;
    if (open_ && width_ > 0 && columns_ + gap + columns > width_) close_line();
    while (width_ > 0 && columns > width_) {
      const std::size_t fits = bytes_that_fit(text_.substr(begin, end - begin), width_);
      if (fits == end - begin) break;
      lines_.push_back(span(begin, begin + fits));
      begin += fits;
      columns = display_width(text_.substr(begin, end - begin));
    }
    if (!open_) begin_ = begin;
    columns_ += (open_ ? gap : 0) + columns;
    end_ = end;
    open_ = true;
  }

  std::vector<Span> finish() {
    if (open_ || lines_.empty()) close_line();
    return std::move(lines_);
  }

 private:
  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void close_line() {
    lines_.push_back(span(begin_, end_));
    columns_ = 0;
    open_ = false;
  }

  std::string_view text_;
  std::size_t width_;
  std::vector<Span> lines_;
  bool open_ = false;  // the line [begin_, end_) holds words
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t columns_ = 0;
};

bool holds_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (first >= 0xD6 && first <= 0xDF) return true;                     // U+0590 to U+07FF
    if (first == 0xE0 && second >= 0xA0 && second <= 0xA3) return true;  // U+0800 to U+08FF
    if (first == 0xEF && second >= 0xAC && second <= 0xBB) return true;  // presentation forms
  }
  return false;
}

std::string padded(std::string_view cell, std::size_t width, Align align) {
  const std::size_t own = display_width(cell);
  const std::string space(width - std::min(own, width), ' ');
  const std::size_t indent = std::min(cell.find_first_not_of(' '), cell.size());
  const std::string shown = std::string(indent, ' ') + isolated(cell.substr(indent));
  return align == Align::Right ? space + shown : shown + space;
}

std::vector<std::size_t> widths_of(const std::vector<Row>& rows, std::size_t columns) {
  std::vector<std::size_t> widths(columns);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  return widths;
}

}  // namespace

std::vector<Span> wrap(std::string_view text, std::size_t width) {
  LineBreaker breaker(text, width);
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    if (at == text.size()) return breaker.finish();
    std::size_t end = at;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    breaker.add_word(at, end);
    at = end;
  }
}

std::string isolated(std::string_view text) {
  if (!holds_right_to_left(text)) return std::string(text);
  return std::string(kFirstStrongIsolate) + std::string(text) + std::string(kPopIsolate);
}

std::string align(const std::vector<Row>& rows, const std::vector<Align>& columns,
                  std::size_t width) {
  std::vector<Row> cells = rows;
  for (Row& row : cells) {
    for (std::string& cell : row) cell = safe_for_terminal(cell);
  }
  std::vector<std::size_t> widths = widths_of(cells, columns.size());
  if (width > 0 && !widths.empty()) {
    std::size_t others = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) others += widths[i] + kGap;
    const std::size_t left = width > others ? width - others : 0;
    widths[0] = std::min(widths[0], std::max(left, kLeastFirstColumn));
  }
  std::string out;
  for (const Row& row : cells) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line.append(kGap, ' ');
      line += padded(i == 0 ? truncate_to_width(row[i], widths[i]) : row[i], widths[i], columns[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + ' ' + std::string(number == 1 ? one : many);
}

}  // namespace morgue
