// SPDX-License-Identifier: GPL-3.0-or-later
// Results as one JSON document, as JSON Lines, and whole articles as JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "common/article/article.h"
#include "query/hit.h"
#include "query/render/json_writer.h"
#include "query/render/renderer.h"
#include "query/render/snippet.h"

namespace morgue {

/// The number in "schema". Raised when a key changes or goes; new keys do not raise it.
inline constexpr std::uint64_t kJsonSchema = 1;

/// The key "notes" and its array of {"code","message"}.
void write_notes(JsonWriter& json, const std::vector<Note>& notes);

/// {"schema","query","canonical","total","distinct","undated","provenance","hits","facets","facets_missing",
/// "facets_other","notes","next"}, one hit and one facet row a line. "facets" is {name: [{"value",
/// "count","query"}]}; "facets_missing" is {name: {"count","query"}}: articles without the field;
/// "facets_other" is {name: n}: values beyond the rows shown; "facets_count" is "all" or "once":
/// how copies count in facets. "next" is the cursor for --after, "" at the end. On request "why"
/// follows, see write_why(). An empty string stands for what is not known.
class JsonRenderer : public Renderer {
 public:
  JsonRenderer(std::ostream& out, std::size_t passages,
               std::optional<Provenance> provenance = std::nullopt)
      : out_(out), json_(out), snippets_(passages), provenance_(std::move(provenance)) {}

  void begin(const ResultPage& head) override;
  void hit(const Hit& hit) override;
  void end(const ResultPage& page) override;

 private:
  std::ostream& out_;
  JsonWriter json_;
  SnippetMaker snippets_;
  std::optional<Provenance> provenance_;
};

/// Which of several queries a hit is of (batch); its keys come first.
struct BatchLine {
  std::uint64_t number = 0;
  std::string query;
};

/// One hit a line, with a BatchLine {"line","query"} before it:
/// {"rank","id","score","title","date","source","section","byline","lang","snippet",
/// "marks","copies","url"}. "marks" are [begin, end) in code points of the snippet. Facet rows
/// follow the hits, each {"facet","value","count","query"}; the row of the articles without the
/// field has the value null. The query, totals and notes are not shown.
class JsonLinesRenderer : public Renderer {
 public:
  JsonLinesRenderer(std::ostream& out, std::size_t passages,
                    std::optional<BatchLine> line = std::nullopt)
      : out_(out), snippets_(passages), line_(std::move(line)) {}

  void begin(const ResultPage&) override {}
  void hit(const Hit& hit) override;
  void end(const ResultPage& page) override;

 private:
  std::ostream& out_;
  SnippetMaker snippets_;
  std::optional<BatchLine> line_;
};

/// The keys a document about a result begins with: schema, query, canonical and the totals.
void write_head(JsonWriter& json, const ResultPage& page);

/// "notes": [{"code", "message"}].
void write_notes(JsonWriter& json, const std::vector<Note>& notes);

/// What is wanted besides the article.
struct ArticleParts {
  bool marks = false;     ///< "title_marks" and "body_marks": what matched, [begin, end)
  bool mentions = false;  ///< "mentions": [{"type","part","start","end","text","name","source"}]
};                        // All places are counted in code points.

/// The whole article as indexed, on one line with its line feed: every field by its name, strings
/// "" and lists [] where nothing is known; other fields of the source under their own names in
/// "extra", numbers as they were written; "entities", whom and what it names: [{"type","name",
/// "mentions","sources":["metadata","model"…]}].
void write_article_json(const Hit& hit, ArticleParts parts, std::ostream& out);

}  // namespace morgue
