// SPDX-License-Identifier: GPL-3.0-or-later
// Texts whose names are hard to find, read by the models that come with the program.
#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/entities/model_files.h"

namespace morgue {
namespace {

struct HardCase {
  std::size_t line = 0;
  bool known = false;  ///< as a failure
  std::string lang, text;
  std::set<std::string> names;  ///< "person:Claudia Sheinbaum"
};

std::vector<HardCase> hard_cases() {
  std::ifstream in(MORGUE_SOURCE_DIR "/tests/quality/hard_names.tsv");
  std::vector<HardCase> cases;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with('#')) continue;
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    columns.resize(4);
    HardCase one{number, columns[0] == "known", columns[1], columns[2], {}};
    for (std::size_t at = 0; at < columns[3].size();) {
      const std::size_t end = std::min(columns[3].find(';', at), columns[3].size());
      one.names.insert(columns[3].substr(at, end - at));
      at = columns[3].find_first_not_of(' ', end + 1);
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

TEST(HardNames, AreFoundButForThoseThatAreKnownNotToBe) {
  ModelFolder models(MORGUE_SOURCE_DIR "/indexer/entities/models");
  std::map<std::string, std::unique_ptr<Recognizer>> recognizers;
  Analyzer analyzer;
  const auto cases = hard_cases();
  EXPECT_GE(cases.size(), 150U);
  for (const HardCase& one : cases) {
    auto& recognizer = recognizers[one.lang];
    if (recognizer == nullptr) recognizer = models.make_recognizer(one.lang);
    ASSERT_NE(recognizer, nullptr) << one.lang;
    Article article;
    article.body = one.text;
    TokenList title, body;
    analyzer.analyze_with_breaks(article.title, title);
    analyzer.analyze_with_breaks(article.body, body);
    std::vector<Mention> mentions;
    recognizer->recognize(article, title, body, mentions);
    std::set<std::string> found;
    for (const Mention& mention : mentions) {
      if (mention.kind == EntityKind::Misc) continue;
      found.insert(std::string(name_of(mention.kind)) + ":" + mention.name);
    }
    const std::string where = "hard_names.tsv, line " + std::to_string(one.line) + ": " + one.text;
    if (one.known) {
      EXPECT_NE(found, one.names) << where << "\nis right now: change \"known\"";
    } else {
      EXPECT_EQ(found, one.names) << where;
    }
  }
}

}  // namespace
}  // namespace morgue
