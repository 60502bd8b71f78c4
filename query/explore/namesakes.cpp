// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/namesakes.h"

#include <algorithm>
#include <string>

#include "common/text/analyzer.h"

namespace morgue {
namespace {

std::vector<std::string> words_of(const std::string& name, Analyzer& analyzer) {
  TokenList tokens;
  analyzer.analyze(name, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens.tokens()) words.emplace_back(token.folded);
  return words;
}

}  // namespace

std::vector<EntityRow> namesakes_of(const Name& name, const Selection& selection) {
  if (name.kind != EntityKind::Person) return {};
  Analyzer analyzer;
  const std::vector<std::string> wanted = words_of(name.text, analyzer);
  std::vector<EntityRow> rows = list_entities(selection, {{EntityKind::Person}, name.text, 1});
  std::erase_if(rows, [&](const EntityRow& row) {
    const std::vector<std::string> words = words_of(row.name.text, analyzer);
    return words.size() <= wanted.size() ||
           !std::equal(wanted.rbegin(), wanted.rend(), words.rbegin());
  });
  return rows;
}

}  // namespace morgue
