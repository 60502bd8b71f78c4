// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_program.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <signal.h>

#include "tests/support/temp_dir.h"

namespace morgue::test_support {
namespace {

using namespace std::chrono_literals;

Invocation shell(const std::string& script) { return {.argv = {"sh", "-c", script}}; }

TEST(RunProgram, KeepsStreamsAndExitCodeApart) {
  const Outcome outcome = run_program(shell("echo result; echo note >&2; exit 3"));
  EXPECT_EQ(outcome.out, "result\n");
  EXPECT_EQ(outcome.err, "note\n");
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.signal, 0);
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_GT(outcome.peak_kib, 0);
}

TEST(RunProgram, FeedsMoreThanAPipeHolds) {
  const std::string input(1'000'000, 'x');
  const Outcome outcome = run_program({.argv = {"cat"}, .input = input});
  EXPECT_EQ(outcome.out.size(), input.size());
  EXPECT_EQ(outcome.out, input);
}

TEST(RunProgram, SurvivesAProgramThatDoesNotRead) {
  const Outcome outcome = run_program({.argv = {"true"}, .input = std::string(1'000'000, 'x')});
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST(RunProgram, SetsDirectoryAndEnvironment) {
  const TempDir directory;
  Invocation invocation = shell("pwd -P; echo $MORGUE_TEST_WORD; echo $HOME");
  invocation.directory = directory.path();
  invocation.environment = {{"MORGUE_TEST_WORD", "two words"}, {"HOME", "/nowhere"}};
  EXPECT_EQ(run_program(invocation).out,
            std::filesystem::canonical(directory.path()).string() + "\ntwo words\n/nowhere\n");
}

TEST(RunProgram, EndsWhatTakesTooLong) {
  Invocation invocation = shell("echo begun; sleep 60; echo done");
  invocation.timeout = 200ms;
  const Outcome outcome = run_program(invocation);
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.signal, SIGKILL);
  EXPECT_EQ(outcome.exit_code, -1);
  EXPECT_EQ(outcome.out, "begun\n");
}

TEST(RunProgram, KillsWhenToldTo) {
  Invocation invocation = shell("sleep 60");
  invocation.kill_after = 50ms;
  const Outcome outcome = run_program(invocation);
  EXPECT_EQ(outcome.signal, SIGKILL);
  EXPECT_FALSE(outcome.timed_out);
}

TEST(RunProgram, SaysWhenThereIsNoSuchProgram) {
  EXPECT_EQ(run_program({.argv = {"/no/such/program"}}).exit_code, 127);
}

TEST(TempDir, GoesWithAllItHolds) {
  std::filesystem::path path;
  {
    const TempDir directory;
    path = directory.path();
    EXPECT_TRUE(std::filesystem::exists(directory.write("a/b.txt", "text")));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace morgue::test_support
