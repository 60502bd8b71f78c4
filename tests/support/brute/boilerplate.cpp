// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/boilerplate.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/segmenter.h"

namespace morgue::brute {
namespace {

using Words = std::vector<std::string>;
using Paragraphs = std::vector<std::pair<Span, Words>>;

Paragraphs paragraphs_of(const std::string& body, Analyzer& analyzer) {
  Paragraphs paragraphs;
  TokenList tokens;
  for (const Span& span : find_paragraphs(body)) {
    const std::string text(span.of(body));
    analyzer.analyze(text, tokens);
    Words words;
    for (const Token& token : tokens.tokens()) words.emplace_back(token.folded);
    if (!words.empty()) paragraphs.emplace_back(span, std::move(words));
  }
  return paragraphs;
}

}  // namespace

std::vector<std::vector<Span>> find_boilerplate(const std::vector<Article>& articles,
                                                std::size_t least) {
  Analyzer analyzer;
  std::vector<Paragraphs> all;
  std::map<std::string, std::set<std::set<Words>>> outlets;  // the different articles of each
  for (const Article& article : articles) {
    all.push_back(paragraphs_of(article.body, analyzer));
    std::set<Words> different;
    for (const auto& [span, words] : all.back()) different.insert(words);
    if (!different.empty()) outlets[value_form(article.source)].insert(std::move(different));
  }
  std::map<std::string, std::map<Words, std::size_t>> counts;
  for (const auto& [outlet, texts] : outlets) {
    for (const std::set<Words>& text : texts) {
      for (const Words& words : text) ++counts[outlet][words];
    }
  }
  std::vector<std::vector<Span>> found(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string outlet = value_form(articles[i].source);
    for (const auto& [span, words] : all[i]) {
      const std::size_t count = counts[outlet][words];
      const bool often = words.size() >= 5 || 20 * count >= outlets[outlet].size();
      if (count >= least && often) found[i].push_back(span);
    }
  }
  return found;
}

}  // namespace morgue::brute
