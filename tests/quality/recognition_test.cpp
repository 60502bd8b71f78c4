// SPDX-License-Identifier: GPL-3.0-or-later
// How many names of labelled newswire the models find, from plain text to mentions. The floors are
// some tenths below what was measured when the models were made (indexer/entities/MODEL.md).
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/entities/model_files.h"
#include "indexer/entities/train/evaluate.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

using Names = std::set<std::tuple<std::size_t, std::size_t, EntityKind>>;  // bytes

/// A labelled document as plain text: words with spaces between them, a line each sentence.
struct PlainDocument {
  std::string text;
  Names marked;  ///< people, organisations and places
};

PlainDocument plain(const LabelledDocument& document) {
  PlainDocument out;
  for (const LabelledSentence& sentence : document) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (i > 0) out.text += ' ';
      const Label label = sentence.labels[i];
      if (!goes_on(label)) begin = out.text.size();
      out.text += sentence.tokens[i];
      const bool ends = label != kOutside && !is_open(label);
      if (ends && kind_of_label(label) != EntityKind::Misc) {
        out.marked.emplace(begin, out.text.size(), kind_of_label(label));
      }
    }
    out.text += '\n';
  }
  return out;
}

NameScore read(Recognizer& recognizer, const std::vector<LabelledDocument>& documents) {
  Analyzer analyzer;
  TokenList title, body;
  NameScore score;
  for (const LabelledDocument& document : documents) {
    const PlainDocument expected = plain(document);
    Article article;
    article.body = expected.text;
    analyzer.analyze_with_breaks(article.title, title);
    analyzer.analyze_with_breaks(article.body, body);
    std::vector<Mention> mentions;
    recognizer.recognize(article, title, body, mentions);
    Names found;
    for (const Mention& mention : mentions) {
      if (mention.kind == EntityKind::Misc) continue;
      found.emplace(mention.bytes.begin, mention.bytes.end, mention.kind);
    }
    score.found += found.size();
    score.marked += expected.marked.size();
    for (const auto& name : found) score.right += expected.marked.contains(name) ? 1 : 0;
  }
  return score;
}

TEST(Recognition, OfLabelledNewswireReachesItsFloors) {
  const struct {
    const char* file;
    const char* lang;
    double as_written, in_capitals;
  } cases[] = {
      {"entities/conll2003-en.testa.zst", "en", 93.5, 89.0},
      {"entities/worldwide-en.dev.zst", "en", 85.5, 77.5},
      {"entities/wikigold-en.all.zst", "en", 73.0, 62.0},
      {"entities/conll2002-es.testa.zst", "es", 79.0, 71.2},
  };
  ModelFolder models(MORGUE_SOURCE_DIR "/indexer/entities/models");
  for (const auto& one : cases) {
    const auto file = test_support::shared_data(one.file);
    if (!file) GTEST_SKIP() << "no " << one.file;
    const auto documents = read_labelled_file(*file);
    ASSERT_TRUE(documents);
    const auto recognizer = models.make_recognizer(one.lang);
    std::vector<LabelledDocument> shouted;
    for (const auto& document : *documents) {
      shouted.push_back(with_case(document, CaseCopy::Capitals));
    }
    const NameScore as_written = read(*recognizer, *documents);
    const NameScore in_capitals = read(*recognizer, shouted);
    std::printf("%-34s F1 %.2f, in capitals %.2f\n", one.file, as_written.f1(), in_capitals.f1());
    EXPECT_GE(as_written.f1(), one.as_written) << one.file;
    EXPECT_GE(in_capitals.f1(), one.in_capitals) << one.file;
  }
}

}  // namespace
}  // namespace morgue
