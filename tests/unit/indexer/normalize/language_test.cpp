// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/language.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

struct Case {
  const char* given;
  const char* code;
};

constexpr Case kCases[] = {
    {"en", "en"},
    {"EN", "en"},
    {"en-US", "en"},
    {"pt_BR.UTF-8", "pt"},
    {"eng", "en"},
    {"English", "en"},
    {"Español", "es"},
    {"English (US)", "en"},
    {"Deutsch", "de"},
    {"FRANÇAIS", "fr"},
    {"pcm", "pcm"},
    {"klingon", ""},
    {"", ""},
    {"12", ""},
    {"-", ""},
    {"zz", "zz"},
    {"português", "pt"},
    {"Italiano", "it"},
};

TEST(Language, NamesTheCode) {
  for (const auto& [given, code] : kCases) EXPECT_EQ(language_code(given), code) << given;
}

}  // namespace
}  // namespace morgue
