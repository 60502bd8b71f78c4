// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/delimited.h"

#include <array>
#include <charconv>

#include "common/text/width.h"

namespace morgue {
namespace {

std::string digits_of(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

std::string delimited_value(std::string_view value, char delimiter) {
  const bool special = value.find_first_of(std::string("\"\r\n") + delimiter) != value.npos;
  const bool trimmable = !value.empty() && (is_blank(value.front()) || is_blank(value.back()));
  if (!special && !trimmable) return std::string(value);
  std::string quoted = "\"";
  for (const char c : value) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_row(std::ostream& out, const std::vector<std::string>& values, char delimiter,
               bool for_terminal) {
  bool first = true;
  for (const std::string& value : values) {
    if (!first) out << delimiter;
    first = false;
    out << delimited_value(for_terminal ? safe_for_terminal(value) : value, delimiter);
  }
  out << '\n';
}

void HitTable::begin(const ResultPage&) {
  write_row(out_,
            {"rank", "id", "score", "title", "date", "source", "section", "byline", "lang",
             "snippet", "copies", "url"},
            delimiter_, for_terminal_);
}

void HitTable::hit(const Hit& hit) {
  const Article& article = hit.article;
  write_row(out_,
            {std::to_string(hit.rank), article.id, digits_of(hit.score), article.title,
             article.date.to_string(), article.source, article.section, article.byline,
             article.lang, snippets_.passage(hit).text, std::to_string(hit.copies), article.url},
            delimiter_, for_terminal_);
}

void FacetTable::end(const ResultPage& page) {
  write_row(out_, {"facet", "value", "count", "query"}, delimiter_, for_terminal_);
  for (const Facet& facet : page.facets) {
    for (const FacetRow& row : facet.rows) {
      write_row(out_, {facet.name, row.value, std::to_string(row.count), row.query}, delimiter_,
                for_terminal_);
    }
    if (facet.missing == 0) continue;
    write_row(out_, {facet.name, "", std::to_string(facet.missing), facet.missing_query},
              delimiter_, for_terminal_);
  }
}

void IdList::hit(const Hit& hit) {
  out_ << (for_terminal_ ? safe_for_terminal(hit.article.id) : hit.article.id) << end_;
}

}  // namespace morgue
