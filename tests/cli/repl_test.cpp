// SPDX-License-Identifier: GPL-3.0-or-later
// A session, line by line from a pipe, and key by key on a terminal.
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ReplTest : public Programs {
 protected:
  void SetUp() override {
    std::string lines;
    for (int i = 0; i < 25; ++i) {
      lines += article("g" + std::to_string(i))
                   .on(i % 2 == 0 ? "2024-05-01" : "2025-05-01")
                   .title("Gulls " + std::to_string(i))
                   .body("Gulls over number" + std::to_string(i) + ".")
                   .source(i % 5 == 0 ? "Gull Daily" : "The Tern")
                   .person(i == 3 ? "Zacharias Zander" : "Ann Roe")
                   .lang("en")
                   .json_line();
    }
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "news.morgue", "a.jsonl", "--copies", "off"}).exit_code, 0);
  }

  Outcome session(const std::string& lines) const { return query({"repl"}, lines); }

  /// Types keys on a terminal of its own, with pauses; gives back what stood on it.
  std::string typed(const std::string& keys) const {
    folder.write("keys", keys);
    folder.write("type.py", R"(
import os, pty, select, sys, time
program, keys = sys.argv[1], open('keys', 'rb').read().split(b'|')
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM='xterm', XDG_STATE_HOME=os.getcwd() + '/state', NO_COLOR='1', COLUMNS='100')
    os.execv(program, [program, 'repl'])
shown = b''
def read_until_quiet():
    global shown
    quiet = 0
    while quiet < 8:
        if not select.select([terminal], [], [], 0.1)[0]:
            quiet += 1
            continue
        try:
            some = os.read(terminal, 65536)
        except OSError:
            return False
        if not some:
            return False
        shown += some
        quiet = 0
    return True
deadline = time.time() + 30
while b'morgue> ' not in shown and time.time() < deadline:
    read_until_quiet()
for some in keys:
    os.write(terminal, some)
    if not read_until_quiet():
        break
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
print('\nexit', os.waitstatus_to_exitcode(status))
)");
    Invocation call;
    call.argv = {"python3", "type.py", MORGUE_QUERY_PROGRAM};
    call.directory = folder.path();
    const Outcome read = run_program(call);
    EXPECT_EQ(read.exit_code, 0) << read.err;
    return read.out;
  }
};

TEST_F(ReplTest, RefinesStepByStep) {
  const Outcome said = session(
      "gulls\n+ date:2024\n- source:=\"Gull Daily\"\n:line\nback\nsort -date\nnext\n:export\n");
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_EQ(said.err, "");
  EXPECT_THAT(said.out, HasSubstr("25 articles for gulls"));
  EXPECT_THAT(said.out, HasSubstr("13 articles for gulls AND date:2024"));
  EXPECT_THAT(said.out, HasSubstr("10 articles for gulls AND date:2024 AND NOT source:=\"Gull"));
  EXPECT_THAT(said.out, HasSubstr("morgue-query search -a ./news.morgue -- 'gulls AND date:2024 "
                                  "AND NOT source:=\"Gull Daily\"'\n"));
  EXPECT_THAT(said.out, HasSubstr("\n 11  2024-05-01"));  // of the next page
  EXPECT_THAT(said.out, HasSubstr("search -a ./news.morgue --sort -date --offset 10 -- "));
}

TEST_F(ReplTest, TheLineItGivesDoesTheSame) {
  const std::string lines = "gulls number3\nsort date\n";
  const std::string line = [&] {
    const std::string out = session(lines + ":line\n").out;
    return out.substr(out.rfind("morgue-query search"));
  }();
  Invocation call;
  call.argv = {"sh", "-c", MORGUE_QUERY_PROGRAM + line.substr(std::string("morgue-query").size())};
  call.directory = folder.path();
  EXPECT_THAT(run_program(call).out, HasSubstr("1 article for gulls AND number3"));
}

TEST_F(ReplTest, NarrowsToAValueAndShowsAnArticle) {
  const Outcome said = session("gulls\nfacet person,source\nfacet 2\nshow 1\nfacet 9\n");
  EXPECT_THAT(said.out, HasSubstr("1  person  Ann Roe           24"));
  EXPECT_THAT(said.out, HasSubstr("1 article for gulls AND person:=\"Zacharias Zander\""));
  EXPECT_THAT(said.out, HasSubstr("Gulls over number3."));
  EXPECT_THAT(said.err, HasSubstr("no value has the number 9"));
}

TEST_F(ReplTest, RunsOtherCommandsOnTheQuery) {
  const Outcome said = session(
      "gulls\n+ date:2024\n:count\n:kwic --limit 1\n:terms 'number2*' --limit 2\n:save mine\n"
      "query:mine\n:count 'number3'\n:repl\n:nonsense\n:kwic --nonsense\n");
  EXPECT_THAT(said.out, HasSubstr("\n13\n"));
  EXPECT_THAT(said.out, HasSubstr("number2\t1\t1\n"));
  EXPECT_THAT(said.out, HasSubstr("13 articles for query:mine"));
  EXPECT_THAT(said.out, HasSubstr("\n1\n"));
  EXPECT_THAT(said.err, AllOf(HasSubstr("no command :repl"), HasSubstr("no command :nonsense"),
                              HasSubstr("kwic has no option --nonsense")));
}

TEST_F(ReplTest, WhatIsWrongNeverEndsIt) {
  const Outcome said = session(
      "+ date:2024\n(gulls\ngulls\n+ date:32\n+ (x\n-\nshow\nshow 99\nsort best\nnext\nback\nback\n"
      "facet nosuch\nnumber4\nquit\nnumber5\n");
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_THAT(said.err, HasSubstr("there is no query yet"));
  EXPECT_THAT(said.err, HasSubstr("    (gulls\n    ^"));  // a caret
  EXPECT_THAT(said.err, HasSubstr("no facet \"nosuch\""));
  EXPECT_THAT(said.out, HasSubstr("1 article for number4"));
  EXPECT_THAT(said.out, Not(HasSubstr("for number5")));
  EXPECT_EQ(query({"repl", "-a", "none.morgue"}).exit_code, 4);
}

TEST_F(ReplTest, OnATerminalTabCompletesAndCtrlCKeepsIt) {
  const std::string shown = typed(
      "person:Zand\t|\r|"
      "half a line\x03|"
      "number7\r|"
      "so\t|rt date\x03|"
      "\x04");
  EXPECT_THAT(shown, HasSubstr("person:=\"Zacharias Zander\""));
  EXPECT_THAT(shown, HasSubstr("1 article for person:=\"Zacharias Zander\""));
  EXPECT_THAT(shown, HasSubstr("^C"));
  EXPECT_THAT(shown, HasSubstr("1 article for number7"));
  EXPECT_THAT(shown, HasSubstr("exit 0"));
  std::ifstream history(folder / "state/morgue/history");
  const std::string kept(std::istreambuf_iterator<char>(history), {});
  EXPECT_THAT(kept, HasSubstr("number7\n"));
  EXPECT_THAT(kept, Not(HasSubstr("half a line")));
}

}  // namespace
}  // namespace morgue::test_support
