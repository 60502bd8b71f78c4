// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/read_query.h"

#include <chrono>
#include <utility>

#include "query/parse/code_points.h"
#include "query/parse/dialect/dialect.h"
#include "query/parse/parser.h"
#include "query/plan/bind.h"
#include "query/plan/mend.h"
#include "query/plan/rewrite.h"

namespace morgue {
namespace {

Result<ParsedQuery, QueryError> parse(const SearchRequest& request, const std::string& text) {
  if (request.literal) return parse_literal(text);
  ParseOptions options;
  options.strict_mixes = request.strict_mixes;
  return parse_query_in(request.syntax, text, options);
}

unsigned written_of(const SearchRequest& request) {
  return (request.exact_case ? bound::kSameCase : 0U) |
         (request.exact_accents ? bound::kSameAccents : 0U);
}

Result<ReadQuery, QueryError> read_text(const SearchRequest& request, const std::string& text,
                                        const ReadContext& context) {
  auto parsed = parse(request, text);
  if (!parsed) return parsed.error();
  ReadQuery read;
  read.notes = std::move(parsed->notes);
  read.tree = std::move(parsed->root);
  if (request.any) read.tree = any_word(std::move(read.tree));
  auto bound = bind_tree(*read.tree, request, context);
  if (!bound) return bound.error();
  read.bound = std::move(*bound);
  return read;
}

}  // namespace

std::int32_t today_of(const SearchRequest& request) {
  if (request.today) return *request.today;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(now).count());
}

Result<bound::NodePtr, QueryError> bind_tree(const ast::Node& tree, const SearchRequest& request,
                                             const ReadContext& context) {
  const auto whole = with_saved(tree, context.saved);
  if (!whole) return whole.error();
  return bind_query(**whole, context.fields, today_of(request), written_of(request));
}

Result<ReadQuery, QueryError> read_query(const SearchRequest& request, const ReadContext& context) {
  auto read = read_text(request, request.query, context);
  if (read || !request.lenient || request.literal) return read;
  std::string text = request.query;
  std::vector<Note> notes;
  for (int mended = 0; mended < kMostMends; ++mended) {
    auto better = mend(text, read.error());
    if (!better) break;
    notes.push_back({"N106", read.error().message + "; read as " + better->read_as});
    text = std::move(better->text);
    read = read_text(request, text, context);
    if (read) {
      read->notes.insert(read->notes.begin(), notes.begin(), notes.end());
      return read;
    }
  }
  SearchRequest plain = request;
  plain.literal = true;
  plain.query = encode_utf8(decode_utf8(request.query).points);  // bytes that are no text go
  const std::string why = read.error().message;
  read = read_text(plain, plain.query, context);
  if (read) read->notes = {{"N106", why + "; the whole text is read as plain words"}};
  return read;
}

}  // namespace morgue
