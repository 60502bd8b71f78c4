// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/entity_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/index/archive_reader.h"
#include "common/index/stored_article.h"
#include "indexer/commands/commands.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// Takes the first word of a body for a person.
class FirstWordModel : public Recognizer {
 public:
  void recognize(const Article& article, const TokenList&, const TokenList& body,
                 std::vector<Mention>& mentions) override {
    if (body.tokens().empty()) return;
    const Span bytes = body.tokens().front().bytes;
    mentions.push_back({EntityKind::Person,
                        TextPart::Body,
                        MentionSource::Model,
                        bytes,
                        std::string(bytes.of(article.body)),
                        {}});
  }
};

EntityModels english(const std::string& checksum) {
  return {{{"en", "news", checksum}}, [](std::string_view lang) -> std::unique_ptr<Recognizer> {
            if (lang != "en") return nullptr;
            return std::make_unique<FirstWordModel>();
          }};
}

class EntitySettingsTest : public testing::Test {
 protected:
  /// Adds articles, and gives back what was said.
  std::string add(const EntityModels& models, const std::string& id, const std::string& mode = {}) {
    folder_.write(id + ".jsonl",
                  test_support::article(id).body("Ruiz spoke.").json_line() +
                      test_support::article(id + "f").body("Ruiz parla.").lang("fr").json_line());
    Surroundings surroundings = test_support::test_surroundings();
    surroundings.models = models;
    AddOptions options;
    options.archive = paths_.root.string();
    options.inputs = {(folder_ / (id + ".jsonl")).string()};
    options.entities.mode = mode;
    testing::internal::CaptureStderr();
    EXPECT_EQ(run_add(options, surroundings), ExitCode::Done);
    return testing::internal::GetCapturedStderr();
  }

  EntitySettings settings() const { return read_manifest(paths_).entities; }

  std::vector<Mention> mentions(const std::string& id) const {
    const ArchiveReader archive = ArchiveReader::open(paths_);
    const auto place = archive.find(id);
    const Xapian::Database& database = archive.segments()[place->segment].database;
    return decode_stored_mentions(database.get_document(place->document).get_data());
  }

  test_support::TempDir folder_;
  const ArchivePaths paths_{folder_ / "news.morgue"};
};

TEST_F(EntitySettingsTest, TheModelIsUsedAndRemembered) {
  const std::string said = add(english("0a"), "1");
  EXPECT_THAT(said, HasSubstr("no model for the language of 1 article (fr 1)"));
  EXPECT_THAT(mentions("1"), SizeIs(1));
  EXPECT_THAT(mentions("1f"), IsEmpty());
  EXPECT_EQ(settings(), (EntitySettings{"on", {{"en", "news", "0a"}}, {}, false}));
  EXPECT_EQ(add(english("0a"), "2").find("reannotate"), std::string::npos) << "nothing is new";
}

TEST_F(EntitySettingsTest, AnotherModelIsSaidUntilAllAreRead) {
  add({}, "1");
  EXPECT_THAT(mentions("1"), IsEmpty());
  EXPECT_THAT(add(english("0a"), "2"),
              HasSubstr("note: names are found in new articles by another"));
  EXPECT_THAT(add(english("0b"), "3"), HasSubstr("morgue-index reannotate"));
  EXPECT_THAT(settings().models, SizeIs(2));
  EXPECT_TRUE(settings().mixed);
  Surroundings surroundings = test_support::test_surroundings();
  surroundings.models = english("0b");
  testing::internal::CaptureStderr();
  EXPECT_EQ(run_reannotate({paths_.root.string(), {}}, surroundings), ExitCode::Done);
  testing::internal::GetCapturedStderr();
  EXPECT_EQ(settings(), (EntitySettings{"on", {{"en", "news", "0b"}}, {}, false}));
  EXPECT_THAT(mentions("1"), SizeIs(1)) << "read from the archive itself";
}

TEST_F(EntitySettingsTest, TheModeStaysUntilAnotherIsAskedFor) {
  add(english("0a"), "1", "metadata");
  EXPECT_THAT(mentions("1"), IsEmpty());
  add(english("0a"), "2");
  EXPECT_THAT(mentions("2"), IsEmpty());
  EXPECT_FALSE(settings().mixed);
  add(english("0a"), "3", "on");
  EXPECT_THAT(mentions("3"), SizeIs(1));
  EXPECT_TRUE(settings().mixed);
}

}  // namespace
}  // namespace morgue
