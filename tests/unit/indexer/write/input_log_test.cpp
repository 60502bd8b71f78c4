// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/input_log.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace morgue {
namespace {

TEST(InputLog, LinesComeBackWithAnyPath) {
  EXPECT_TRUE(rc::check([](const std::string& path, const std::string& reading, std::uint64_t bytes,
                           std::int64_t time, bool complete) {
    RC_PRE(path.find('\0') == std::string::npos && reading.find('\0') == std::string::npos);
    const std::vector<LoggedInput> inputs = {{path, bytes, time, reading, 7, complete},
                                             {"a\tb\n\\c", 1, -1, "", 0, !complete}};
    RC_ASSERT(decode_input_log(encode_input_log(inputs)) == inputs);
  }));
}

}  // namespace
}  // namespace morgue
