// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/why_text.h"

#include <algorithm>
#include <vector>

#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kMostTries = 5;

std::string articles(std::uint64_t number) { return counted(number, "article", "articles"); }

std::string heading(const Why& why) {
  const std::string what = why.clauses.size() > 1 ? " all of this:\n" : " this:\n";
  if (why.total == 0) return "no article matches" + what;
  return articles(why.total) + (why.total == 1 ? " matches" : " match") + what;
}

/// What there is to say of a clause beside its count.
std::string remark(const Why& why, std::size_t i) {
  const ClauseCount& clause = why.clauses[i];
  std::string text;
  for (const Respelling& respelling : why.respellings) {
    if (respelling.clause != i) continue;
    if (!text.empty()) text += ' ';
    text += "did you mean " + respelling.meant + " (" + grouped(respelling.meant_articles) + ")?";
  }
  if (!text.empty() || why.clauses.size() == 1) return text;
  if (clause.unwanted) return clause.articles > 0 ? "taken away" : "";
  if (clause.articles > 0 && why.emptied_by == i) text = "nothing is left from here on";
  if (clause.without > why.total) {
    text += (text.empty() ? "" : "; ") + std::string("without it ") + grouped(clause.without);
  }
  return text;
}

std::string clause_lines(const Why& why) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < why.clauses.size(); ++i) {
    const ClauseCount& clause = why.clauses[i];
    rows.push_back({"  " + clause.query, articles(clause.articles), remark(why, i)});
  }
  std::string text = align(rows, {Align::Left, Align::Right, Align::Left}, 0);
  if (why.more_clauses > 0) {
    text += "  (" + counted(why.more_clauses, "more clause", "more clauses") + ")\n";
  }
  return text;
}

/// Respelt queries first, each query once.
std::string tries(const Why& why) {
  std::vector<Row> rows;
  const auto add = [&](const std::string& query, std::uint64_t found, std::string change) {
    const auto same = [&](const Row& row) { return row.front() == "  " + query; };
    if (found <= why.total || rows.size() == kMostTries ||
        std::any_of(rows.begin(), rows.end(), same)) {
      return;
    }
    rows.push_back({"  " + query, articles(found), std::move(change)});
  };
  std::string change;
  for (const Respelling& respelling : why.respellings) {
    change += (change.empty() ? "" : ", ") + respelling.meant + " for " + respelling.word;
  }
  if (!change.empty()) add(why.respellings[0].query, why.respellings[0].total, change);
  for (const NearQuery& near : why.nearest) add(near.query, near.articles, near.change);
  if (rows.empty()) return "";
  return "try:\n" + align(rows, {Align::Left, Align::Right, Align::Left}, 0);
}

}  // namespace

std::string why_text(const Why& why) { return heading(why) + clause_lines(why) + tries(why); }

void write_why(JsonWriter& json, const Why& why) {
  json.begin_object().key("clauses").begin_array();
  for (const ClauseCount& clause : why.clauses) {
    json.begin_object().field("query", clause.query).key("unwanted").boolean(clause.unwanted);
    json.field("articles", clause.articles).field("so_far", clause.so_far);
    json.field("without", clause.without).end_object();
  }
  json.end_array().field("more_clauses", std::uint64_t{why.more_clauses}).key("emptied_by");
  why.emptied_by ? json.integer(*why.emptied_by) : json.null();
  json.key("respellings").begin_array();
  for (const Respelling& respelling : why.respellings) {
    json.begin_object().field("clause", std::uint64_t{respelling.clause});
    json.field("word", respelling.word).field("articles", respelling.articles);
    json.field("meant", respelling.meant).field("meant_articles", respelling.meant_articles);
    json.field("query", respelling.query).field("total", respelling.total).end_object();
  }
  json.end_array().key("nearest").begin_array();
  for (const NearQuery& near : why.nearest) {
    json.begin_object().field("query", near.query).field("change", near.change);
    json.field("articles", near.articles).end_object();
  }
  json.end_array().end_object();
}

}  // namespace morgue
