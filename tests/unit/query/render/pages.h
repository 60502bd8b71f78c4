// SPDX-License-Identifier: GPL-3.0-or-later
// Results made by hand, and renderers run over them.
#pragma once

#include <sstream>
#include <string>
#include <utility>

#include "common/article/partial_date.h"
#include "query/hit.h"
#include "query/render/renderer.h"

namespace morgue::test {

/// A mark of words that must be exactly these folded forms, next to each other.
inline std::vector<MarkedWord> mark(std::vector<std::string> words) {
  std::vector<MarkedWord> phrase;
  for (std::string& word : words) phrase.push_back({{std::move(word)}, "", ""});
  return phrase;
}

inline Hit hit(std::uint64_t rank, std::string id, std::string title, std::string body) {
  Hit hit;
  hit.rank = rank;
  hit.score = 7.25;
  hit.article.id = std::move(id);
  hit.article.title = std::move(title);
  hit.article.body = std::move(body);
  return hit;
}

/// Three hits in three scripts, one of them with copies and one undated; two facets.
inline ResultPage tariffs_page() {
  ResultPage page;
  page.query = "tariffs";
  page.canonical = "tariffs";
  page.total = 1214;
  page.distinct = 1171;
  page.undated = 2;
  page.marks = {mark({"tariffs"}), mark({"关税"})};
  page.hits.push_back(hit(1, "tribune-1", "Senate weighs new tariffs",
                          "The session ran late. Senators said tariffs on steel would stay until "
                          "the spring, whatever the courts decide."));
  page.hits[0].article.source = "The Tribune";
  page.hits[0].article.date = {2024, 3, 5};
  page.hits[0].copies = 14;
  page.hits.push_back(hit(2, "he-7", "מכסים חדשים", "השר דיבר על tariffs אתמול."));
  page.hits[1].article.source = "עיתון";
  page.hits[1].article.date = {2024, 3, 0};
  page.hits.push_back(hit(12, "zh/9", "", "政府宣布新的关税政策。"));
  page.facets.push_back({"source",
                         {{"The Tribune", 1100, "tariffs AND source:\"The Tribune\""},
                          {"人民日报", 64, "tariffs AND source:\"人民日报\""},
                          {"עיתון", 9, "tariffs AND source:\"עיתון\""}},
                         4,
                         31,
                         "tariffs AND missing:source"});
  page.facets.push_back({"section", {}, 0, 0, ""});
  page.notes = {{"N107", "2 articles match but have no date"}};
  page.next = "c:12";
  return page;
}

inline std::string render(const RenderOptions& options, const ResultPage& page) {
  std::ostringstream out;
  const auto renderer = make_renderer(options, out);
  ResultPage head = page;
  head.hits.clear();
  head.facets.clear();
  renderer->begin(head);
  for (const Hit& hit : page.hits) renderer->hit(hit);
  renderer->end(page);
  return out.str();
}

inline RenderOptions as(Format format, Subject subject = Subject::Hits) {
  RenderOptions options;
  options.format = format;
  options.subject = subject;
  return options;
}

}  // namespace morgue::test
