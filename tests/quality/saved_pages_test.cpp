// SPDX-License-Identifier: GPL-3.0-or-later
// Saved pages of news sites whose content is known: how much of it is found.
#include <iostream>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/run_program.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

// A little below what is reached: F1 .960; titles 50, dates 56, bylines 49 of 57, 57 and 55.
TEST(SavedPages, AreReadAsWellAsTheyWere) {
  const auto pages = test_support::shared_data("formats/html-extraction");
  const auto sites = test_support::shared_data("formats/html-fundus");
  const auto script = test_support::shared_data("../score/extract_score.py");
  if (!pages || !sites || !script) GTEST_SKIP() << "no data/formats/html-extraction and -fundus";
  test_support::Invocation call;
  call.argv = {"python3",      script->string(), "--bin",          MORGUE_BINARY_DIR "/indexer",
               "--benchmark",  pages->string(),  "--fundus",       sites->string(),
               "--floor-f1",   "0.955",          "--floor-title",  "0.85",
               "--floor-date", "0.95",           "--floor-byline", "0.85"};
  call.timeout = std::chrono::seconds(1200);
  const test_support::Outcome outcome = run_program(call);
  std::cout << outcome.out;
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
}

}  // namespace
}  // namespace morgue
