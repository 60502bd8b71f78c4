// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/match_finder.h"

#include <gtest/gtest.h>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/match/match_work.h"

namespace morgue {
namespace {

using ast::Closeness;
using match::make;
using match::NodePtr;

/// A database of one document: a title and a body of words, "." at the end of a sentence, "/" of a
/// paragraph.
Xapian::Database database_of(const std::string& title, const std::string& body) {
  Xapian::Document document;
  const auto add = [&](const std::string& text, Xapian::termpos base, bool breaks) {
    Xapian::termpos position = base;
    bool sentence = true;
    bool paragraph = true;
    std::string word;
    for (const char c : text + " ") {
      if (c != ' ' && c != '.' && c != '/') {
        word += c;
        continue;
      }
      if (!word.empty()) {
        document.add_posting(word, position);
        if (breaks && sentence) document.add_posting(std::string(kSentenceTerm), position);
        if (breaks && paragraph) document.add_posting(std::string(kParagraphTerm), position);
        sentence = paragraph = false;
        ++position;
        word.clear();
      }
      sentence = sentence || c != ' ';
      paragraph = paragraph || c == '/';
    }
    if (position > base) document.add_posting(std::string(kLastWordTerm), position - 1);
  };
  add(title, kTitleStart, false);
  add(body, kBodyBase, true);
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  database.add_document(document);
  return database;
}

NodePtr phrase(const std::vector<std::string>& words, match::Window window = {}) {
  match::Sequence sequence;
  for (const std::string& word : words) {
    sequence.places.push_back(word == "_" ? match::Place{{}, {}, true}
                                          : match::Place{{word}, {}, false});
  }
  sequence.window = window;
  return make(std::move(sequence));
}
NodePtr word(const std::string& text) { return phrase({text}); }

constexpr Closeness within(std::uint32_t words) { return {Closeness::Unit::Words, words, false}; }
constexpr Closeness before(std::uint32_t words) { return {Closeness::Unit::Words, words, true}; }
constexpr Closeness kSentence{Closeness::Unit::Sentence, 0, false};
constexpr Closeness kParagraph{Closeness::Unit::Paragraph, 0, false};

NodePtr near(NodePtr a, Closeness closeness, NodePtr b) {
  return make(match::Near{{std::move(a), std::move(b)}, {closeness}});
}
NodePtr apart(NodePtr a, Closeness closeness, NodePtr b) {
  return make(match::Apart{std::move(a), std::move(b), closeness});
}

struct FindCase {
  NodePtr expression;
  const char* title;
  const char* body;
  const char* runs;  ///< words from first to last, numbered from 0 in title ("t") or body
  const char* why;
};

std::string runs_of(const Matches& matches) {
  std::string text;
  for (const Match& match : matches) {
    const bool title = match.first < kBodyBase;
    const std::uint32_t base = title ? kTitleStart : kBodyBase;
    text += (text.empty() ? "" : " ") + std::string(title ? "t" : "") +
            std::to_string(match.first - base) + "-" + std::to_string(match.last - base);
  }
  return text;
}

TEST(MatchFinder, FindsRuns) {
  const NodePtr a = word("a");
  const NodePtr b = word("b");
  const NodePtr c = word("c");
  const FindCase cases[] = {
      {a, "a x", "x a a", "t0-0 1-1 2-2", "a word, wherever it stands"},
      {phrase({"a", "b"}), "a", "b a b", "1-2", "a phrase, never across title and body"},
      {phrase({"a", "_", "b"}), "", "a a b b", "0-2 1-3", "any one word between"},
      {phrase({"a", "_"}), "", "a b a", "0-1", "any word must be there at the end"},
      {phrase({"_", "a"}), "", "a b a", "1-2", "and at the front"},
      {phrase({"a"}, {kBodyBase, kBodyBase + 2}), "a", "a b a", "0-0", "inside a window"},
      {near(a, within(2), b), "", "b x a x x b", "0-2", "any order, as far as it says"},
      {near(a, within(3), b), "", "b x a x x b", "0-2 2-5", "each run"},
      {near(a, before(3), b), "", "b x a x x b", "2-5", "in this order"},
      {near(a, within(9), b), "", "a a b", "1-2", "the smallest run of those that overlap"},
      {near(a, within(9), a), "", "a x a", "0-2", "of a word with itself: two of it"},
      {near(a, within(9), a), "", "a", "", "not one twice"},
      {near(a, within(2'000), b), "a", "b", "", "never across title and body"},
      {near(phrase({"a", "b"}), within(1), phrase({"b", "c"})), "", "a b c", "",
       "phrases do not share words"},
      {near(phrase({"a", "b"}), within(1), c), "", "a b c", "0-2", "from the nearest ends"},
      {near(a, kSentence, b), "", "a x. b a b", "2-3 3-4", "in one sentence"},
      {near(a, kParagraph, b), "", "a x. b / a", "0-2", "in one paragraph"},
      {near(a, kSentence, b), "a b", "x", "t0-1", "the title is one sentence"},
      {near(phrase({"a", "b"}), kSentence, c), "", "a. b c", "", "all of both in it"},
      {apart(a, within(1), b), "", "a b x a", "3-3", "some a without b near"},
      {apart(a, within(9), a), "", "a x x", "0-0", "itself does not count"},
      {apart(a, within(1), phrase({"a", "b"})), "", "a b x x a", "4-4", "what holds it is near it"},
      {apart(a, kSentence, b), "", "a b. a", "2-2", "none in its sentence"},
      {make(match::AnyOf{{a, phrase({"a", "b"})}}), "", "a b", "0-0 0-1", "every alternative"},
      {make(match::AllOf{{a, b}}), "", "a x b x a", "0-2 2-4", "the smallest runs with both"},
      {make(match::AllOf{{a, b}}), "a", "b", "", "in one text"},
      {make(match::AllOf{{a, phrase({"a", "b"})}}), "", "a b", "0-1", "which may overlap here"},
      {make(match::Within{a, {kBodyBase, kBodyBase + 2}}), "a", "x a a", "1-1", "the first words"},
      {make(match::Mention{{"a"}}), "", "a a x a", "0-1 3-3",
       "positions side by side are one name"},
      {make(match::Near{{a, b, c}, {within(1), within(1)}}), "", "a b c", "0-2", "a chain"},
      {make(match::Near{{a, b, a}, {within(1), within(1)}}), "", "a b", "",
       "whose operands are all different"},
      {make(match::Near{{a, b, c}, {within(1), within(1)}}), "", "a b x b c", "",
       "and hold with the same b"},
  };
  for (const auto& [expression, title, body, runs, why] : cases) {
    SCOPED_TRACE(match::describe(*expression) + ": " + why);
    const auto database = database_of(title, body);
    MatchFinder finder(database, false);
    EXPECT_EQ(runs_of(finder.find(*expression, 1)), runs);
    EXPECT_EQ(finder.has(*expression, 1, 1), *runs != '\0');
  }
}

TEST(MatchFinder, PartsAreTheWordsThatMatched) {
  const auto database = database_of("", "x trade war x mexico");
  MatchFinder finder(database, true);
  const auto found = finder.find(*near(phrase({"trade", "war"}), within(5), word("mexico")), 1);
  ASSERT_EQ(found.size(), 1U);
  const std::vector<PositionRange> parts{{kBodyBase + 1, kBodyBase + 2},
                                         {kBodyBase + 4, kBodyBase + 4}};
  EXPECT_EQ(found.front().parts, parts);
}

TEST(MatchFinder, ManyTermsAreFoundAsFewAre) {
  std::vector<std::string> many;
  for (int i = 0; i < 100; ++i) many.push_back("w" + std::to_string(1000 + i));
  const auto database = database_of("w1005", "x w1000 w1099 x w1050");
  match::Sequence sequence;
  sequence.places.push_back({many, {}, false});
  const NodePtr any = make(std::move(sequence));
  MatchFinder finder(database, false);
  EXPECT_EQ(runs_of(finder.find(*any, 1)), "t0-0 1-1 2-2 4-4");
  EXPECT_EQ(runs_of(finder.find(*any, 1)), "t0-0 1-1 2-2 4-4") << "and again";
}

TEST(MatchFinder, GivesUpWhereCombinationsHaveNoEnd) {
  std::string body;
  for (int i = 0; i < 400; ++i) body += "a ";
  const auto database = database_of("", body);
  match::Near chain;
  for (int i = 0; i < 5; ++i) chain.operands.push_back(word("a"));
  chain.between.assign(4, within(400));
  const NodePtr loose = make(std::move(chain));
  MatchFinder finder(database, false);
  EXPECT_TRUE(finder.has(*loose, 1, 1)) << "that there is one is soon known";
  EXPECT_THROW(finder.find(*loose, 1), TooMuchWork);
}

}  // namespace
}  // namespace morgue
