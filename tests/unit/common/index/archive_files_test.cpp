// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/archive_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "common/base/index_error.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::TempDir;

TEST(ArchiveLock, IsHeldByOneAndNamesIt) {
  const TempDir folder;
  const ArchivePaths archive{folder.path()};
  {
    const ArchiveLock lock(archive);
    try {
      const ArchiveLock second(archive);
      FAIL() << "two locks";
    } catch (const IndexError& error) {
      EXPECT_EQ(error.code(), ExitCode::Locked);
      EXPECT_THAT(error.what(), testing::HasSubstr("PID " + std::to_string(::getpid())));
    }
  }
  EXPECT_NO_THROW(ArchiveLock{archive}) << "given back";
}

TEST(ReplaceFile, LeavesNothingElseBehind) {
  const TempDir folder;
  replace_file(folder / "file", "old");
  replace_file(folder / "file", "new");
  EXPECT_EQ(read_file(folder / "file"), "new");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(ReadManifest, TellsAMissingArchiveFromAFolderThatIsNone) {
  const TempDir folder;
  const auto message = [](const std::filesystem::path& path) -> std::string {
    try {
      read_manifest(ArchivePaths{path});
    } catch (const IndexError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(message(folder / "no.morgue"), testing::HasSubstr("no such archive"));
  EXPECT_THAT(message(folder.path()), testing::HasSubstr("not a Morgue archive"));
}

}  // namespace
}  // namespace morgue
