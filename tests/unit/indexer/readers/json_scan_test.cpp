// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_scan.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace morgue {
namespace {

struct Case {
  const char* text;
  const char* meaning;  ///< null: it is left to the parser
};

const Case kStrings[] = {
    {R"("")", ""},
    {R"("Peña")", "Peña"},
    {R"("a\n\t\"b\"\\\/")", "a\n\t\"b\"\\/"},
    {R"("\u2019\u00e9\u0041")", "’éA"},
    {R"("\ud83d\ude00")", nullptr},
    {R"("\u0000")", nullptr},
    {R"("\u12")", nullptr},
    {R"("\u+123")", nullptr},
    {R"("\x")", nullptr},
    {"\"\n\"", nullptr},
    {R"("a" )", nullptr},
    {R"("a"b")", nullptr},
    {R"("a\")", nullptr},
    {R"(")", nullptr},
    {"12", nullptr},
    {"", nullptr},
};

TEST(JsonScan, UsualStrings) {
  for (const auto& [text, meaning] : kStrings) {
    const auto read = read_usual_string(text);
    ASSERT_EQ(read.has_value(), meaning != nullptr) << text;
    if (read) {
      EXPECT_EQ(*read, meaning) << text;
    }
  }
}

TEST(JsonScan, LengthsAndDepth) {
  EXPECT_EQ(json_value_length(R"("a\"]\\" , 1)"), 8U);
  EXPECT_EQ(json_value_length(R"(["]", {}] , 1)"), 9U);
  EXPECT_EQ(json_value_length(R"("a\")"), 0U);
  EXPECT_EQ(json_value_length("12,"), 2U);
  EXPECT_EQ(json_depth(R"({"a[[[": [{"b\"{{": "\\"}, [[]]]})"), 4);
  EXPECT_EQ(json_depth(R"([["[[)"), 2);
}

TEST(JsonScan, WhatIsReadIsWhatTheParserReads) {
  const bool holds = rc::check("string", [] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "\"", "\\", "\\\\", "\\n", "n", "u", "\\u", "\\u20", "19", "é", "\n", "\\ud8", "00"));
    std::string text = "\"";
    for (const std::string& part : parts) text += part;
    text += '"';
    const auto parsed = nlohmann::json::parse(text, nullptr, false);
    const auto read = read_usual_string(text);
    if (read) {
      RC_ASSERT(parsed.is_string());
      RC_ASSERT(parsed.get<std::string>() == *read);
    } else if (parsed.is_string()) {
      RC_ASSERT(text.find("\\u") != std::string::npos);
    }
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace morgue
