// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/decode_query.h"

#include <utility>

#include "query/parse/code_points.h"

namespace morgue {

Result<std::u32string, QueryError> decode_query(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return QueryError{"Q108",
                      {},
                      "the query is " + std::to_string(text.size()) +
                          " bytes long, over the limit of query length, " +
                          std::to_string(max_bytes) + " bytes",
                      ""};
  }
  CodePoints decoded = decode_utf8(text);
  if (const auto bad = decoded.first_bad) {
    return QueryError{"Q109",
                      {*bad, *bad + 1},
                      "the query is not UTF-8 here",
                      "check the encoding of the terminal or the file"};
  }
  return std::move(decoded.points);
}

}  // namespace morgue
