// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/messages.h"

#include <sstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace morgue {
namespace {

using nlohmann::json;

const QueryError kUnknownField{
    "Q104", {12, 18}, "unknown field \"auhtor\"", "did you mean byline?"};

TEST(Messages, NotesHaveTheFixedForm) {
  std::ostringstream err;
  Messages(err, false).notes({{"N101", "read as\x1b[2J so"}, {"N103", "a word"}}, 1);
  EXPECT_EQ(err.str(), "morgue-query: note N103: a word\n") << "only those not yet known";
  Messages(err, false).notes({{"N101", "read as\x1b so"}});
  EXPECT_NE(err.str().find("note N101: read as␛ so\n"), std::string::npos);
}

TEST(Messages, QuietSilencesNotesAndNotErrors) {
  std::ostringstream err;
  Messages quiet(err, false, true);
  quiet.notes({{"N101", "x"}});
  EXPECT_EQ(err.str(), "");
  quiet.failure("archive", "no archive here");
  EXPECT_EQ(err.str(), "morgue-query: no archive here\n");
}

TEST(Messages, QueryErrorsAreDrawnOrAreOneObject) {
  std::ostringstream text, object;
  Messages(text, false).query_error("tariffs AND auhtor:Smith", kUnknownField);
  EXPECT_EQ(text.str().rfind("morgue-query: query error Q104 at 12: unknown field", 0), 0U);
  EXPECT_NE(text.str().find("            ^~~~~~\n"), std::string::npos);

  Messages(object, true).query_error("tariffs AND auhtor:Smith", kUnknownField);
  EXPECT_EQ(json::parse(object.str()), (json{{"code", "Q104"},
                                             {"message", "unknown field \"auhtor\""},
                                             {"position", 12},
                                             {"length", 6},
                                             {"suggestion", "did you mean byline?"}}));
}

TEST(Messages, ErrorsWithoutAPlaceHaveNullForIt) {
  std::ostringstream err;
  Messages(err, true).usage_error({"unknown option --limt", "did you mean --limit?"});
  const json object = json::parse(err.str());
  EXPECT_EQ(object["code"], "usage");
  EXPECT_TRUE(object["position"].is_null());
  EXPECT_EQ(object["suggestion"], "did you mean --limit?");
}

}  // namespace
}  // namespace morgue
