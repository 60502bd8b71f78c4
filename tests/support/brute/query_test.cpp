// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/query.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace morgue::brute {
namespace {

struct Reading {
  const char* text;
  const char* plain;
  const char* why;
};

constexpr Reading kReadings[] = {
    {"a b", "a AND b", "side by side"},
    {"a and b && c & d + e", "a AND b AND c AND d AND e", "one chain"},
    {"a | b || c", "a OR b OR c", ""},
    {"a OR b AND c XOR d", "a OR b AND c XOR d", "needs no parentheses"},
    {"a (b OR c)", "a AND (b OR c)", ""},
    {"-a !b", "NOT a AND NOT b", ""},
    {"NOT a W/3 b", "NOT a W/3 b", "NOT is looser than proximity"},
    {"a OR b W/2 c", "a OR b W/2 c", ""},
    {"a NEAR/3 b ADJ/2 c", "a W/3 b PRE/2 c", "one chain"},
    {"a NOT W/5 b W/3 c", "a NOT W/5 b W/3 c", "from left to right"},
    {"a W/3 b NOT W/S c", "a W/3 b NOT W/S c", "from left to right"},
    {"a W/3 (b NOT W/5 c)", "a W/3 (b NOT W/5 c)", ""},
    {"(a W/3 b) PRE/P c", "(a W/3 b) PRE/P c", "no chain"},
    {"a W/3 b PRE/2 c NOT W/1 d", "a W/3 b PRE/2 c NOT W/1 d", ""},
    {"ATLEAST3(a b) W/2 CAPS (c)", "ATLEAST3(a AND b) W/2 CAPS(c)", ""},
    {"CAPS FIRST", "CAPS AND FIRST", "words without a group"},
    {"title:(a b)^2", "title:(a AND b)^2", ""},
    {"=\"a b\" \u201Cc d\u201D~3", "=\"a b\" AND \"c d\"~3", ""},
    {"\"a (b|c) _ d* (e\"", "\"a (b|c) _ d* \\(e\"", "a lone parenthesis is text"},
    {"date:>=2024 words:{5 TO *]", "date:2024.. AND words:>5", ""},
    {"date:-30d..", "date:-30d..", "no NOT behind a field"},
    {"tarif! t?x a\\*b mex!^2", "tarif* AND t?x AND a\\*b AND mex*^2", ""},
    {"a~ b~1 c^2.5", "a~2 AND b~1 AND c^2.5", ""},
    {"/a\\/b?/ x/y", "/a\\/b?/ AND x\\/y", "a slash inside a word is text"},
    {"COVID-19 http://x 12:30", "COVID\\-19 AND http\\:\\/\\/x AND 12\\:30", ""},
};

TEST(QueryText, IsReadAndWrittenPlainly) {
  for (const auto& [text, plain, why] : kReadings) {
    SCOPED_TRACE(std::string(text) + " " + why);
    EXPECT_EQ(print_plainly(parse(text)), plain);
    EXPECT_EQ(print_plainly(parse(plain)), plain);
  }
}

}  // namespace
}  // namespace morgue::brute
