// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/article_text.h"

#include <string>
#include <string_view>
#include <vector>

#include "common/text/segmenter.h"
#include "common/text/width.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string date_line(const Article& article) {
  std::string line = article.date.to_string();
  if (line.empty()) line = article.date_text.empty() ? "" : "undated";
  const bool from_metadata = article.date_source == DateSource::Metadata;
  if (article.date.known() && !from_metadata) {
    line += std::string(" (from the ") + name_of(article.date_source) + ')';
  }
  if (!article.date_text.empty() && article.date_text != article.date.to_string()) {
    line += "  given as: " + article.date_text;
  }
  return line;
}

void write_wrapped(std::string_view text, Style style, const Terminal& terminal,
                   std::ostream& out) {
  for (const Span& line : wrap(text, terminal.width)) {
    out << isolated(styled_with_marks(line.of(text), {}, style, terminal.color)) << '\n';
  }
}

void write_body(std::string_view body, const Terminal& terminal, std::ostream& out) {
  if (terminal.width == 0) {
    out << '\n' << safe_for_terminal(body, true) << '\n';
    return;
  }
  for (const Span& paragraph : find_paragraphs(body)) {
    out << '\n';
    write_wrapped(paragraph.of(body), Style::Plain, terminal, out);
  }
}

}  // namespace

void write_article_text(const Article& article, const Terminal& terminal, std::ostream& out) {
  write_wrapped(article.title.empty() ? "(no headline)" : article.title, Style::Bold, terminal,
                out);
  out << '\n';
  std::vector<Row> rows;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) rows.push_back({std::string(name), value});
  };
  add("id", article.id);
  add("date", date_line(article));
  add("source", article.source);
  add("section", article.section);
  add("byline", article.byline);
  add("language", article.lang);
  add("people", joined(article.people));
  add("organisations", joined(article.organisations));
  add("places", joined(article.places));
  add("url", article.url);
  for (const ExtraField& field : article.extra) add(field.name, joined(field.values));
  out << align(rows, {Align::Left, Align::Left}, 0);
  if (!article.body.empty()) write_body(article.body, terminal, out);
}

}  // namespace morgue
