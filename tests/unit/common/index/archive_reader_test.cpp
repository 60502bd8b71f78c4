// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/archive_reader.h"

#include <cerrno>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

TEST(GuardEngine, NamesTheArchiveAndTheCause) {
  try {
    guard_engine(ArchivePaths{"news.morgue"},
                 [] { throw Xapian::DatabaseError("Error writing block 7", ENOSPC); });
    FAIL() << "no exception";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.code(), ExitCode::Archive);
    EXPECT_THAT(error.what(), testing::StartsWith("news.morgue: Error writing block 7: No space"));
    EXPECT_THAT(error.what(), testing::HasSubstr("morgue-index check news.morgue"));
  }
}

}  // namespace
}  // namespace morgue
