// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/saved_queries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/parse/parser.h"
#include "query/parse/print.h"
#include "query/plan/mend.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using testing::HasSubstr;

Result<ast::NodePtr, QueryError> filled_in(const std::string& text, const SavedQueries& saved) {
  const auto parsed = parse_query(text);
  EXPECT_TRUE(parsed) << text;
  return with_saved(*parsed->root, saved);
}

TEST(SavedQueries, StandForTheirTextsAnywhere) {
  SavedQueries saved;
  saved.add("trade", "tariff* OR arancel*");
  saved.add("mexico", "query:trade AND Morena");
  const std::pair<const char*, const char*> cases[] = {
      {"query:trade", "tariff* OR arancel*"},
      {"QUERY:trade date:2025", "(tariff* OR arancel*) AND date:2025"},
      {"Sheinbaum W/5 query:trade", "Sheinbaum W/5 (tariff* OR arancel*)"},
      {"-query:mexico", "NOT ((tariff* OR arancel*) AND Morena)"},
      {"ATLEAST2(query:trade)^2", "ATLEAST2(tariff* OR arancel*)^2"},
      {"a XOR (b NOT W/5 query:trade)", "a XOR (b NOT W/5 (tariff* OR arancel*))"},
  };
  for (const auto& [typed, expected] : cases) {
    const auto whole = filled_in(typed, saved);
    ASSERT_TRUE(whole) << typed << ": " << whole.error().message;
    EXPECT_EQ(print(**whole), expected);
  }
}

TEST(SavedQueries, SayWhatIsWrongAtTheirNames) {
  SavedQueries saved;
  saved.add("loop", "a OR query:round");
  saved.add("round", "query:loop");
  saved.add("faulty", "Morena AND");
  const std::pair<const char*, const char*> cases[] = {
      {"a query:nothing", "no saved query \"nothing\""},
      {"a query:loop", "leads back to itself"},
      {"a query:faulty", "in the saved query faulty: AND needs something on its right"},
      {"a query:x*", "query: takes the name of a saved query"},
  };
  for (const auto& [typed, message] : cases) {
    const auto whole = filled_in(typed, saved);
    ASSERT_FALSE(whole) << typed;
    EXPECT_THAT(whole.error().message, HasSubstr(message));
    EXPECT_GE(whole.error().span.begin, 2U);
  }
}

TEST(SavedQueries, AreLinesOfAFile) {
  const test_support::TempDir folder;
  const auto file =
      folder.write("queries.tsv", "# my queries\n\ntrade\ttariff*\r\ntrade\tother\nno tab\n");
  SavedQueries saved;
  saved.add_file(folder / "absent.tsv");
  EXPECT_THAT(saved.help(), HasSubstr("none is saved"));
  saved.add_file(file);
  ASSERT_NE(saved.find("trade"), nullptr);
  EXPECT_EQ(*saved.find("trade"), "tariff*") << "the first of a name is kept";
  EXPECT_EQ(saved.find("other"), nullptr);
  EXPECT_THAT(saved.help(), HasSubstr("queries.tsv:5 has no tab"));
}

struct MendCase {
  const char* typed;
  const char* mended;
};

TEST(Mend, MakesWhatIsWrongText) {
  const MendCase cases[] = {
      {"5\" pipe", "5\\\" pipe"},
      {"a )", "a  "},
      {"a AND", "a \\AND"},
      {"a &", "a  "},
      {"a W/ b", "a \\W/ b"},
      {"trade - war", "trade   war"},
      {"a\\", "a "},
      {"x^0", "x "},
  };
  for (const auto& [typed, mended] : cases) {
    const auto query = parse_query(typed);
    ASSERT_FALSE(query) << typed;
    const auto better = mend(typed, query.error());
    ASSERT_TRUE(better) << typed << " " << query.error().code;
    EXPECT_EQ(better->text, mended) << typed;
  }
  EXPECT_FALSE(mend("a", {"Q107", {}, "", ""})) << "a limit is no slip";
  EXPECT_EQ(mend("auhtor:x", {"Q104", {0, 6}, "", ""})->text, "auhtor\\:x");
}

}  // namespace
}  // namespace morgue
