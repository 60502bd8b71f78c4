// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/run_filter.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(RunFilter, GivesWhatAProgramWrites) {
  const std::string long_text(3'000'000, 'x');
  for (const std::string& text : {std::string(), std::string("a\nb\0c", 5), long_text}) {
    const auto output = run_filter({"cat"}, text, {});
    ASSERT_TRUE(output);
    EXPECT_EQ(*output, text);
  }
}

TEST(RunFilter, AProgramThatReadsNothingIsNoTrouble) {
  const auto output = run_filter({"echo", "done"}, std::string(3'000'000, 'x'), {});
  ASSERT_TRUE(output);
  EXPECT_EQ(*output, "done\n");
}

TEST(RunFilter, WhatGoesWrongIsSaid) {
  FilterLimits limits;
  limits.max_output_bytes = 1'000;
  limits.max_cpu_seconds = 1;
  const struct {
    std::vector<std::string> command;
    const char* code;
    const char* says;
  } cases[] = {
      {{"no-such-program-9"}, "no-program", "no-such-program-9"},
      {{"sh", "-c", "echo a reason >&2; exit 3"}, "filter-failed", "a reason"},
      {{"sh", "-c", "kill -9 $$"}, "filter-failed", "signal 9"},
      {{"head", "-c", "100000", "/dev/zero"}, "filter-failed", ""},
      {{"sh", "-c", "while :; do :; done"}, "filter-failed", "signal"},
  };
  for (const auto& one : cases) {
    const auto output = run_filter(one.command, "", limits);
    ASSERT_FALSE(output) << one.command.back();
    EXPECT_EQ(output.error().code, one.code);
    EXPECT_NE(output.error().message.find(one.says), std::string::npos) << output.error().message;
  }
}

}  // namespace
}  // namespace morgue
