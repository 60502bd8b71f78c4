// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/text.h"

#include <algorithm>

#include "common/base/shell_quote.h"
#include "common/text/width.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kRankWidth = 3;
constexpr std::size_t kIndent = kRankWidth + 2;
constexpr std::size_t kLeastTextWidth = 20;
constexpr std::string_view kUsualFacets = "--facet source,month";

std::string date_of(const Article& article) {
  return article.date.known() ? article.date.to_string() : "undated";
}

/// The most common value that leaves some articles out; null when there is none.
const FacetRow* narrowing_row(const ResultPage& page) {
  for (const Facet& facet : page.facets) {
    for (const FacetRow& row : facet.rows) {
      if (row.count > 0 && row.count < page.total) return &row;
    }
  }
  return nullptr;
}

}  // namespace

void TextRenderer::begin(const ResultPage& head) {
  std::string counts = options_.heading + counted(head.total, "article", "articles");
  if (head.distinct != head.total) counts += " (" + grouped(head.distinct) + " distinct)";
  out_ << styled(counts, Style::Bold, options_.terminal.color) << " for "
       << isolated(safe_for_terminal(head.canonical)) << '\n';
}

void TextRenderer::hit(const Hit& hit) {
  const Article& article = hit.article;
  const bool color = options_.terminal.color;
  std::string rank = std::to_string(hit.rank);
  rank.insert(0, kRankWidth - std::min(kRankWidth, rank.size()), ' ');
  out_ << '\n' << rank << "  " << date_of(article);
  if (!article.source.empty()) out_ << "  " << isolated(safe_for_terminal(article.source));
  out_ << '\n';

  if (article.title.empty()) {
    write_block("(no headline)", {}, Style::Faint);
  } else {
    write_block(article.title, snippets_.marks_in(article.title, hit.in_title), Style::Bold);
  }
  const Snippet snippet = snippets_.passage(hit);
  if (!snippet.text.empty()) write_block(snippet.text, snippet.marks, Style::Plain);

  std::string last = "id " + safe_for_terminal(article.id);
  if (hit.copies > 1) last += "  +" + counted(hit.copies - 1, "copy", "copies");
  if (hit.outlets > 0) last += " in " + counted(hit.outlets, "outlet", "outlets");
  out_ << std::string(kIndent, ' ') << styled(last, Style::Faint, color) << '\n';
}

void TextRenderer::end(const ResultPage& page) {
  for (const Facet& facet : page.facets) write_facet(facet, page.copies_once);
  if (options_.hints && page.total > 0) write_hints(page);
  if (!options_.hints) out_ << '\n';
}

/// Indented lines of at most the terminal's width.
void TextRenderer::write_block(std::string_view text, const std::vector<Span>& marks, Style style) {
  const std::size_t width = options_.terminal.width;
  const std::size_t columns =
      width == 0 ? 0 : std::max(kLeastTextWidth, width - std::min(width, kIndent));
  for (const Span& line : wrap(text, columns)) {
    out_ << std::string(kIndent, ' ')
         << isolated(styled_with_marks(line.of(text), marks_inside(marks, line), style,
                                       options_.terminal.color))
         << '\n';
  }
}

void TextRenderer::write_facet(const Facet& facet, bool copies_once) {
  out_ << '\n' << styled(facet.name, Style::Bold, options_.terminal.color);
  out_ << (copies_once ? " (copies counted once)\n" : "\n");
  std::vector<Row> rows;
  for (const FacetRow& row : facet.rows) rows.push_back({"  " + row.value, grouped(row.count)});
  if (facet.missing > 0) rows.push_back({"  (without)", grouped(facet.missing)});
  if (rows.empty()) rows.push_back({"  (no values)"});
  out_ << align(rows, {Align::Left, Align::Right}, options_.terminal.width);
  if (facet.other_values > 0) {
    out_ << "  (" << counted(facet.other_values, "more value", "more values") << ")\n";
  }
}

void TextRenderer::write_hints(const ResultPage& page) {
  out_ << '\n';
  if (const FacetRow* row = narrowing_row(page)) {
    out_ << "narrow: " << command_for(row->query, "") << '\n';
  } else if (page.facets.empty()) {
    out_ << "narrow: " << command_for(page.canonical, kUsualFacets) << '\n';
  }
  if (!page.next.empty()) {
    out_ << "more:   " << command_for(page.canonical, "--after " + shell_quote(page.next)) << '\n';
  }
}

std::string TextRenderer::command_for(std::string_view query, std::string_view flags) const {
  std::string line = options_.command;
  if (!flags.empty()) line += ' ' + std::string(flags);
  if (!query.empty() && query.front() == '-') line += " --";
  return safe_for_terminal(line + ' ' + shell_quote(query));
}

}  // namespace morgue
