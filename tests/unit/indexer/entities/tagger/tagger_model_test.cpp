// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/tagger_model.h"

#include <string>

#include <gmock/gmock.h>

#include "common/base/index_error.h"
#include "indexer/entities/model_files.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using testing::HasSubstr;

std::string model_file(const std::string& lang = "en") {
  ModelParts parts;
  parts.lang = lang;
  parts.name = "test";
  parts.lists = "first\tClaudia\n";
  parts.clusters = "claudia 1 2\n";
  parts.transitions[0][0][0] = 3;
  parts.transitions[1][kLabels][5] = -7;
  WeightRow row{};
  row[3] = 42;
  parts.weights = WeightTable::make({{123456789, row}});
  return encode_model(parts);
}

TEST(TaggerModel, IsTheSameAfterwards) {
  const auto model = decode_model(model_file());
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->lang, "en");
  EXPECT_EQ(model->name, "test");
  EXPECT_EQ(model->checksum.size(), 32U);
  EXPECT_EQ(model->transitions[0][0][0], 3);
  EXPECT_EQ(model->transitions[1][kLabels][5], -7);
  EXPECT_EQ(model->lexicon.word(hash_of("claudia")).lists, kFirstNames);
  ASSERT_NE(model->weights.find(123456789), nullptr);
  EXPECT_EQ((*model->weights.find(123456789))[3], 42);
}

TEST(TaggerModel, EachDamagedByteIsNoticed) {
  const std::string file = model_file();
  for (std::size_t at = 0; at < file.size(); ++at) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    const auto model = decode_model(damaged);
    ASSERT_FALSE(model) << "byte " << at;
    EXPECT_EQ(model.error().code, "model");
  }
  for (std::size_t length = 0; length < file.size(); ++length) {
    ASSERT_FALSE(decode_model(file.substr(0, length))) << length << " bytes";
  }
  EXPECT_FALSE(decode_model(file + "x"));
}

TEST(TaggerModel, ErrorsSayWhatToDo) {
  EXPECT_THAT(
      decode_model("PK\x03\x04, which is an archive of another kind altogether").error().message,
      HasSubstr("not an entity model"));
  std::string newer = model_file();
  newer[8] = 9;
  EXPECT_THAT(decode_model(newer).error().message, HasSubstr("use the model that came with it"));
  std::string damaged = model_file();
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  EXPECT_THAT(decode_model(damaged).error().message, HasSubstr("damaged"));
}

TEST(ModelFolder, HoldsWhatItsNamesSay) {
  const test_support::TempDir folder;
  folder.write("en.model", model_file());
  folder.write("es.model", model_file("en"));
  folder.write("de.model", "nonsense");
  folder.write("README", "");
  ModelFolder models(folder.path());
  EXPECT_THAT(models.languages(), testing::ElementsAre("de", "en", "es"));
  EXPECT_EQ(models.load("fr"), nullptr);
  EXPECT_EQ(models.make_recognizer("fr"), nullptr);
  ASSERT_NE(models.load("en"), nullptr);
  EXPECT_EQ(models.load("en"), models.load("en")) << "loaded once";
  EXPECT_EQ(models.checksum("en"), models.load("en")->checksum);
  EXPECT_THROW(models.load("es"), IndexError) << "a model of another language";
  EXPECT_THROW(models.load("de"), IndexError);
  EXPECT_TRUE(ModelFolder("/none").languages().empty());
}

}  // namespace
}  // namespace morgue
