// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/export.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/byline.h"
#include "common/text/code_point.h"
#include "common/text/fold.h"
#include "query/render/delimited.h"
#include "query/render/json.h"
#include "query/render/json_writer.h"

namespace morgue {
namespace {

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == '\t';
    if (space && line.ends_with(' ')) continue;
    line += space ? ' ' : c;
  }
  return line;
}

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

constexpr std::array kTexSigns{std::pair{'\\', "\\textbackslash{}"},
                               std::pair{'{', "\\{"},
                               std::pair{'}', "\\}"},
                               std::pair{'&', "\\&"},
                               std::pair{'%', "\\%"},
                               std::pair{'$', "\\$"},
                               std::pair{'#', "\\#"},
                               std::pair{'_', "\\_"},
                               std::pair{'~', "\\textasciitilde{}"},
                               std::pair{'^', "\\textasciicircum{}"}};

std::string for_tex(std::string_view text) {
  std::string escaped;
  for (const char c : one_line(text)) {
    const auto* sign = std::find_if(kTexSigns.begin(), kTexSigns.end(),
                                    [c](const auto& one) { return one.first == c; });
    if (sign == kTexSigns.end()) {
      escaped += c;
    } else {
      escaped += sign->second;
    }
  }
  return escaped;
}

/// An address between braces: percent signs and the like stay, braces would end it.
std::string for_tex_address(std::string_view url) {
  std::string escaped;
  for (const char c : url) {
    if (c == '{') {
      escaped += "%7B";
    } else if (c == '}') {
      escaped += "%7D";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string for_markdown(std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_{}[]<>#|";
  std::string escaped;
  for (const char c : one_line(text)) {
    if (kSigns.find(c) != kSigns.npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// Those of one kind, by the names they count as.
std::vector<std::string> names_of(const std::vector<Entity>& entities, EntityKind kind) {
  std::vector<std::string> names;
  for (const Entity& entity : entities) {
    if (entity.kind == kind && entity.facet.empty()) names.push_back(entity.name);
  }
  return names;
}

std::string title_of(const Article& article) {
  if (!article.title.empty()) return article.title;
  constexpr std::size_t kLongest = 80;
  std::string begin = article.body.substr(0, article.body.find('\n'));
  if (begin.size() <= kLongest) return begin;
  const std::size_t space = begin.rfind(' ', kLongest);
  begin.resize(space == begin.npos ? kLongest : space);
  while (!begin.empty() && continues_code_point(begin.back())) {
    begin.pop_back();
  }
  return begin + "\u2026";
}

}  // namespace

void Exporter::begin() {
  if (format_ == ExportFormat::CslJson) out_ << '[';
  if (format_ == ExportFormat::Csv || format_ == ExportFormat::Tsv) {
    write_row(out_,
              {"id", "title", "date", "source", "section", "byline", "lang", "url", "person", "org",
               "place", "body"},
              delimiter(), false);
  }
}

void Exporter::end() {
  if (format_ == ExportFormat::CslJson) out_ << "\n]\n";
}

void Exporter::write(const Hit& hit) {
  switch (format_) {
    case ExportFormat::BibTex:
      return write_bibtex(hit.article);
    case ExportFormat::Ris:
      return write_ris(hit.article);
    case ExportFormat::CslJson:
      return write_csl(hit.article);
    case ExportFormat::Markdown:
      return write_markdown(hit.article);
    case ExportFormat::FollowTheMoney:
      return write_follow_the_money(hit);
    case ExportFormat::JsonLines:
      return write_article_json(hit, {}, out_);
    case ExportFormat::Csv:
    case ExportFormat::Tsv:
      return write_row_of(hit);
    case ExportFormat::Sqlite:
    case ExportFormat::GraphMl:
    case ExportFormat::Gexf:
      break;
  }
}

void Exporter::write_row_of(const Hit& hit) {
  const Article& article = hit.article;
  const auto names = [&](EntityKind kind) {
    std::string list;
    for (const std::string& name : names_of(hit.entities, kind)) {
      list.append(list.empty() ? "" : "|").append(name);
    }
    return list;
  };
  write_row(out_,
            {article.id, article.title, article.date.to_string(), article.source, article.section,
             article.byline, article.lang, article.url, names(EntityKind::Person),
             names(EntityKind::Organisation), names(EntityKind::Place), article.body},
            delimiter(), false);
}

/// The id without what no key may hold; each once.
std::string Exporter::new_key(const Article& article) {
  std::string key;
  for (const char c : fold(article.id)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    if (kept) {
      key += c;
    } else if (!key.ends_with('-')) {
      key += '-';
    }
  }
  std::string unique = key;
  for (int number = 2; !keys_.insert(unique).second; ++number) {
    unique = key + "-" + std::to_string(number);
  }
  return unique;
}

void Exporter::write_bibtex(const Article& article) {
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) out_ << ",\n  " << name << " = {" << value << '}';
  };
  out_ << (std::exchange(first_, false) ? "" : "\n") << "@article{" << new_key(article);
  std::string authors;
  for (const std::string& author : authors_of(article.byline)) {
    // Braces keep a name that holds "and" or a comma from being taken apart.
    authors.append(authors.empty() ? "" : " and ").append("{" + for_tex(author) + "}");
  }
  field("author", authors);
  field("title", "{" + for_tex(title_of(article)) + "}");
  field("journal", for_tex(article.source));
  const PartialDate& date = article.date;
  if (date.known()) {
    field("year", std::to_string(date.year));
    if (date.month > 0) field("month", std::to_string(date.month));
    field("date", date.to_string());
  }
  field("url", for_tex_address(article.url));
  field("langid", article.lang);
  field("note", for_tex(article.id));
  out_ << "\n}\n";
}

void Exporter::write_ris(const Article& article) {
  const auto field = [&](const char* tag, const std::string& value) {
    if (!value.empty()) out_ << tag << "  - " << one_line(value) << "\r\n";
  };
  field("TY", "NEWS");
  field("TI", title_of(article));
  for (const std::string& author : authors_of(article.byline)) field("AU", author);
  field("T2", article.source);
  const PartialDate& date = article.date;
  if (date.known()) {
    field("PY", std::to_string(date.year));
    field("DA", std::to_string(date.year) + "/" + (date.month > 0 ? padded(date.month) : "") + "/" +
                    (date.day > 0 ? padded(date.day) : "") + "/");
  }
  field("SE", article.section);
  field("LA", article.lang);
  field("UR", article.url);
  field("ID", article.id);
  out_ << "ER  - \r\n\r\n";
}

void Exporter::write_csl(const Article& article) {
  out_ << (std::exchange(first_, false) ? "\n" : ",\n");
  JsonWriter json(out_);
  json.begin_object()
      .field("id", article.id)
      .field("type", "article-newspaper")
      .field("title", title_of(article));
  if (!article.byline.empty()) {
    json.key("author").begin_array();
    for (const std::string& author : authors_of(article.byline)) {
      json.begin_object().field("literal", author).end_object();
    }
    json.end_array();
  }
  if (!article.source.empty()) json.field("container-title", article.source);
  const PartialDate& date = article.date;
  if (date.known()) {
    json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
    json.integer(static_cast<std::uint64_t>(date.year));
    if (date.month > 0) json.integer(date.month);
    if (date.day > 0) json.integer(date.day);
    json.end_array().end_array().end_object();
  }
  if (!article.section.empty()) json.field("section", article.section);
  if (!article.url.empty()) json.field("URL", article.url);
  if (!article.lang.empty()) json.field("language", article.lang);
  json.end_object();
}

/// - Ann Roe: "[Harbour fees](https://…)". *Gull Daily*, 2024-03-05. `id`
void Exporter::write_markdown(const Article& article) {
  std::string authors;
  for (const std::string& author : authors_of(article.byline)) {
    authors.append(authors.empty() ? "" : ", ").append(for_markdown(author));
  }
  out_ << "- " << authors << (authors.empty() ? "" : ": ");
  const std::string title = for_markdown(title_of(article));
  if (article.url.empty()) {
    out_ << "\u201C" << title << "\u201D.";
  } else {
    out_ << "\u201C[" << title << "](<" << one_line(article.url) << ">)\u201D.";
  }
  if (!article.source.empty()) out_ << " *" << for_markdown(article.source) << '*';
  if (article.date.known()) {
    out_ << (article.source.empty() ? " " : ", ") << article.date.to_string();
  }
  if (!article.source.empty() || article.date.known()) out_ << '.';
  out_ << " `" << one_line(article.id) << "`\n";
}

void Exporter::write_follow_the_money(const Hit& hit) {
  const Article& article = hit.article;
  JsonWriter json(out_);
  json.begin_object().field("id", article.id).field("schema", "Article");
  json.key("properties").begin_object();
  const auto property = [&](const char* name, const std::vector<std::string>& values) {
    if (std::all_of(values.begin(), values.end(), [](const auto& one) { return one.empty(); })) {
      return;
    }
    json.key(name).begin_array();
    for (const std::string& value : values) {
      if (!value.empty()) json.string(value);
    }
    json.end_array();
  };
  property("title", {article.title});
  property("author", authors_of(article.byline));
  property("publisher", {article.source});
  property("publishedAt", {article.date.to_string()});
  property("sourceUrl", {article.url});
  constexpr std::pair<EntityKind, const char*> kMentioned[] = {
      {EntityKind::Person, "peopleMentioned"},
      {EntityKind::Organisation, "companiesMentioned"},
      {EntityKind::Place, "locationMentioned"}};
  for (const auto& [kind, name] : kMentioned) {
    property(name, names_of(hit.entities, kind));
  }
  property("bodyText", {article.body});
  json.end_object().end_object();
  out_ << '\n';
}

}  // namespace morgue
