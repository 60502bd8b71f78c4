// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/corrections.h"

#include <gmock/gmock.h>

#include "common/index/archive_files.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using testing::HasSubstr;

const Name kClaudia{EntityKind::Person, "Claudia Sheinbaum"};
const Name kShort{EntityKind::Person, "CSP"};

class CorrectionsTest : public testing::Test {
 protected:
  std::filesystem::path aliases() const { return folder_.path() / "aliases.tsv"; }
  std::filesystem::path rejects() const { return folder_.path() / "rejects.tsv"; }
  auto read() const { return read_corrections(aliases(), rejects()); }

  test_support::TempDir folder_;
};

TEST_F(CorrectionsTest, NoFilesHoldNone) {
  const auto corrections = read();
  ASSERT_TRUE(corrections);
  EXPECT_TRUE(corrections->aliases.empty());
  EXPECT_TRUE(corrections->rejects.empty());
}

TEST_F(CorrectionsTest, ALineIsATypeANameAndItsAliases) {
  folder_.write("aliases.tsv",
                "# corrections of the desk\n\n"
                "person\tClaudia Sheinbaum\tSheinbaum Pardo, Claudia|CSP\r\n"
                "organisation\tMorena\tperson:Morena|MORENA \n");
  folder_.write("rejects.tsv", "people\tHe\nentity\tReuter\n");
  const auto corrections = read();
  ASSERT_TRUE(corrections) << corrections.error().message;
  ASSERT_EQ(corrections->aliases.size(), 2U);
  EXPECT_EQ(corrections->aliases[0].shown, kClaudia);
  EXPECT_EQ(corrections->aliases[0].same,
            (std::vector<Name>{{EntityKind::Person, "Sheinbaum Pardo, Claudia"}, kShort}));
  EXPECT_THAT(corrections->aliases[1].place, HasSubstr("aliases.tsv:4"));
  EXPECT_EQ(corrections->aliases[1].same, (std::vector<Name>{{EntityKind::Person, "Morena"},
                                                             {EntityKind::Organisation, "MORENA"}}))
      << "a type before a colon, and white space at the end";
  EXPECT_EQ(corrections->rejects, (std::vector<Name>{{EntityKind::Person, "He"},
                                                     {EntityKind::Person, "Reuter"},
                                                     {EntityKind::Organisation, "Reuter"},
                                                     {EntityKind::Place, "Reuter"}}));
}

TEST_F(CorrectionsTest, AFaultyLineIsNamed) {
  struct Case {
    const char* aliases;
    const char* rejects;
    const char* said;
  };
  const Case cases[] = {
      {"person\tA B\tB\nperson\tClaudia Sheinbaum\n", "", "aliases.tsv:2: a line is: type, tab"},
      {"hero\tClaudia Sheinbaum\tCSP\n", "", "aliases.tsv:1: \"hero\" is none of the types"},
      {"person\t \tCSP\n", "", "aliases.tsv:1: a name is empty"},
      {"person\tX\t||\n", "", "aliases.tsv:1: a name is empty"},
      {"person\tX\t\xff\n", "", "aliases.tsv:1: the line is not UTF-8"},
      {"", "He\n", "rejects.tsv:1: a line is: type, tab, name"},
      {"", "# x\ndate\tHe\n", "rejects.tsv:2: \"date\" is none of the types"},
  };
  for (const Case& tried : cases) {
    folder_.write("aliases.tsv", tried.aliases);
    folder_.write("rejects.tsv", tried.rejects);
    const auto corrections = read();
    ASSERT_FALSE(corrections) << tried.said;
    EXPECT_THAT(corrections.error().message, HasSubstr(tried.said));
    EXPECT_THAT(corrections.error().message, HasSubstr("mend or delete the line"));
  }
}

TEST_F(CorrectionsTest, ChangesKeepWhatElseIsThere) {
  folder_.write("aliases.tsv", "# mine\nperson\tClaudia Sheinbaum\tShein\n\nplace\tUS\tU.S.\n");
  EXPECT_TRUE(add_alias(aliases(), kClaudia, kShort));
  EXPECT_FALSE(add_alias(aliases(), kClaudia, kShort)) << "said before";
  EXPECT_TRUE(
      add_alias(aliases(), {EntityKind::Organisation, "Morena"}, {EntityKind::Person, "Morena"}));
  EXPECT_EQ(read_file(aliases()),
            "# mine\nperson\tClaudia Sheinbaum\tShein|CSP\n\nplace\tUS\tU.S.\n"
            "org\tMorena\tperson:Morena\n");
  EXPECT_TRUE(remove_alias(aliases(), {EntityKind::Person, "Shein"}));
  EXPECT_TRUE(remove_alias(aliases(), {EntityKind::Place, "U.S."})) << "its line goes";
  EXPECT_FALSE(remove_alias(aliases(), {EntityKind::Organisation, "CSP"})) << "of another type";
  EXPECT_EQ(read_file(aliases()),
            "# mine\nperson\tClaudia Sheinbaum\tCSP\n\norg\tMorena\tperson:Morena\n");
}

TEST_F(CorrectionsTest, RejectsAreTakenBack) {
  folder_.write("rejects.tsv", "entity\tReuter\n");
  EXPECT_TRUE(add_reject(rejects(), {EntityKind::Person, "He"}));
  EXPECT_FALSE(add_reject(rejects(), {EntityKind::Place, "Reuter"})) << "said for all types";
  EXPECT_TRUE(remove_reject(rejects(), {EntityKind::Person, "Reuter"}));
  EXPECT_EQ(read_file(rejects()), "org\tReuter\nplace\tReuter\nperson\tHe\n")
      << "the other types of the line stay";
  EXPECT_FALSE(remove_reject(rejects(), {EntityKind::Person, "Reuter"}));
}

}  // namespace
}  // namespace morgue
