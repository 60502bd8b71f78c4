// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/parser.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>

#include "query/parse/print.h"

namespace morgue {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ReadCase {
  std::string_view typed;
  std::string_view canonical;
  std::string_view why;
};

constexpr ReadCase kReadCases[] = {
    // words and what joins them
    {"tariffs", "tariffs", "a word"},
    {"Morena tariffs", "Morena AND tariffs", "next to each other: AND"},
    {"Morena AND tariffs", "Morena AND tariffs", "written out"},
    {"a && b & c + d", "a AND b AND c AND d", "every sign for AND"},
    {"a +b", "a AND b", "+ at the front of a word"},
    {"a || b | c OR d", "a OR b OR c OR d", "every sign for OR"},
    {"a|b", "a OR b", "| parts words without spaces"},
    {"a&&b", "a AND b", "&& parts words without spaces"},
    {"AT&T R&D", "AT&T AND R&D", "& inside a word is text"},
    {"C++ 5G+", "C++ AND 5G+", "+ behind a letter is text"},
    {"Johnson& Johnson", "Johnson AND Johnson", "& at the end of a word is AND"},
    {"a and b", "a AND b", "lower-case and between operands says nothing new"},
    {"rock and", "rock AND \\and", "lower-case and with nothing to join is a word"},
    {"a AND and", "a AND \\and", "so it is behind a written AND"},
    {"ANDROID ORacle NOTE", "ANDROID AND ORacle AND NOTE", "operators are whole words"},
    {"And Or Not", "And AND Or AND Not", "and in capitals"},
    {"\\AND \\OR", "\\AND AND \\OR", "an escape makes an operator a word"},
    {"A\\ND", "\\AND", "anywhere in it"},
    {"\\t\\ariffs", "tariffs", "an escape that is not needed goes"},
    {"El\\ Universal", "El\\ Universal", "an escaped space belongs to the word"},
    {"a\u00A0b\u3000c\td\ne", "a AND b AND c AND d AND e", "every kind of space"},
    {"\uFEFFtariffs", "tariffs", "a byte order mark is a space"},
    {"COVID\u201119", "COVID-19", "a typographic dash inside a word"},
    {"wait... what", "wait.\\.\\. AND what", "three dots are no range"},
    {"l\u2019enfant 'x'", "l\u2019enfant AND 'x'", "apostrophes are text"},

    // NOT
    {"NOT a", "NOT a", "negative queries are allowed"},
    {"-source:AFP", "NOT source:AFP", "with a sign"},
    {"a -b !c", "a AND NOT b AND NOT c", "signs at the front of a word"},
    {"a \u2013b", "a AND NOT b", "a typographic dash is a dash"},
    {"a AND NOT b", "a AND NOT b", "AND NOT is one operator"},
    {"a NOT b", "a AND NOT b", "NOT alone joins as well"},
    {"NOT a b", "NOT a AND b", "NOT is tighter than AND"},
    {"NOT (a b)", "NOT (a AND b)", "unless parentheses say else"},
    {"NOT NOT a --b", "NOT NOT a AND NOT NOT b", "twice is twice"},
    {"a OR NOT b", "a OR NOT b", "an alternative may be negative"},
    {"co-operation", "co-operation", "a dash inside a word is text"},

    // parentheses
    {"((a))", "a", "parentheses that say nothing go"},
    {"(a AND b) AND (c d)", "a AND b AND c AND d", "chains are flat"},
    {"(a OR (b OR c))", "a OR b OR c", "of OR as well"},
    {"(a b) OR c", "(a AND b) OR c", "a mix keeps its parentheses"},
    {"a b OR c", "(a AND b) OR c", "and gets them when it had none"},
    {"a (b OR c) d", "a AND (b OR c) AND d", "OR inside AND"},
    {"(a)(b)\"c\"d", "a AND b AND \"c\" AND d", "spaces around signs are not needed"},
    {"a OR(b)", "a OR b", "nor between an operator and a parenthesis"},

    // phrases
    {"\"nuevos aranceles\"", "\"nuevos aranceles\"", "a phrase"},
    {"\"  nuevos \t aranceles \"", "\"nuevos aranceles\"", "spaces inside do not count"},
    {"\u201Cnuevos aranceles\u201D", "\"nuevos aranceles\"", "curly quotes"},
    {"\u00ABnuevos aranceles\u00BB", "\"nuevos aranceles\"", "guillemets"},
    {"\u201Enuevos aranceles\u201C", "\"nuevos aranceles\"", "German quotes"},
    {"\u00ABel \"nuevo\" plan\u00BB", "\"el \\\"nuevo\\\" plan\"", "quotes close their own kind"},
    {"\"el \u00ABnuevo\u00BB plan\"", "\"el \u00ABnuevo\u00BB plan\"", "the other way round"},
    {"\"a AND b OR -c\"", "\"a AND b OR -c\"", "operators are words in quotes"},
    {"\"a\\\"b \\\\ c\"", "\"a\\\"b \\\\ c\"", "escapes in quotes"},
    {"\"nuevo* aran?el\"", "\"nuevo* aran?el\"", "wildcards in quotes"},
    {"\"what\\?\"", "\"what\\?\"", "or the sign itself"},
    {"\"Economy (SE) said\"", "\"Economy \\(SE) said\"", "parentheses without | are text"},
    {"\"a_b \\_ c\"", "\"a_b \\_ c\"", "only a lone _ is special"},
    {"\"covid\u201319\u00A0now\"", "\"covid-19 now\"", "dashes and spaces are plain in quotes"},
    {"=Morena", "=Morena", "a word exactly as written"},
    {"=\"Los Pinos\"", "=\"Los Pinos\"", "a phrase exactly as written"},
    {"=AND", "=\\AND", "behind = there are no operators"},
    {"=x!", "=x\\!", "nor truncation"},

    // wildcards
    {"tarif*", "tarif*", "at the end"},
    {"*tarif ta*if t?rif*", "*tarif AND ta*if AND t?rif*", "anywhere"},
    {"tarif!", "tarif*", "as Nexis truncates"},
    {"wow!!", "wow*", "once is enough"},
    {"tar**if", "tar*if", "two stars are one"},
    {"*", "*", "every article"},
    {"**", "*", "still every article"},
    {"\\*", "\\*", "the sign itself"},
    {"a\\*b*", "a\\*b*", "both in one word"},
    {"t?r\\-if", "t?r-if", "escapes that are not needed go here too"},

    // fields
    {"title:tariffs", "title:tariffs", "a field"},
    {"TITLE:Morena", "TITLE:Morena", "capitals stay as typed"},
    {"title:(a OR b)", "title:(a OR b)", "a field of a group"},
    {"title:(a)", "title:a", "of one word"},
    {"title:\"a b\"", "title:\"a b\"", "of a phrase"},
    {"title:=Morena", "title:=Morena", "of an exact word"},
    {"title:tar*", "title:tar*", "of a wildcard"},
    {"source:*", "source:*", "every article that has the field"},
    {"has:byline missing:date", "has:byline AND missing:date", "as any field"},
    {"my.field-2_x:a", "my.field-2_x:a", "what a name may hold"},
    {"secci\u00F3n:a", "secci\u00F3n:a", "letters of any script"},
    {"title:a b", "title:a AND b", "a field reaches over one operand"},
    {"-title:a", "NOT title:a", "NOT before a field"},
    {"place:OR", "place:OR", "right behind a field even OR is a word"},
    {"id:urn:isbn:5", "id:urn:isbn:5", "a value may hold colons"},
    {"url:https://a.b/c?d=1&e", "url:https://a.b/c\\?d=1&e", "or be an address"},
    {"title:(body:x)", "title:(body:x)", "a field in a field is the binder's to refuse"},

    // colons that make no field
    {"12:30", "12:30", "a time"},
    {"http://a.b/c?d=1", "http://a.b/c\\?d=1", "an address and its question mark"},
    {"https://a.b/../c", "https://a.b/.\\./c", "and its dots"},
    {"C: x", "C\\: AND x", "a drive"},
    {"C:/news", "C\\:/news", "a path"},
    {"C:\\news", "C\\:news", "another; its backslash escapes, as everywhere"},
    {"q:\\*", "q:\\*", "a field with one letter, and an escaped value"},
    {"title:\\:", "title:\\:", "a value that begins with a colon"},
    {"std::string", "std\\::string", "two colons"},
    {"Breaking: tariffs", "Breaking\\: AND tariffs", "a colon before a space"},
    {"(x:)", "x\\:", "or before a parenthesis"},

    // ranges
    {"date:2024-01..2024-03", "date:2024-01..2024-03", "both ends"},
    {"date:2024..", "date:2024..", "from"},
    {"date:..2024", "date:..2024", "until"},
    {"date:-30d..", "date:-30d..", "a dash behind a field is no NOT"},
    {"date:-30d", "date:-30d", "alone as well"},
    {"date:\u221230d..-1d", "date:-30d..-1d", "a typographic minus"},
    {"words:>=500", "words:500..", "a comparison that includes its end"},
    {"words:<=500", "words:..500", "from the other side"},
    {"words:>500", "words:>500", "one that does not"},
    {"words:<500", "words:<500", "from the other side"},
    {"words:=500", "words:=500", "equal: an exact value"},
    {"words:>\"500\"", "words:>500", "a value may stand in quotes"},
    {"date:[2024 TO 2025]", "date:2024..2025", "brackets"},
    {"date:{2024 TO 2025}", "date:{2024 TO 2025}", "braces leave the ends out"},
    {"date:[2024 TO 2025}", "date:[2024 TO 2025}", "mixed"},
    {"date:{2024 TO 2025]", "date:{2024 TO 2025]", "mixed"},
    {"date:[ 2024  TO  2025 ]", "date:2024..2025", "spaces inside"},
    {"date:[\"2024\" TO \"2025\"]", "date:2024..2025", "quotes inside"},
    {"date:[2024 TO *]", "date:2024..", "an open end"},
    {"date:{* TO 2024}", "date:<2024", "an open end leaves nothing out"},
    {"date:2024..*", "date:2024..", "a star is an open end here too"},
    {"date:(2023 OR 2025..)", "date:(2023 OR 2025..)", "ranges in a group of a field"},
    {"date:(\\-30d.. OR x)", "date:(\\-30d.. OR x)", "where a dash is NOT"},
    {"words:1.5..2.5", "words:1.5..2.5", "single dots"},
    {"id:a\\..b", "id:a.\\.b", "an escaped dot makes no range"},
};

TEST(Parser, ReadsEverySpelling) {
  for (const auto& [typed, canonical, why] : kReadCases) {
    SCOPED_TRACE(std::string(typed) + ": " + std::string(why));
    const auto query = parse_query(typed);
    ASSERT_TRUE(query) << query.error().code << " " << query.error().message;
    EXPECT_EQ(print(*query->root), canonical);
  }
}

TEST(Parser, ReadsItsOwnPrintWithoutNotesEvenStrictly) {
  for (const ReadCase& row : kReadCases) {
    SCOPED_TRACE(row.canonical);
    const auto again = parse_query(row.canonical, {.strict_mixes = true});
    ASSERT_TRUE(again) << again.error().code << " " << again.error().message;
    EXPECT_EQ(print(*again->root), row.canonical);
    EXPECT_THAT(again->notes, IsEmpty());
  }
}

TEST(Parser, PlacesNodesInCodePoints) {
  const auto query = parse_query("pe\u00F1a AND date:(a..\u00FAltimo OR \"x y\")");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->root->span, (Span{0, 34}));
  const auto& chain = std::get<ast::And>(query->root->value);
  EXPECT_EQ(chain.children[0]->span, (Span{0, 4}));
  EXPECT_EQ(chain.children[1]->span, (Span{9, 34}));
  const auto& field = std::get<ast::Fielded>(chain.children[1]->value);
  EXPECT_EQ(field.name_span, (Span{9, 13}));
  const auto& either = std::get<ast::Or>(field.child->value);
  EXPECT_EQ(field.child->span, (Span{14, 34}));
  const auto& range = std::get<ast::Range>(either.children[0]->value);
  EXPECT_EQ(range.low_span, (Span{15, 16}));
  EXPECT_EQ(range.high_span, (Span{18, 24}));
  EXPECT_EQ(either.children[1]->span, (Span{28, 33}));
}

struct NoteCase {
  std::string_view typed;
  std::vector<Note> notes;
  std::string_view why;
};

TEST(Parser, NotesWhatItReadDoubtfully) {
  const std::string lower = "lower-case ";
  const NoteCase cases[] = {
      {"Morena AND tariffs OR aranceles",
       {{"N101",
         "read as (Morena AND tariffs) OR aranceles; for Morena AND (tariffs OR aranceles) add "
         "parentheses (Nexis reads it so)"}},
       "the example of the language page"},
      {"Morena tariffs OR aranceles",
       {{"N101",
         "read as (Morena AND tariffs) OR aranceles; for Morena AND (tariffs OR aranceles) add "
         "parentheses (Nexis reads it so)"}},
       "an implied AND mixes as well"},
      {"a OR b AND c OR d",
       {{"N101",
         "read as a OR (b AND c) OR d; for (a OR b) AND (c OR d) add parentheses (Nexis reads it "
         "so)"}},
       "OR on both sides"},
      {"(a b) (c OR d) OR e",
       {{"N101",
         "read as (a AND b AND (c OR d)) OR e; for (a AND b) AND ((c OR d) OR e) add parentheses "
         "(Nexis reads it so)"}},
       "what stood in parentheses stays there"},
      {"(a AND b) OR c", {}, "parentheses leave no doubt"},
      {"a OR NOT b", {}, "NOT is no AND"},
      {"cat or dog",
       {{"N103", lower + "\"or\" is a word here; write OR for alternatives"}},
       "the example of the language page"},
      {"not a", {{"N103", lower + "\"not\" is a word here; write NOT to exclude"}}, "not"},
      {"a near b",
       {{"N103", lower + "\"near\" is a word here; the operator is written NEAR/5"}},
       "near"},
      {"a w/5 b",
       {{"N103", lower + "\"w/5\" is a word here; write the operator in capitals"}},
       "as Nexis users type it"},
      {"a w/o b", {}, "without"},
      {"a or b or c",
       {{"N103", lower + "\"or\" is a word here; write OR for alternatives"}},
       "one note for one word"},
      {"\"a or b\" title:or =not \\or", {}, "clearly words"},
      {"a and b", {}, "the meaning is the same"},
      {"title: Morena",
       {{"N102",
         "\"title:\" is a word here; a field has its value right after the colon: title:…"}},
       "a space after the colon"},
      {"12: x", {}, "no field could be meant"},
  };
  for (const auto& [typed, notes, why] : cases) {
    SCOPED_TRACE(std::string(typed) + ": " + std::string(why));
    const auto query = parse_query(typed);
    ASSERT_TRUE(query) << query.error().message;
    EXPECT_EQ(query->notes, notes);
  }
}

TEST(Parser, KeepsNotesFew) {
  std::string pasted;
  for (int i = 0; i < 1000; ++i) pasted += "(a b OR c) x" + std::to_string(i) + ": ";
  const auto query = parse_query(pasted);
  ASSERT_TRUE(query) << query.error().message;
  EXPECT_LE(query->notes.size(), 6U);
  for (const Note& note : query->notes) EXPECT_LT(note.message.size(), 1000U);
}

TEST(Parser, DoesNotRepeatALongMix) {
  const auto query = parse_query("a b OR " + std::string(500, 'c'));
  ASSERT_TRUE(query);
  EXPECT_THAT(query->notes, ElementsAre(Note{"N101",
                                             "proximity, then AND bind tighter than XOR and OR "
                                             "here; parentheses say it without doubt "
                                             "(Nexis reads OR first)"}));
}

}  // namespace
}  // namespace morgue
