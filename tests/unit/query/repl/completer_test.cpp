// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/completer.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using ::testing::ElementsAreArray;

CompletionSources sources() {
  CompletionSources sources;
  sources.commands = {":kwic", ":trend", "facet", "show", "sort"};
  sources.fields = {"date", "lang", "person", "source"};
  sources.facets = {"month", "person", "source"};
  sources.saved = {"customs", "tariffs"};
  sources.values = [](const std::string& field) -> std::vector<std::string> {
    if (field == "person") return {"Claudia Sheinbaum", "Marco Rubio", "Andrés Peña"};
    if (field.empty()) return {"Claudia Sheinbaum", "Mexico", "Marco Rubio"};
    return {};
  };
  return sources;
}

struct CompletionCase {
  const char* line;
  std::size_t begin;
  std::vector<std::string> words;
  const char* why;
};

const CompletionCase kCompletionCases[] = {
    {":k", 0, {":kwic"}, "a command where the line begins"},
    {"s", 0, {"show", "sort", "source:"}, "a word of the session, or a field"},
    {"tariffs da", 8, {"date:"}, "a field behind other words"},
    {"tariffs :k", 8, {}, "a command stands at the beginning alone"},
    {"tariffs O", 8, {"OR"}, "an operator"},
    {"sort ", 5, {"relevance", "date", "-date"}, "the orders"},
    {"facet p", 6, {"person"}, "what can be counted"},
    {"person:shein", 0, {"person:=\"Claudia Sheinbaum\""}, "a later word of a value, in any case"},
    {"person:=\"Pen", 0, {"person:=\"Andrés Peña\""}, "accents do not matter"},
    {"(person:ma", 1, {"person:=\"Marco Rubio\""}, "behind a bracket"},
    {"lang:e", 0, {}, "a field whose values are not known"},
    {"query:c", 0, {"query:customs"}, "a saved query"},
    {"tariffs M", 8, {"\"Mexico\"", "\"Marco Rubio\""}, "names, for a capital letter"},
    {"tariffs m", 8, {}, "but not for a small one"},
};

TEST(Completer, KnowsWhatMayFollow) {
  Completer completer(sources());
  for (const auto& [line, begin, words, why] : kCompletionCases) {
    SCOPED_TRACE(why);
    const Completions found = completer.complete(line);
    EXPECT_EQ(found.begin, begin) << line;
    EXPECT_THAT(found.words, ElementsAreArray(words)) << line;
  }
}

TEST(Completer, AsksForValuesOnce) {
  int asked = 0;
  CompletionSources counted = sources();
  counted.values = [&](const std::string&) {
    ++asked;
    return std::vector<std::string>{"Ana"};
  };
  Completer completer(counted);
  completer.complete("person:A");
  completer.complete("person:An");
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace morgue
