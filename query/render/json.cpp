// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/json.h"

#include "common/text/utf8.h"
#include "query/render/provenance.h"
#include "query/render/why_text.h"

namespace morgue {
namespace {

/// Counts the code points before a byte of a text, never going back.
class PointCounter {
 public:
  explicit PointCounter(std::string_view text) : text_(text) {}

  std::uint64_t up_to(std::size_t byte) {
    points_ += count_code_points(text_.substr(at_, byte - at_));
    at_ = byte;
    return points_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t points_ = 0;
};

/// Pairs [begin, end) in code points.
void write_marks(JsonWriter& json, std::string_view name, std::string_view text,
                 const std::vector<Span>& marks) {
  json.key(name).begin_array();
  PointCounter points(text);
  for (const Span& mark : marks) {
    json.begin_array();
    json.integer(points.up_to(mark.begin));
    json.integer(points.up_to(mark.end));
    json.end_array();
  }
  json.end_array();
}

/// Inside an object.
void write_hit(JsonWriter& json, const Hit& hit, SnippetMaker& snippets) {
  const Article& article = hit.article;
  const Snippet snippet = snippets.passage(hit);
  json.field("rank", hit.rank).field("id", article.id).key("score").number(hit.score);
  json.field("title", article.title).field("date", article.date.to_string());
  json.field("source", article.source).field("section", article.section);
  json.field("byline", article.byline).field("lang", article.lang);
  json.field("snippet", snippet.text);
  write_marks(json, "marks", snippet.text, snippet.marks);
  json.field("copies", hit.copies).field("url", article.url);
}

void write_facet_row(JsonWriter& json, const FacetRow& row) {
  json.begin_object();
  json.field("value", row.value).field("count", row.count).field("query", row.query);
  json.end_object();
}

void write_facets(JsonWriter& json, const std::vector<Facet>& facets) {
  json.key("facets").begin_object();
  for (const Facet& facet : facets) {
    json.new_line().key(facet.name).begin_array();
    for (const FacetRow& row : facet.rows) {
      json.new_line();
      write_facet_row(json, row);
    }
    json.end_array();
  }
  json.end_object();
  json.new_line().key("facets_missing").begin_object();
  for (const Facet& facet : facets) {
    json.key(facet.name).begin_object();
    json.field("count", facet.missing).field("query", facet.missing_query).end_object();
  }
  json.end_object();
  json.new_line().key("facets_other").begin_object();
  for (const Facet& facet : facets) json.field(facet.name, facet.other_values);
  json.end_object();
}

void write_strings(JsonWriter& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name).begin_array();
  for (const std::string& value : list) json.string(value);
  json.end_array();
}

void write_extra(JsonWriter& json, const std::vector<ExtraField>& fields) {
  json.key("extra").begin_object();
  for (const ExtraField& field : fields) {
    const std::string first = field.values.empty() ? "" : field.values.front();
    switch (field.kind) {
      case ExtraField::Kind::Text:
        json.field(field.name, first);
        break;
      case ExtraField::Kind::List:
        write_strings(json, field.name, field.values);
        break;
      case ExtraField::Kind::Json:
        json.key(field.name).json_text(first);
        break;
    }
  }
  json.end_object();
}

void write_entities(JsonWriter& json, const std::vector<Entity>& entities) {
  json.key("entities").begin_array();
  for (const Entity& entity : entities) {
    json.begin_object().field("type", entity.type()).field("name", entity.name);
    json.field("mentions", entity.mentions()).key("sources").begin_array();
    for (std::size_t i = 0; i < entity.found_by.size(); ++i) {
      const auto source = static_cast<MentionSource>(i);
      const bool given = entity.given && source == MentionSource::Metadata;
      if (given || entity.found_by[i] > 0) json.string(name_of(source));
    }
    json.end_array().end_object();
  }
  json.end_array();
}

void write_mentions(JsonWriter& json, const Hit& hit) {
  json.key("mentions").begin_array();
  PointCounter in_titles(hit.article.title);
  PointCounter in_bodies(hit.article.body);
  for (const Mention& mention : hit.mentions) {
    const bool in_title = mention.part == TextPart::Title;
    const std::string_view written =
        mention.bytes.of(in_title ? hit.article.title : hit.article.body);
    const std::uint64_t start = (in_title ? in_titles : in_bodies).up_to(mention.bytes.begin);
    const bool own = !mention.facet.empty();
    json.begin_object().field("type", own ? mention.facet : name_of(mention.kind));
    json.field("part", in_title ? "title" : "body").field("start", start);
    json.field("end", start + count_code_points(written)).field("text", written);
    json.field("name", mention.name).field("source", name_of(mention.source)).end_object();
  }
  json.end_array();
}

}  // namespace

void write_notes(JsonWriter& json, const std::vector<Note>& notes) {
  json.key("notes").begin_array();
  for (const Note& note : notes) {
    json.begin_object().field("code", note.code).field("message", note.message).end_object();
  }
  json.end_array();
}

void write_head(JsonWriter& json, const ResultPage& page) {
  json.field("schema", kJsonSchema).field("query", page.query).field("canonical", page.canonical);
  json.field("total", page.total).field("distinct", page.distinct).field("undated", page.undated);
}

void JsonRenderer::begin(const ResultPage& head) {
  json_.begin_object();
  write_head(json_, head);
  if (provenance_) write_provenance(json_.new_line(), *provenance_, "");
  json_.new_line().key("hits").begin_array();
}

void JsonRenderer::hit(const Hit& hit) {
  json_.new_line().begin_object();
  write_hit(json_, hit, snippets_);
  json_.end_object();
}

void JsonRenderer::end(const ResultPage& page) {
  json_.end_array().new_line();
  write_facets(json_, page.facets);
  if (!page.facets.empty()) json_.field("facets_count", page.copies_once ? "once" : "all");
  json_.new_line();
  write_notes(json_, page.notes);
  json_.field("next", page.next);
  if (page.why) {
    json_.new_line().key("why");
    write_why(json_, *page.why);
  }
  json_.end_object();
  out_ << '\n';
}

void JsonLinesRenderer::hit(const Hit& hit) {
  JsonWriter json(out_);
  json.begin_object();
  if (line_) json.field("line", line_->number).field("query", line_->query);
  write_hit(json, hit, snippets_);
  json.end_object();
  out_ << '\n';
}

void JsonLinesRenderer::end(const ResultPage& page) {
  for (const Facet& facet : page.facets) {
    for (const FacetRow& row : facet.rows) {
      JsonWriter json(out_);
      json.begin_object().field("facet", facet.name).field("value", row.value);
      json.field("count", row.count).field("query", row.query).end_object();
      out_ << '\n';
    }
    if (facet.missing == 0) continue;
    JsonWriter json(out_);
    json.begin_object().field("facet", facet.name).key("value").null();
    json.field("count", facet.missing).field("query", facet.missing_query).end_object();
    out_ << '\n';
  }
}

void write_article_json(const Hit& hit, ArticleParts parts, std::ostream& out) {
  const Article& article = hit.article;
  JsonWriter json(out);
  json.begin_object().field("id", article.id).field("title", article.title);
  json.field("body", article.body).field("byline", article.byline);
  json.field("source", article.source).field("section", article.section);
  json.field("lang", article.lang).field("url", article.url);
  json.field("date", article.date.to_string());
  json.field("date_source", name_of(article.date_source));
  json.field("date_text", article.date_text);
  write_strings(json, "people", article.people);
  write_strings(json, "organisations", article.organisations);
  write_strings(json, "places", article.places);
  write_extra(json, article.extra);
  write_entities(json, hit.entities);
  write_marks(json, "boilerplate", article.body, hit.boilerplate);
  if (parts.mentions) write_mentions(json, hit);
  if (parts.marks) {
    SnippetMaker marker;
    write_marks(json, "title_marks", article.title, marker.marks_in(article.title, hit.in_title));
    write_marks(json, "body_marks", article.body, marker.marks_in(article.body, hit.in_body));
  }
  json.end_object();
  out << '\n';
}

}  // namespace morgue
