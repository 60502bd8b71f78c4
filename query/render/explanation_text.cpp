// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/explanation_text.h"

#include <array>
#include <cstdio>

#include "common/text/width.h"
#include "query/render/json.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kWordsInLine = 6;

std::string indented(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += "  " + safe_for_terminal(line) + '\n';
  return text;
}

std::string decimal(double number) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.3f", number);
  return digits.data();
}

std::string words_section(const std::vector<Expansion>& expansions) {
  if (expansions.empty()) return "";
  std::string text = "words\n";
  for (const Expansion& expansion : expansions) {
    text += "  " + expansion.typed + ": " + counted(expansion.words.size(), "word", "words") + '\n';
    for (std::size_t i = 0; i < expansion.words.size(); ++i) {
      const auto& [form, articles] = expansion.words[i];
      text += (i % kWordsInLine == 0 ? (i == 0 ? "    " : "\n    ") : "  ") + form + " (" +
              grouped(articles) + ')';
    }
    text += '\n';
  }
  return safe_for_terminal(text, true);
}

std::string share(double part, const char* name) {
  return part > 0 ? decimal(part) + ' ' + name : "";
}

std::string scores_section(const std::vector<ScoredHit>& best) {
  if (best.empty()) return "";
  std::string text = "scores\n";
  for (const ScoredHit& hit : best) {
    std::string line = "  " + std::to_string(hit.rank) + ". " + decimal(hit.score) + "  " + hit.id;
    if (!hit.title.empty()) line += "  " + hit.title;
    text += safe_for_terminal(line) + '\n';
    std::vector<Row> rows;
    for (const ScorePart& part : hit.parts) {
      rows.push_back({"     " + part.word, decimal(part.score()), share(part.from_title, "title"),
                      share(part.from_body, "body"), share(part.from_other, "other")});
    }
    text += align(rows, {Align::Left, Align::Right, Align::Right, Align::Right, Align::Right}, 0);
  }
  return text;
}

}  // namespace

std::string explanation_text(const Explanation& explanation) {
  return "query\n" + indented({explanation.canonical}) + "tree\n" + indented(explanation.tree) +
         words_section(explanation.expansions) + "plan\n" + indented(explanation.plan) +
         scores_section(explanation.best);
}

void write_explanation(JsonWriter& json, const Explanation& explanation) {
  const auto lines = [&](const char* name, const std::vector<std::string>& all) {
    json.new_line().key(name).begin_array();
    for (const std::string& line : all) json.string(line);
    json.end_array();
  };
  json.begin_object().field("schema", kJsonSchema).field("query", explanation.query);
  json.field("canonical", explanation.canonical);
  lines("tree", explanation.tree);
  json.new_line().key("words").begin_array();
  for (const Expansion& expansion : explanation.expansions) {
    json.begin_object()
        .field("typed", expansion.typed)
        .field("total", std::uint64_t{expansion.words.size()});
    json.key("forms").begin_array();
    for (const auto& [form, articles] : expansion.words) {
      json.begin_object().field("form", form).field("articles", articles).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  lines("plan", explanation.plan);
  json.new_line().key("best").begin_array();
  for (const ScoredHit& hit : explanation.best) {
    json.new_line().begin_object().field("rank", hit.rank).field("id", hit.id);
    json.field("title", hit.title).key("score").number(hit.score).key("parts").begin_array();
    for (const ScorePart& part : hit.parts) {
      json.begin_object().field("word", part.word).key("score").number(part.score());
      json.key("title").number(part.from_title).key("body").number(part.from_body);
      json.key("other").number(part.from_other).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

}  // namespace morgue
