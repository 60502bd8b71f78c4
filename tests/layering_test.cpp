// SPDX-License-Identifier: GPL-3.0-or-later
// The dependency rules of the tree, as a test: which file may include what.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

namespace morgue {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;

/// In the files whose path matches `files`, no include may match `forbidden`. Both are searched for
/// in paths from the root of the tree; an include is judged as it is written between its marks.
struct Rule {
  std::string_view files;
  std::string_view forbidden;
  std::string_view why;
};

constexpr auto kRules = std::to_array<Rule>({
    // Between the rooms.
    {"^common/", "^(indexer|query)/", "common is below both programs"},
    {"^indexer/", "^query/", "the two programs meet only in the archive"},
    {"^query/", "^indexer/", "the two programs meet only in the archive"},
    {"^(common|indexer|query)/", "^(tests|corpora)/", "a program does not know its tests"},
    {"^(common|indexer|query)/", "^[.]{1,2}/", "a path from the root shows the layer"},

    // Inside common.
    {"^common/base/", "^common/(?!base/)", "base stands on the standard library alone"},
    {"^common/manual/", "^common/(?!(base|manual)/)", "a manual is made of data alone"},
    {"^common/text/", "^common/(?!(base|text)/)", "text analysis knows no articles and no archive"},
    {"^common/article/", "^common/(?!(base|article)/)", "an article knows no text analysis"},
    {"^common/mentions/", "^common/(?!(base|text|article|mentions)/)",
     "a mention knows no archive"},
    {"^common/index/", "^common/(document|mentions)/", "the format does not know what fills it"},

    // Inside the indexer: stages know common and themselves, and are connected by the pipeline.
    {"^indexer/record[.]h$", "^(common/(?!(base|article)/)|indexer/)", "a record knows no stage"},
    {"^indexer/(input|readers|normalize|entities|duplicates)/",
     "^common/(?!(base|text|article|mentions)/)", "what comes before the archive does not know it"},
    {"^indexer/(input|readers|normalize|entities|duplicates)/", "^indexer/(build|write)/",
     "what comes before the archive does not know it"},
    {"^indexer/(build|write)/", "^indexer/(input|readers|normalize)/",
     "where an article came from is no concern of the archive"},
    {"^indexer/(input|readers|normalize|entities|duplicates|build|write)/",
     "^indexer/((pipeline|cli)[.]h$|commands/)", "the pipeline connects the stages, not they it"},

    // Inside the query program.
    {"^query/parse/", "^common/(?!(base|text)/)", "the language knows no schema"},
    {"^query/parse/", "^query/(?!parse/)", "the language knows nothing of what runs it"},
    {"^query/plan/", "^query/(run|explore|render|commands)/",
     "a plan knows neither what runs nor what shows it"},
    {"^query/(match|run|explore)/", "^query/(render|commands)/", "a result knows no screen"},
    {"^query/match/", "^query/(run|explore)/", "a matcher knows no searcher"},
    {"^query/render/", "^common/(?!(base|text|article)/)", "a screen knows no archive"},
    {"^query/render/",
     "^query/(?!(render/|(hit|why|explanation|concordance|provenance)[.]h$|parse/"
     "query_error[.]h$))",
     "a screen knows hits and messages only"},
    {"^query/(hit|why|explanation|concordance|provenance)[.]h$",
     "^query/(?!(parse/query_error|why)[.]h$)", "a result is plain data"},
    {"^query/(parse|plan|match|run|explore|render)/", "^query/(cli|options)[.]h$",
     "a library knows no command line"},

    // Packages.
    {"^(?!common/((index|document)/|text/stem[.]cpp$)|indexer/(build|write)/|query/"
     "(plan|match|run|explore)/)",
     "^xapian([.]h$|/)", "the engine stays behind the archive"},
    {"^(?!common/text/[^/]+[.]cpp$)", "^unicode/", "ICU stays behind common/text"},
    {"^(?!((indexer|query)/(cli|flags)[.]cpp|common/manual/read_app[.]h)$)", "^CLI/",
     "flags end in cli.cpp"},
    {"^(?!query/repl/line_editor[.]cpp$)", "^readline/", "lines are typed in one place"},
    {"[.]h$", "^nlohmann/", "JSON is a detail of .cpp files"},
});

/// What a text includes, in order.
std::vector<std::string> includes_of(std::string_view text) {
  static const std::regex kInclude(R"rx((?:^|\n)[ \t]*#[ \t]*include[ \t]*["<]([^">\n]+)[">])rx");
  std::vector<std::string> found;
  for (std::cregex_iterator it(text.begin(), text.end(), kInclude), end; it != end; ++it) {
    found.push_back(it->str(1));
  }
  return found;
}

/// "FILE includes X: WHY" for each rule that an include of `text`, the source of `file`, breaks.
std::vector<std::string> violations(const std::string& file, std::string_view text) {
  struct Patterns {
    explicit Patterns(const Rule& rule)
        : files(std::string(rule.files)), forbidden(std::string(rule.forbidden)) {}
    std::regex files, forbidden;
  };
  static const std::vector<Patterns> kPatterns(kRules.begin(), kRules.end());
  const std::vector<std::string> includes = includes_of(text);
  std::vector<std::string> found;
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (!std::regex_search(file, kPatterns[i].files)) continue;
    const Rule& rule = kRules[i];
    for (const std::string& included : includes) {
      if (!std::regex_search(included, kPatterns[i].forbidden)) continue;
      found.push_back(file + " includes " + included + ": " + std::string(rule.why));
    }
  }
  return found;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

TEST(Layering, EveryIncludeFollowsTheRules) {
  const fs::path root = MORGUE_SOURCE_DIR;
  std::vector<std::string> found;
  std::size_t files = 0;
  for (const char* room : {"common", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      if (!is_source(entry.path())) continue;
      ++files;
      const std::string file = entry.path().lexically_relative(root).generic_string();
      std::ranges::move(violations(file, content_of(entry.path())), std::back_inserter(found));
    }
  }
  EXPECT_THAT(found, IsEmpty());
  EXPECT_GT(files, 30u) << "the sources were not found below " << root;
}

/// The types that a header defines, as "namespace type".
std::vector<std::string> types_of(const std::string& header) {
  static const std::regex kLine(
      R"rx(^(?:namespace ([a-z_:]+) \{|(?:class|struct|enum class) ([A-Za-z]+(?:::[A-Za-z]+)?)\b(?!.*;$)))rx",
      std::regex::multiline);
  std::vector<std::string> types;
  std::string space;
  for (std::sregex_iterator it(header.begin(), header.end(), kLine), end; it != end; ++it) {
    if ((*it)[1].matched) {
      space = (*it)[1];
    } else {
      types.push_back(space + " " + it->str(2));
    }
  }
  return types;
}

// Two types of one name in one program are one type to the linker, whichever it takes.
TEST(Layering, ATypeIsDefinedInOneHeader) {
  const fs::path root = MORGUE_SOURCE_DIR;
  std::map<std::string, std::string> defined;
  for (const char* room : {"common", "indexer", "query"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      if (entry.path().extension() != ".h") continue;
      for (const std::string& type : types_of(content_of(entry.path()))) {
        const auto [first, fresh] = defined.emplace(type, entry.path().string());
        EXPECT_TRUE(fresh) << type << " is defined in " << first->second << " and "
                           << entry.path().string();
      }
    }
  }
  EXPECT_GT(defined.size(), 80U);
  EXPECT_EQ(types_of("namespace a::b {\nclass C;\nstruct D {\n  struct E {\n"),
            std::vector<std::string>{"a::b D"});
}

/// Whether `source`, the text of a file that has the header `header`, includes it before all else:
/// so what compiles it shows that the header needs nothing before it.
bool includes_first(std::string_view source, const std::string& header) {
  const std::vector<std::string> includes = includes_of(source);
  return !includes.empty() && includes.front() == header;
}

TEST(Layering, ASourceIncludesItsHeaderFirst) {
  const fs::path root = MORGUE_SOURCE_DIR;
  std::size_t pairs = 0;
  for (const char* room : {"common", "indexer", "query", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      fs::path header = entry.path();
      if (header.extension() != ".cpp" || !fs::exists(header.replace_extension(".h"))) continue;
      ++pairs;
      EXPECT_TRUE(includes_first(content_of(entry.path()),
                                 header.lexically_relative(root).generic_string()))
          << entry.path();
    }
  }
  EXPECT_GT(pairs, 300U);
  EXPECT_TRUE(includes_first("// A text.\n#include \"a/b.h\"\n#include <map>\n", "a/b.h"));
  EXPECT_FALSE(includes_first("#include <map>\n#include \"a/b.h\"\n", "a/b.h"));
}

/// One include planted in one file, and what is to be said of it: nothing when `why` is empty.
struct Planted {
  const char* file;
  const char* include;
  const char* why;
};

constexpr Planted kPlanted[] = {
    {"common/index/term.cpp", "query/parse/ast.h", "common is below both programs"},
    {"common/base/result.h", "common/text/fold.h", "base stands on the standard library alone"},
    {"common/text/fold.h", "common/article/article.h",
     "text analysis knows no articles and no archive"},
    {"common/manual/man_page.cpp", "common/text/fold.h", "a manual is made of data alone"},
    {"common/article/article.cpp", "common/text/fold.h", "an article knows no text analysis"},
    {"common/mentions/mention_finder.cpp", "common/index/term.h", "a mention knows no archive"},
    {"common/index/term.cpp", "common/document/term_table.h",
     "the format does not know what fills it"},
    {"query/repl/completer.cpp", "readline/readline.h", "lines are typed in one place"},
    {"common/text/width.cpp", "tests/support/temp_dir.h", "a program does not know its tests"},
    {"common/text/width.cpp", "../base/span.h", "a path from the root shows the layer"},
    {"indexer/pipeline.cpp", "query/hit.h", "the two programs meet only in the archive"},
    {"query/run/searcher.cpp", "indexer/record.h", "the two programs meet only in the archive"},
    {"indexer/record.h", "indexer/readers/reader.h", "a record knows no stage"},
    {"indexer/readers/csv.cpp", "common/index/term.h",
     "what comes before the archive does not know it"},
    {"indexer/normalize/normalize.cpp", "indexer/write/publisher.h",
     "what comes before the archive does not know it"},
    {"indexer/write/publisher.cpp", "indexer/readers/reader.h",
     "where an article came from is no concern of the archive"},
    {"indexer/readers/csv.cpp", "indexer/pipeline.h",
     "the pipeline connects the stages, not they it"},
    {"query/parse/lexer.cpp", "common/index/schema.h", "the language knows no schema"},
    {"query/parse/lexer.cpp", "query/plan/bind.h", "the language knows nothing of what runs it"},
    {"query/plan/compile.cpp", "query/run/searcher.h",
     "a plan knows neither what runs nor what shows it"},
    {"query/run/searcher.cpp", "query/render/text.h", "a result knows no screen"},
    {"query/match/spans.cpp", "query/run/searcher.h", "a matcher knows no searcher"},
    {"query/render/text.cpp", "common/index/schema.h", "a screen knows no archive"},
    {"query/render/text.cpp", "query/parse/ast.h", "a screen knows hits and messages only"},
    {"query/hit.h", "query/plan/plan.h", "a result is plain data"},
    {"query/run/searcher.cpp", "query/options.h", "a library knows no command line"},
    {"common/text/fold.cpp", "xapian.h", "the engine stays behind the archive"},
    {"query/commands/count.cpp", "xapian/query.h", "the engine stays behind the archive"},
    {"common/text/fold.h", "unicode/unistr.h", "ICU stays behind common/text"},
    {"query/render/text.cpp", "unicode/brkiter.h", "ICU stays behind common/text"},
    {"query/main.cpp", "CLI/CLI.hpp", "flags end in cli.cpp"},
    {"query/render/json_lines.h", "nlohmann/json.hpp", "JSON is a detail of .cpp files"},

    {"common/text/stem.cpp", "xapian.h", ""},
    {"common/text/fold.cpp", "unicode/unistr.h", ""},
    {"common/index/manifest.cpp", "nlohmann/json.hpp", ""},
    {"indexer/cli.cpp", "CLI/CLI.hpp", ""},
    {"indexer/pipeline.cpp", "indexer/write/publisher.h", ""},
    {"query/parse/lexer.cpp", "common/text/utf8.h", ""},
    {"query/render/text.cpp", "query/parse/query_error.h", ""},
    {"query/plan/plan.h", "query/hit.h", ""},
    {"query/run/searcher.cpp", "xapian.h", ""},
    {"indexer/commands/add.cpp", "indexer/pipeline.h", ""},
    {"query/commands/count.cpp", "query/run/searcher.h", ""},
};

TEST(Layering, PlantedIncludesAreReported) {
  for (const auto& [file, include, why] : kPlanted) {
    for (const auto& [open, close] : {std::pair{"\"", "\""}, std::pair{"<", ">"}}) {
      const std::string line = std::string("#include ") + open + include + close;
      SCOPED_TRACE(std::string(file) + ": " + line);
      std::vector<std::string> expected;
      if (*why) expected.push_back(std::string(file) + " includes " + include + ": " + why);
      EXPECT_THAT(violations(file, "// The first line.\n#pragma once\n\n" + line + "\n"),
                  ElementsAreArray(expected));
    }
  }
}

TEST(Layering, AnIncludeIsSeenHoweverItIsWritten) {
  for (const char* text : {"#include <xapian.h>", "\n  #  include <xapian.h>  // why\n",
                           "#include <vector>\r\n#include\t\"xapian.h\"\r\n"}) {
    EXPECT_THAT(violations("query/main.cpp", text), ::testing::SizeIs(1)) << text;
  }
  EXPECT_THAT(violations("query/main.cpp", "// not #include <xapian.h>\n"), IsEmpty());
}

TEST(Layering, EveryRuleCatchesSomethingPlanted) {
  for (const Rule& rule : kRules) {
    const std::regex files{std::string(rule.files)};
    const std::regex forbidden{std::string(rule.forbidden)};
    EXPECT_TRUE(std::ranges::any_of(kPlanted,
                                    [&](const Planted& planted) {
                                      return rule.why == planted.why &&
                                             std::regex_search(planted.file, files) &&
                                             std::regex_search(planted.include, forbidden);
                                    }))
        << rule.files << ": " << rule.why;
  }
}

}  // namespace
}  // namespace morgue
