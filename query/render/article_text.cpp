// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/article_text.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/segmenter.h"
#include "common/text/width.h"
#include "query/render/layout.h"
#include "query/render/snippet.h"

namespace morgue {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

/// The names of a kind, or of a type of the user's own.
std::string named(const std::vector<Entity>& entities, EntityKind kind,
                  std::string_view facet = {}) {
  std::vector<std::string> names;
  for (const Entity& entity : entities) {
    if (entity.kind == kind && entity.facet == facet) names.push_back(entity.name);
  }
  return joined(names);
}

std::set<std::string> own_facets(const std::vector<Entity>& entities) {
  std::set<std::string> facets;
  for (const Entity& entity : entities) {
    if (!entity.facet.empty()) facets.insert(entity.facet);
  }
  return facets;
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

std::string boilerplate_line(std::size_t paragraphs) {
  if (paragraphs == 0) return {};
  return std::to_string(paragraphs) + (paragraphs == 1 ? " paragraph" : " paragraphs") +
         " of many articles, found by boiler:word alone";
}

void write_line(std::string_view line, const std::vector<Span>& marks, Style style,
                const Terminal& terminal, std::ostream& out) {
  out << isolated(styled_with_marks(line, marks, style, terminal.color)) << '\n';
}

/// `marks` are spans of the text.
void write_wrapped(std::string_view text, const std::vector<Span>& marks, Style style,
                   const Terminal& terminal, std::ostream& out) {
  for (const Span& line : wrap(text, terminal.width)) {
    write_line(line.of(text), marks_inside(marks, line), style, terminal, out);
  }
}

/// Boilerplate is faint.
void write_body(std::string_view body, const std::vector<Span>& marks,
                const std::vector<Span>& boilerplate, const Terminal& terminal, std::ostream& out) {
  if (terminal.width == 0 && marks.empty() && !terminal.color) {
    out << '\n' << safe_for_terminal(body, true) << '\n';
    return;
  }
  for (const Span& paragraph : find_paragraphs(body)) {
    out << '\n';
    const bool repeated =
        std::find(boilerplate.begin(), boilerplate.end(), paragraph) != boilerplate.end();
    write_wrapped(paragraph.of(body), marks_inside(marks, paragraph),
                  repeated ? Style::Faint : Style::Plain, terminal, out);
  }
}

}  // namespace

void write_article_text(const Hit& hit, const Terminal& terminal, std::ostream& out) {
  const Article& article = hit.article;
  SnippetMaker marker;
  if (article.title.empty()) {
    write_wrapped("(no headline)", {}, Style::Bold, terminal, out);
  } else {
    write_wrapped(article.title, marker.marks_in(article.title, hit.in_title), Style::Bold,
                  terminal, out);
  }
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
  add("people", named(hit.entities, EntityKind::Person));
  add("organisations", named(hit.entities, EntityKind::Organisation));
  add("places", named(hit.entities, EntityKind::Place));
  add("url", article.url);
  add("boilerplate", boilerplate_line(hit.boilerplate.size()));
  for (const ExtraField& field : article.extra) add(field.name, joined(field.values));
  for (const std::string& facet : own_facets(hit.entities)) {
    add(facet, named(hit.entities, EntityKind::Misc, facet));
  }
  out << align(rows, {Align::Left, Align::Left}, 0);
  if (article.body.empty()) return;
  write_body(article.body, marker.marks_in(article.body, hit.in_body), hit.boilerplate, terminal,
             out);
}

}  // namespace morgue
