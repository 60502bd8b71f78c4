// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/written_name.h"

#include "common/text/code_point.h"

namespace morgue {

std::string reading_order(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == name.npos || name.find(',', comma + 1) != name.npos) return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

Span bytes_of_name(std::string_view text, const Token& first, const Token& last,
                   std::string_view word) {
  Span span{first.bytes.begin, last.bytes.end};
  if (last.folded == word) return span;
  // Two characters, the first of which may be an apostrophe of several bytes.
  for (int left = 2; left > 0 && span.end > last.bytes.begin; --left) {
    do {
      --span.end;
    } while (continues_code_point(text[span.end]));
  }
  return span;
}

}  // namespace morgue
