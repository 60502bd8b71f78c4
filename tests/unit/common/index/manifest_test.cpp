// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/index_error.h"
#include "common/index/hidden.h"

namespace morgue {
namespace {

using testing::HasSubstr;

std::string message_of(const std::string& json) {
  try {
    decode_manifest(json, "news.morgue");
  } catch (const IndexError& error) {
    EXPECT_EQ(error.code(), ExitCode::Archive);
    return error.what();
  }
  return "no error";
}

TEST(Manifest, ComesBack) {
  Manifest manifest;
  manifest.generation = 7;
  manifest.default_lang = "es";
  manifest.entities = {"metadata", {{"en", "news", "0a"}}, {{"ships.csv", "1b"}}, true};
  manifest.segments = {{"g000001a", 120, 3}, {"g000007a", 9, 0}};
  manifest.hidden_file = "generation000007";
  manifest.boilerplate_min = 5;
  manifest.boilerplate_due = true;
  manifest.boilerplate_file = "boilerplate000007";
  manifest.input_logs = {"inputs000001"};
  manifest.digest = {1, 2};
  manifest.runs = {{"2026-01-02T03:04:05Z", 1.5, "morgue-index 0.1.0", "add", 9, 8, 7, 6, 5, 4}};
  EXPECT_EQ(decode_manifest(encode_manifest(manifest), "x"), manifest);
  EXPECT_EQ(manifest.articles(), 126U);
}

TEST(Manifest, SaysWhatIsWrongAndWhatToDo) {
  EXPECT_THAT(message_of("{"), HasSubstr("news.morgue/manifest.json: not a manifest"));
  EXPECT_THAT(message_of("{}"), HasSubstr("not a manifest"));
  EXPECT_THAT(message_of(R"({"morgue_archive": 99})"),
              HasSubstr("format version 99 and this program reads version 4"));
}

TEST(Hidden, ComesBackWithoutEmptySegments) {
  HiddenBySegment hidden;
  hidden["a"].add(1);
  hidden["a"].add(70'000);
  hidden["b"];
  const HiddenBySegment back = decode_hidden(encode_hidden(hidden));
  ASSERT_EQ(back.size(), 1U);
  EXPECT_TRUE(back.at("a") == hidden["a"]);
}

TEST(Hidden, DamageIsAnError) {
  HiddenBySegment hidden;
  hidden["a"].add(1);
  const std::string bytes = encode_hidden(hidden);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (size == 14) continue;  // the head alone: nothing is hidden
    EXPECT_THROW(decode_hidden(bytes.substr(0, size)), IndexError) << size;
  }
}

}  // namespace
}  // namespace morgue
