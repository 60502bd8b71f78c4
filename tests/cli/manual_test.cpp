// SPDX-License-Identifier: GPL-3.0-or-later
// Manual pages and completion scripts, as the programs read them that they are made for.
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"

namespace morgue::test_support {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct Program {
  const char* name;
  std::vector<std::string> before;  ///< words before "man" and "completion"
};

class ManualTest : public Programs {
 protected:
  Outcome say(const Program& program, std::vector<std::string> words) const {
    words.insert(words.begin(), program.before.begin(), program.before.end());
    return std::string(program.name) == "morgue-index" ? index(words) : query(words);
  }

  Outcome shell(const std::string& command) const {
    Invocation call;
    call.argv = {"sh", "-c", command};
    call.directory = folder.path();
    return run_program(call);
  }

  /// What bash offers for a line, by the script of a program.
  std::vector<std::string> offered(const Program& program, const std::string& line) const {
    folder.write("complete.bash", say(program, {"completion", "bash"}).out);
    std::string function = "_" + std::string(program.name);
    function[function.find('-')] = '_';
    folder.write("ask.bash", "source ./complete.bash\nCOMP_WORDS=(" + line +
                                 ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n" + function +
                                 "\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const Outcome asked = shell("bash ask.bash");
    EXPECT_EQ(asked.exit_code, 0) << asked.err;
    std::vector<std::string> words;
    std::istringstream out(asked.out);
    for (std::string word; std::getline(out, word);) {
      if (!word.empty()) words.push_back(word);
    }
    return words;
  }
};

const Program kPrograms[] = {{"morgue-index", {}}, {"morgue-query", {"help"}}};

TEST_F(ManualTest, PagesAreReadByGroff) {
  for (const Program& program : kPrograms) {
    const Outcome page = say(program, {"man"});
    ASSERT_EQ(page.exit_code, 0);
    folder.write("page.1", page.out);
    const Outcome read = shell("groff -man -Tutf8 -ww -k page.1 | sed 's/.\\x08//g'");
    EXPECT_EQ(read.exit_code, 0);
    EXPECT_EQ(read.err, "") << program.name;
    EXPECT_THAT(read.out, AllOf(HasSubstr(program.name), HasSubstr("COMMANDS")));
  }
  EXPECT_THAT(shell("groff -man -Tascii -ww page.1 | sed 's/.\\x08//g'").out,
              AllOf(HasSubstr("kwic"), HasSubstr("--context N"), HasSubstr("another lot (1)")));
}

TEST_F(ManualTest, BashOffersCommandsAndOptions) {
  const Program& query = kPrograms[1];
  EXPECT_THAT(offered(query, "morgue-query co"),
              testing::IsSupersetOf({"count", "copies", "coverage", "collocates", "cooccurrence"}));
  EXPECT_THAT(offered(query, "morgue-query kwic --co"), Contains("--context"));
  EXPECT_THAT(offered(query, "morgue-query kwic --fac"), IsEmpty());
  EXPECT_THAT(offered(query, "morgue-query --fac"), Contains("--facet"));  // of search
  const Program& index = kPrograms[0];
  EXPECT_THAT(offered(index, "morgue-index ad"), Contains("add"));
  EXPECT_THAT(offered(index, "morgue-index add x.morgue --dry"), Contains("--dry-run"));
}

TEST_F(ManualTest, ScriptsAreSoundInTheirShells) {
  for (const Program& program : kPrograms) {
    for (const char* name : {"bash", "zsh", "fish"}) {
      const Outcome script = say(program, {"completion", name});
      ASSERT_EQ(script.exit_code, 0) << name;
      folder.write("script", script.out);
      const Outcome read = shell(std::string(name) + " -n script");
      EXPECT_EQ(read.exit_code, 0) << name << ": " << read.err;
    }
  }
  folder.write("script", say(kPrograms[1], {"completion", "fish"}).out);
  const Outcome asked = shell("fish -c 'source script; complete -C \"morgue-query kwic --con\"'");
  EXPECT_THAT(asked.out, HasSubstr("--context")) << asked.err;
}

TEST_F(ManualTest, AnotherShellIsRefused) {
  for (const Program& program : kPrograms) {
    EXPECT_EQ(say(program, {"completion", "csh"}).exit_code, 2);
  }
}

}  // namespace
}  // namespace morgue::test_support
