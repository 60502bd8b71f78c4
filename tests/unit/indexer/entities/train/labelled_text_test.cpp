// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/labelled_text.h"

#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

/// "O" or kind and part, such as "PER-B", of each token.
std::string labels_of(const LabelledSentence& sentence) {
  std::string out;
  for (const Label label : sentence.labels) {
    out += out.empty() ? "" : " ";
    if (label == kOutside) {
      out += "O";
      continue;
    }
    out += kKindTags[static_cast<std::size_t>(kind_of_label(label))];
    out += '-';
    out += "BILU"[static_cast<std::size_t>(part_of_label(label))];
  }
  return out;
}

std::string labels_of(const std::string& text) {
  std::istringstream in(text);
  const auto documents = read_labelled(in);
  return documents ? labels_of(documents->front().front()) : documents.error().message;
}

TEST(LabelledText, TagsOfBothStyles) {
  const std::pair<const char*, const char*> cases[] = {
      {"a\tO\nb\tB-PER\n", "O PER-U"},
      {"a\tB-PER\nb\tI-PER\n", "PER-B PER-L"},
      {"a\tI-PER\nb\tI-PER\nc\tI-PER\n", "PER-B PER-I PER-L"},
      {"a\tI-PER\nb\tB-PER\n", "PER-U PER-U"},
      {"a\tI-PER\nb\tI-ORG\n", "PER-U ORG-U"},
      {"a\tB-MISC\r\nb\tO\r\nc\tI-LOC\r\n", "MISC-U O LOC-U"},
      {"a b\tO\n", "O"},
  };
  for (const auto& [text, labels] : cases) EXPECT_EQ(labels_of(text), labels) << text;
}

TEST(LabelledText, OtherLinesAreErrorsWithTheirNumber) {
  for (const char* text :
       {"a\tO\nb O\n", "a\tO\nb\tX-PER\n", "a\tO\nb\tB-CAR\n", "a\tO\n\tO\n", "a\tO\n\xff\tO\n"}) {
    std::istringstream in(text);
    const auto documents = read_labelled(in);
    ASSERT_FALSE(documents) << text;
    EXPECT_EQ(documents.error().code, "labels");
    EXPECT_EQ(documents.error().message.find("line 2: "), 0U) << documents.error().message;
  }
  std::istringstream nothing("\n\n");
  EXPECT_FALSE(read_labelled(nothing)) << "a file with no sentence";
}

TEST(LabelledText, DocumentsAreMarkedOrCut) {
  const auto sizes = [](const std::string& text) {
    std::istringstream in(text);
    std::string out;
    const auto documents = read_labelled(in, 2);
    for (const LabelledDocument& document : *documents) out += std::to_string(document.size());
    return out;
  };
  EXPECT_EQ(sizes("a\tO\n\nb\tO\n\nc\tO\n"), "21");
  EXPECT_EQ(sizes("-DOCSTART-\tO\n\na\tO\n\nb\tO\n\nc\tO\n-DOCSTART-\tO\nd\tO\n"), "31");
}

TEST(LabelledText, FilesThatCannotBeReadAreNamed) {
  const auto documents = read_labelled_file("/none/labels.train");
  ASSERT_FALSE(documents);
  EXPECT_NE(documents.error().message.find("/none/labels.train"), std::string::npos);
  const test_support::TempDir folder;
  const auto packed = read_labelled_file(folder.write("a.zst", "not zstd"));
  ASSERT_FALSE(packed);
  EXPECT_NE(packed.error().message.find("a.zst"), std::string::npos);
}

TEST(LabelledText, CopiesInCapitalsKeepTheirLabels) {
  const LabelledDocument document{{{"señor", "McDonald", "of", "l'Oréal"}, {0, 4, 0, 8}}};
  const auto capitals = with_case(document, CaseCopy::Capitals);
  const auto title = with_case(document, CaseCopy::Title);
  EXPECT_EQ(capitals[0].tokens, (std::vector<std::string>{"SEÑOR", "MCDONALD", "OF", "L'ORÉAL"}));
  EXPECT_EQ(title[0].tokens, (std::vector<std::string>{"Señor", "Mcdonald", "Of", "L'Oréal"}));
  EXPECT_EQ(capitals[0].labels, document[0].labels);
  EXPECT_EQ(title[0].labels, document[0].labels);
}

}  // namespace
}  // namespace morgue
