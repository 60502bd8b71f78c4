// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/query_error.h"

#include <algorithm>

#include "common/text/width.h"
#include "query/parse/code_points.h"
#include "query/parse/query_codes.h"

namespace morgue {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr std::size_t kColumns = 76;        // of the query: 80 less the indent
constexpr std::size_t kColumnsBefore = 36;  // of a query that is cut, before the caret

std::string visible(std::u32string_view points) { return safe_for_terminal(encode_utf8(points)); }
std::size_t columns(std::u32string_view points) { return display_width(visible(points)); }

bool ends_line(char32_t point) {
  return point == U'\n' || point == U'\r' || point == 0x2028 || point == 0x2029;
}

// The line of the query the span begins in, and the span inside it.
struct Line {
  std::u32string_view before, marked, after;
  bool more_before = false;
  bool more_after = false;
};

Line find_line(std::u32string_view query, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, query.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, query.size());
  std::size_t first = begin;
  while (first > 0 && !ends_line(query[first - 1])) --first;
  std::size_t last = begin;
  while (last < query.size() && !ends_line(query[last])) ++last;
  const std::size_t mark_end = std::min(end, last);
  return {query.substr(first, begin - first), query.substr(begin, mark_end - begin),
          query.substr(mark_end, last - mark_end), first > 0, last < query.size()};
}

// Drops what does not fit, far from the caret.
void cut_to_fit(Line& line) {
  const std::size_t most = kColumns - 2;  // an ellipsis on either side
  const auto total = [&] {
    return columns(line.before) + columns(line.marked) + columns(line.after);
  };
  if (line.before.size() + line.marked.size() + line.after.size() <= most && total() <= most)
    return;
  std::size_t width = 0;
  std::size_t keep = 0;
  while (keep < line.before.size()) {
    width += columns(line.before.substr(line.before.size() - keep - 1, 1));
    if (width > kColumnsBefore) break;
    ++keep;
  }
  line.more_before = line.more_before || keep < line.before.size();
  line.before.remove_prefix(line.before.size() - keep);

  std::size_t room = most - columns(line.before);
  for (std::u32string_view* part : {&line.marked, &line.after}) {
    std::size_t size = 0;
    while (size < part->size()) {
      const std::size_t next = columns(part->substr(size, 1));
      if (next > room) break;
      room -= next;
      ++size;
    }
    if (size == part->size()) continue;
    line.more_after = true;
    room = 0;
    *part = part->substr(0, size);
  }
}

std::string draw_excerpt(std::string_view query, Span span, bool with_caret) {
  const CodePoints decoded = decode_utf8(query);
  Line line = find_line(decoded.points, span);
  cut_to_fit(line);
  std::string before = line.more_before ? "…" : "";
  before += visible(line.before);
  std::string out(kIndent);
  out += before + visible(line.marked) + visible(line.after);
  out += line.more_after ? "…\n" : "\n";
  if (!with_caret) return out;
  const std::size_t marked = std::max<std::size_t>(1, columns(line.marked));
  out += kIndent;
  out += std::string(display_width(before), ' ') + "^" + std::string(marked - 1, '~') + "\n";
  return out;
}

}  // namespace

std::string draw_error(std::string_view program, std::string_view query, const QueryError& error) {
  const QueryCode* code = find_query_code(error.code);
  const Excerpt excerpt = code == nullptr ? Excerpt::Caret : code->excerpt;
  std::string out(program);
  out += ": query error " + error.code + " at " + std::to_string(error.span.begin) + ": ";
  out += safe_for_terminal(error.message) + "\n";
  if (excerpt != Excerpt::None) {
    out += draw_excerpt(query, error.span, excerpt == Excerpt::Caret);
  }
  if (!error.suggestion.empty()) {
    out += std::string(kIndent) + safe_for_terminal(error.suggestion) + "\n";
  }
  return out;
}

}  // namespace morgue
