// SPDX-License-Identifier: GPL-3.0-or-later
// The two programs, run in a directory of the test's own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

namespace morgue::test_support {

/// A fresh directory in which commands are run.
class Programs : public testing::Test {
 protected:
  Outcome index(std::vector<std::string> arguments, std::string input = {}) const {
    return run(MORGUE_INDEX_PROGRAM, std::move(arguments), std::move(input));
  }

  Outcome query(std::vector<std::string> arguments, std::string input = {}) const {
    return run(MORGUE_QUERY_PROGRAM, std::move(arguments), std::move(input));
  }

  /// The count of a query in news.morgue.
  std::string count(const std::string& text) const {
    std::string out = query({"-a", "news.morgue", "count", "--", text}).out;
    if (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
  }

  std::string digest(const std::string& archive = "news.morgue") const {
    return index({"info", archive, "--digest"}).out;
  }

  TempDir folder;

 private:
  Outcome run(std::string program, std::vector<std::string> arguments, std::string input) const {
    Invocation call;
    call.argv.push_back(std::move(program));
    call.argv.insert(call.argv.end(), arguments.begin(), arguments.end());
    call.input = std::move(input);
    call.directory = folder.path();
    call.timeout = std::chrono::seconds(300);
    return run_program(call);
  }
};

}  // namespace morgue::test_support
