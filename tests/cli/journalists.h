// SPDX-License-Identifier: GPL-3.0-or-later
// What people who search archives complain of elsewhere, and what must hold here: the small archive
// that complaints_test.cpp and requests_test.cpp ask, each subject with words of its own.
#pragma once

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"

namespace morgue::test_support {

using Ids = std::vector<std::string>;

/// What a query finds, and why it must.
struct QueryCase {
  const char* query;
  Ids ids;  ///< sorted
  const char* why;
};

/// Runs the programs with an archive that all tests of a suite share.
class Journalists : public Programs {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite() { shared_.reset(); }

  static std::string archive() { return (*shared_ / "news.morgue").string(); }

  Outcome ask(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-a", archive()});
    return query(std::move(arguments));
  }

  /// In the order of the result.
  Ids ranked(const std::string& text, std::vector<std::string> flags = {}) const {
    flags.insert(flags.begin(), {"search", "--ids", "--limit", "0"});
    flags.insert(flags.end(), {"--", text});
    std::istringstream out(ask(std::move(flags)).out);
    Ids found;
    for (std::string line; std::getline(out, line);) found.push_back(line);
    return found;
  }

  Ids ids(const std::string& text, std::vector<std::string> flags = {}) const {
    Ids found = ranked(text, std::move(flags));
    std::sort(found.begin(), found.end());
    return found;
  }

  /// Finds what is said, and counts as many.
  void expect_all(const std::vector<QueryCase>& cases, const std::vector<std::string>& flags = {}) {
    for (const auto& [text, expected, why] : cases) {
      SCOPED_TRACE(std::string(text) + ": " + why);
      EXPECT_EQ(ids(text, flags), expected);
      EXPECT_EQ(page(text, flags)["total"], expected.size());
    }
  }

  /// The result as JSON; the error as JSON, for a query that is refused.
  nlohmann::json page(const std::string& text, std::vector<std::string> flags = {}) const {
    flags.insert(flags.begin(), {"search", "--json"});
    flags.insert(flags.end(), {"--", text});
    const Outcome outcome = ask(std::move(flags));
    const std::string& said = outcome.exit_code == 2 ? outcome.err : outcome.out;
    return nlohmann::json::parse(said, nullptr, false);
  }

  /// The message of a note of the result; empty when there is none of this code.
  static std::string note(const nlohmann::json& page, const std::string& code) {
    for (const nlohmann::json& note : page["notes"]) {
      if (note["code"] == code) return note["message"];
    }
    return "";
  }

  /// The words marked in the passage of a hit.
  static Ids marked(const nlohmann::json& hit);

 private:
  static inline std::unique_ptr<TempDir> shared_;
};

}  // namespace morgue::test_support
