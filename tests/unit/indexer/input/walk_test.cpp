// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/walk.h"

#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using test_support::TempDir;
using testing::ElementsAre;

/// Paths below the folder, in order; "code path" for what cannot be used.
std::vector<std::string> walk(const TempDir& folder, const std::vector<std::string>& names,
                              WalkOptions options = {}) {
  std::vector<std::string> arguments;
  for (const std::string& name : names) {
    arguments.push_back(name == "-" ? name : (folder / name).string());
  }
  Walker walker(arguments, options);
  const std::string prefix = folder.path().string() + "/";
  const auto below = [&](const std::string& path) {
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
  };
  std::vector<std::string> found;
  while (auto input = walker.next()) {
    found.push_back(*input ? below((*input)->path)
                           : input->error().error.code + " " + below(input->error().at.file));
  }
  return found;
}

TEST(Walk, GoesThroughFoldersInByteOrder) {
  const TempDir folder;
  for (const char* name : {"b/z.txt", "b/a/q.txt", "b/B.txt", "b/\xc3\xa9.txt", "a.txt"}) {
    folder.write(name, "x");
  }
  EXPECT_THAT(walk(folder, {"b", "a.txt", "-"}),
              ElementsAre("b/B.txt", "b/a/q.txt", "b/z.txt", "b/\xc3\xa9.txt", "a.txt", "-"));
}

TEST(Walk, LeavesOutHiddenFilesAndArchivesUnlessTheyAreNamed) {
  const TempDir folder;
  for (const char* name : {"in/.hidden", "in/.git/x", "in/old.morgue/manifest.json", "in/a.txt"}) {
    folder.write(name, "x");
  }
  EXPECT_THAT(walk(folder, {"in"}), ElementsAre("in/a.txt"));
  EXPECT_THAT(walk(folder, {"in/.hidden"}), ElementsAre("in/.hidden"));
}

TEST(Walk, DescribesFiles) {
  const TempDir folder;
  const auto file = folder.write("a.txt", "12345");
  const timespec times[2] = {{1, 0}, {1'700'000'000, 123'456'789}};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
  Walker walker({file.string(), "-"});
  const auto found = walker.next();
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->bytes, 5U);
  EXPECT_EQ((*found)->modified_ns, 1'700'000'000'123'456'789);
  const auto standard_input = walker.next();
  ASSERT_TRUE(standard_input && *standard_input);
  EXPECT_EQ((*standard_input)->bytes, 0U);
  EXPECT_EQ((*standard_input)->modified_ns, 0);
}

TEST(Walk, NamesWhatCannotBeReadAndGoesOn) {
  const TempDir folder;
  folder.write("in/z.txt", "x");
  fs::create_symlink("nowhere", folder / "in/dangling");
  fs::create_symlink("self", folder / "in/self");
  fs::create_symlink("..", folder / "in/up");
  fs::create_symlink(".", folder / "in/here");
  ASSERT_EQ(::mkfifo((folder / "in/pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk(folder, {"missing", "in"}),
              ElementsAre("unreadable missing", "unreadable in/dangling", "symlink-loop in/here",
                          "not-a-file in/pipe", "symlink-loop in/self", "symlink-outside in/up",
                          "in/z.txt"));
}

TEST(Walk, TakesAPipeThatIsNamed) {
  const TempDir folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk(folder, {"pipe"}), ElementsAre("pipe"));
}

TEST(Walk, RefusesASocket) {
  const TempDir folder;
  const std::string path = folder / "socket";
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  ASSERT_LT(path.size(), sizeof(address.sun_path));
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  ASSERT_EQ(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
  EXPECT_THAT(walk(folder, {"socket"}), ElementsAre("not-a-file socket"));
  ::close(socket);
}

TEST(Walk, FollowsLinksOutsideOnlyWhenAsked) {
  const TempDir folder;
  folder.write("in/a.txt", "x");
  folder.write("out/b.txt", "x");
  fs::create_symlink("../out", folder / "in/link");
  fs::create_symlink("../out/b.txt", folder / "in/file");
  EXPECT_THAT(walk(folder, {"in"}),
              ElementsAre("in/a.txt", "symlink-outside in/file", "symlink-outside in/link"));
  EXPECT_THAT(walk(folder, {"in"}, {true}), ElementsAre("in/a.txt", "in/file", "in/link/b.txt"));
  EXPECT_THAT(walk(folder, {"in", "out"}), ElementsAre("in/a.txt", "in/file", "in/link/b.txt"))
      << "out is a folder given, and read once";
  EXPECT_THAT(walk(folder, {"in/file"}), ElementsAre("in/file")) << "a link that is named";
}

TEST(Walk, FindsALoopThroughTwoLinks) {
  const TempDir folder;
  folder.write("in/a/x.txt", "x");
  folder.write("in/b/y.txt", "x");
  fs::create_symlink("../b", folder / "in/a/to-b");
  fs::create_symlink("../a", folder / "in/b/to-a");
  EXPECT_THAT(walk(folder, {"in"}),
              ElementsAre("symlink-loop in/a/to-b/to-a", "in/a/to-b/y.txt", "in/a/x.txt"));
}

}  // namespace
}  // namespace morgue
