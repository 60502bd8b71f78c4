// SPDX-License-Identifier: GPL-3.0-or-later
// Results made by hand, and renderers run over them.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/partial_date.h"
#include "common/text/analyzer.h"
#include "query/hit.h"
#include "query/render/renderer.h"

namespace morgue::test {

/// Where the phrases (folded words next to each other) stand in a text, as a search would say.
inline std::vector<ShownMatch> matches_in(std::string_view text,
                                          const std::vector<std::vector<std::string>>& phrases) {
  Analyzer analyzer;
  TokenList list;
  analyzer.analyze(text, list);
  const auto& tokens = list.tokens();
  std::vector<ShownMatch> matches;
  for (std::size_t clause = 0; clause < phrases.size(); ++clause) {
    const auto& phrase = phrases[clause];
    for (std::uint32_t at = 0; at + phrase.size() <= tokens.size(); ++at) {
      std::uint32_t i = 0;
      while (i < phrase.size() &&
             (tokens[at + i].folded == phrase[i] || tokens[at + i].bare == phrase[i])) {
        ++i;
      }
      if (i < phrase.size() || phrase.empty()) continue;
      const WordRange run{at, at + i - 1};
      matches.push_back({clause, run, {run}});
    }
  }
  return matches;
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
  for (Hit& found : page.hits) {
    found.in_title = matches_in(found.article.title, {{"tariffs"}, {"关税"}});
    found.in_body = matches_in(found.article.body, {{"tariffs"}, {"关税"}});
  }
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
