// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/byline.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::ElementsAreArray;

struct Case {
  const char* byline;
  std::vector<std::string> names;
  const char* why;
};

TEST(Byline, NamesItsAuthors) {
  const Case cases[] = {
      {"", {}, "nothing"},
      {"Ann Roe", {"Ann Roe"}, "a name alone"},
      {"By Ann Roe", {"Ann Roe"}, "the word that opens a byline"},
      {"BY ANN ROE", {"ANN ROE"}, "in capitals"},
      {"Byron Roe", {"Byron Roe"}, "a name that begins like it"},
      {"By Ann Roe and Bo Li", {"Ann Roe", "Bo Li"}, "two authors"},
      {"By Ann Roe, Bo Li and Cy Ek", {"Ann Roe", "Bo Li", "Cy Ek"}, "a list"},
      {"By Ann Roe, Gull Press", {"Ann Roe", "Gull Press"}, "an author and the agency"},
      {"Por Ana S\u00E1 e Rui Gil, G1", {"Ana S\u00E1", "Rui Gil", "G1"}, "Portuguese"},
      {"Por Ana Paz y Luis Gil", {"Ana Paz", "Luis Gil"}, "Spanish"},
      {"Jos\u00E9 Ortega y gasset", {"Jos\u00E9 Ortega y gasset"}, "y before a small letter"},
      {"Von Ina Ohm und Uwe Alt", {"Ina Ohm", "Uwe Alt"}, "German"},
      {"Ann Roe; Bo Li", {"Ann Roe", "Bo Li"}, "as lists of a source are joined"},
      {"Roe, Ann", {"Roe, Ann"}, "the surname first"},
      {"Roe, Ann; Li, Bo", {"Roe, Ann", "Li, Bo"}, "two of them"},
      {"Angus S. King, Jr.", {"Angus S. King, Jr."}, "a suffix"},
      {"By Angus King, Jr., and Ann Roe", {"Angus King, Jr.", "Ann Roe"}, "a suffix in a list"},
      {"By Ann Roe and Ann Roe", {"Ann Roe"}, "each once"},
      {"By  Ann\n Roe", {"Ann", "Roe"}, "lines part names"},
      {" , ; and ", {"and"}, "no names, and no crash"},
  };
  for (const Case& one : cases) {
    EXPECT_THAT(authors_of(one.byline), ElementsAreArray(one.names)) << one.why;
  }
}

TEST(Byline, ReadingANameAgainChangesNothing) {
  for (const char* byline :
       {"By Ann Roe, Bo Li and Cy Ek", "Roe, Ann; Li, Bo", "By Angus King, Jr., and Ann Roe",
        "Por G1 e TV Globo, Bras\u00EDlia"}) {
    for (const std::string& name : authors_of(byline)) {
      EXPECT_THAT(authors_of(name), testing::ElementsAre(name));
    }
  }
}

}  // namespace
}  // namespace morgue
