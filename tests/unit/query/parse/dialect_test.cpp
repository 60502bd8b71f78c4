// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as they are typed into Nexis, Factiva and Lucene, and what they are in Morgue's language.
#include "query/parse/dialect/dialect.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "query/parse/print.h"
#include "query/parse/query_codes.h"
#include "tests/support/query_trees.h"

namespace morgue {
namespace {

struct ReadCase {
  std::string_view typed;
  std::string_view canonical;
  std::string_view why;
};

constexpr ReadCase kNexisCases[] = {
    // phrases
    {"trade war", "\"trade war\"", "words side by side are a phrase"},
    {"\"trade war\"", "\"trade war\"", "and so they are in quotes"},
    {"\u201Ctrade war\u201D", "\"trade war\"", "in curly quotes, too"},
    {"\"search and rescue\"", "\"search and rescue\"", "in quotes there are no connectors"},
    {"\"tariff\"", "\"tariff\"", "one word in quotes is not stemmed"},
    {"steel tariff!", "\"steel tariff*\"", "a truncated word in a phrase"},
    {"(trade or tariff) war", "(trade OR tariff) PRE/1 war", "a group in a phrase"},
    {"(trade) war", "\"trade war\"", "a group of one word is that word"},
    // connectors
    {"steel and tariff or quota", "steel AND (tariff OR quota)", "OR binds tighter than AND"},
    {"steel or iron w/5 mill", "(steel OR iron) W/5 mill", "and tighter than proximity"},
    {"steel w/10 mill and ohio", "(steel W/10 mill) AND ohio", "proximity tighter than AND"},
    {"steel and not mill and ohio", "steel AND NOT (mill AND ohio)", "AND NOT comes last"},
    {"steel! w/25 tariff! and not china or india or mexic! w/5 (loan and aid)",
     "(steel* W/25 tariff*) AND NOT ((china OR india OR mexic*) W/5 (loan AND aid))",
     "all of them, as in the vendor's help"},
    {"a w/10 b w/5 c", "a W/10 (b W/5 c)", "the smaller n first"},
    {"a w/5 b w/10 c", "(a W/5 b) W/10 c", "wherever it stands"},
    {"a w/5 b w/5 c", "(a W/5 b) W/5 c", "equal ones from the left"},
    {"a w/s b w/5 c w/p d", "(a W/S (b W/5 c)) W/P d", "numbers, then sentence, then paragraph"},
    {"a or b pre/3 c or d", "(a OR b) PRE/3 (c OR d)", "in this order"},
    {"strike /5 union +2 vote", "strike W/5 (union PRE/2 vote)", "the short forms"},
    {"a near/5 b", "a W/5 b", "another name"},
    {"a onear/5 b", "a PRE/5 b", "in order, another name"},
    {"a /s b", "a W/S b", "the same sentence"},
    {"a w/para b", "a W/P b", "the same paragraph, spelled out"},
    {"amazon not w/5 river", "amazon NOT W/5 river", "one of them has the other not near"},
    {"amazon not/5 river", "amazon NOT W/5 river", "in one word"},
    {"amazon not w/s river", "amazon NOT W/S river", "not in one sentence"},
    {"Steel AND Tariff OR Quota", "Steel AND (Tariff OR Quota)", "in capitals as well"},
    {"steel not mill", "steel AND NOT mill", "not alone is AND NOT"},
    {"not mill", "NOT mill", "with nothing before it"},
    {"/etc or +x", "\\/etc OR \\+x", "signs that are no connectors"},
    {"usr not /etc", "usr AND NOT \\/etc", "behind not, too"},
    // truncation
    {"tarif!", "tarif*", "any letters at the end"},
    {"wom*n", "wom?n", "one letter inside"},
    {"bank*", "\"bank\" OR bank?", "one letter at most at the end"},
    {"central bank*", "central PRE/1 (\"bank\" OR bank?)", "in a phrase"},
    {"what?", "what?", "? is one letter"},
    // segments and commands
    {"HEADLINE(tariff) AND BODY(steel)", "title:tariff AND body:steel", "segments are fields"},
    {"hlead(trade war or tariff)", "hlead:(\"trade war\" OR tariff)", "with a query inside"},
    {"BYLINE(jane w/3 doe)", "byline:(jane W/3 doe)", "with a proximity inside"},
    {"HLEAD ( mexico and tariff )", "hlead:(mexico AND tariff)", "a space behind capitals"},
    {"lead (pipe or paint)", "lead PRE/1 (pipe OR paint)", "in small letters a word"},
    {"PUBLICATION(el pais)", "source:\"el pais\"", "an outlet"},
    {"ATLEAST5(tariff or quota)", "ATLEAST5(tariff OR quota)", "counting"},
    {"atl3(tariff)", "ATLEAST3(tariff)", "and its short form"},
    {"ALLCAPS(aids) and not caps(bush)", "ALLCAPS(aids) AND NOT CAPS(bush)", "capitals"},
    {"NOCAPS(turkey) w/5 dinner", "NOCAPS(turkey) W/5 dinner", "an operand of a proximity"},
    {"tariff and DATE(> 1/31/2024)", "tariff AND date:>2024-01-31", "month first"},
    {"DATE(aft 2022 and bef 2024)", "date:{2022 TO 2024}", "two ends"},
    {"tariff and date is 2024-03-05", "tariff AND date:2024-03-05", "without parentheses"},
    {"date aft March 15, 2024", "date:>2024-03-15", "with the month's name"},
    {"DATE(geq (3/31/2023) and leq (15/4/2024))", "date:2023-03-31..2024-04-15",
     "day first where it can be nothing else"},
    {"date and place", "date AND place", "date alone is a word"},
    {"LENGTH(>500) and tariff", "words:>500 AND tariff", "the number of words"},
    {"length >= 500", "words:500..", "without parentheses"},
};

constexpr ReadCase kFactivaCases[] = {
    // phrases and truncation
    {"trade war", "\"trade war\"", "words side by side are a phrase"},
    {"\"peace and war\"", "\"peace and war\"", "in quotes there are no operators"},
    {"tariff$", "tariff*", "any letters"},
    {"tarif*", "tarif*", "the same"},
    {"wom?n", "wom?n", "one letter"},
    {"tariff$2", "\"tariff\" OR tariff? OR tariff??", "up to two letters"},
    {"cost US$500", "\"cost US$500\"", "a sign of money"},
    {"president % smith", "\"president _ smith\"", "exactly one word between"},
    {"(trade or tariff) war", "(trade OR tariff) PRE/1 war", "a group in a phrase"},
    {"[trade or tariff] and steel", "(trade OR tariff) AND steel", "brackets are parentheses"},
    // operators
    {"steel or iron and mill", "steel OR (iron AND mill)", "AND binds tighter than OR"},
    {"steel and iron not mill", "steel AND iron AND NOT mill", "NOT tighter than AND"},
    {"steel or iron not mill or ore", "steel OR (iron AND NOT mill) OR ore", "and than OR"},
    {"steel and not mill or ore", "(steel AND NOT mill) OR ore", "AND NOT is NOT"},
    {"jane doe or roe and john smith", "\"jane doe\" OR (roe AND \"john smith\")",
     "words side by side bind tightest"},
    {"world cup adj5 football", "\"world cup\" PRE/5 football", "in this order"},
    {"president w/2 smith", "president PRE/2 smith", "w/ has an order here"},
    {"world adj cup", "world PRE/1 cup", "adj alone is adjacent"},
    {"airline near5 retail sales", "airline W/5 \"retail sales\"", "in any order"},
    {"boeing 747/N30/british airways", "\"boeing 747\" W/30 \"british airways\"",
     "no spaces needed"},
    {"vodafone same telecoms", "vodafone W/P telecoms", "the same paragraph"},
    {"a near5 b adj3 c", "(a W/5 b) PRE/3 c", "proximities from the left"},
    {"toyota/F50/", "FIRST/50(toyota)", "among the first words"},
    {"(steel or iron) /f20/ and mill", "FIRST/20(steel OR iron) AND mill", "of a group"},
    {"interest rates/F50/", "FIRST/50(\"interest rates\")", "of a phrase"},
    {"atleast5 steel", "ATLEAST5(steel)", "counting"},
    {"atleast3 steel near5 mill and ore", "ATLEAST3(steel W/5 mill) AND ore",
     "proximity binds tighter than atleast"},
    {"STEEL Near3 Mill AND Ore", "(STEEL W/3 Mill) AND Ore", "in capitals as well"},
    {"not sports", "NOT sports", "with nothing before it"},
    // fields
    {"hd=northern ireland and td=peace agreement",
     "title:\"northern ireland\" AND body:\"peace agreement\"", "a field takes the whole phrase"},
    {"hlp=(tariff$ or quota)", "hlead:(tariff* OR quota)", "or a group"},
    {"lp=steel near3 mill", "lead:(steel W/3 mill)", "or a proximity"},
    {"by=smith not la=de", "byline:smith AND NOT lang:de", "author and language"},
    {"sn=reforma or sn=(el universal)", "source:reforma OR source:\"el universal\"", "outlets"},
    {"general electric and wc>500", "\"general electric\" AND words:>500", "the number of words"},
    {"wc < 3000", "words:<3000", "with spaces"},
    {"steel and date from 20240101 to 20240131", "steel AND date:2024-01-01..2024-01-31",
     "both ends are included"},
    {"date after 1/31/2024", "date:>2024-01-31", "the day itself is not"},
    {"date before 20240131 and steel", "date:<2024-01-31 AND steel", "nor is it here"},
    {"date after -7", "date:>-7d", "days before today"},
    {"date on 31 January 2024", "date:2024-01-31", "a single day"},
    {"\"closing date\" and bids", "\"closing date\" AND bids", "the word, in quotes"},
};

constexpr ReadCase kLuceneCases[] = {
    // clauses
    {"trade war", "trade OR war", "one of the words is enough"},
    {"steel AND mill", "steel AND mill", "AND requires both"},
    {"steel && mill || ore", "steel AND mill AND (ore OR *)", "the rest is optional then"},
    {"steel OR iron AND mill", "iron AND mill AND (steel OR *)", "there is no precedence"},
    {"steel OR mill", "steel OR mill", "alternatives"},
    {"+steel mill -ore", "steel AND (mill OR *) AND NOT ore", "required, optional, prohibited"},
    {"+steel +mill", "steel AND mill", "both required"},
    {"steel mill -ore", "(steel OR mill) AND NOT ore", "one of the optional must match"},
    {"steel NOT ore", "steel AND NOT ore", "NOT prohibits"},
    {"steel !ore", "steel AND NOT ore", "and so does !"},
    {"steel AND NOT ore", "steel AND NOT ore", "a prohibited clause stays so"},
    {"steel OR NOT ore", "steel AND NOT ore", "whatever joins it"},
    {"(steel OR iron) AND mill", "(steel OR iron) AND mill", "a group"},
    {"steel (iron ore)", "steel OR iron OR ore", "optional inside optional"},
    {"+(steel iron) -(ore coal)", "(steel OR iron) AND NOT (ore OR coal)", "signs before groups"},
    {"-ore", "NOT ore", "all but these"},
    {"steel and mill", "steel OR \\and OR mill", "in small letters a word"},
    {"x and y or z", "x OR \\and OR y OR \\or OR z", "and another"},
    // words
    {"tarif*", "tarif*", "any letters"},
    {"te?t*", "te?t*", "both wildcards"},
    {"roam~", "roam~2", "similar words"},
    {"roam~1", "roam~1", "differing by one letter"},
    {"roam~0.8", "\"roam\"", "a share of the letters: less than one may differ"},
    {"sheinbaum~0.8", "sheinbaum~1", "of nine letters one may"},
    {"roam~5", "roam~2", "two is the most Lucene allows"},
    {"/st.* +e/", "/st.*\\x{20}+e/", "a space in a regular expression, which ends ours"},
    {"/a\\ b/", "/a\\x{20}b/", "an escaped one"},
    {"\"trade war\"", "\"trade war\"", "a phrase"},
    {"\"trade war\"~10", "\"trade war\"~10", "a loose phrase"},
    {"\"what * means\"", "\"what \\* means\"", "no wildcards in a phrase"},
    {"jakarta^4 apache", "jakarta^4 OR apache", "weights"},
    {"\"steel mill\"^0.5 ore", "\"steel mill\"^0.5 OR ore", "of a phrase"},
    {"(steel mill)^2", "(steel OR mill)^2", "of a group"},
    {"\\(1\\+1\\)\\:2", "\\(1+1\\):2", "escaped signs"},
    {"caf\\u00e9", "caf\u00E9", "an escaped letter"},
    {"/tari(f|ff)s?/", "/tari(f|ff)s?/", "a regular expression"},
    {"/a\\/b/", "/a\\/b/", "with its sign inside"},
    // fields
    {"title:steel", "title:steel", "a field"},
    {"title:\"steel mill\" AND body:ore", "title:\"steel mill\" AND body:ore", "a phrase in one"},
    {"title:(steel mill)", "title:(steel OR mill)", "a group in one"},
    {"title:(+steel +\"iron ore\")", "title:(steel AND \"iron ore\")", "with its own signs"},
    {"title: steel", "title:steel", "a space behind the colon"},
    {"title:steel^2", "title:steel^2", "the weight is the whole's"},
    {"title:stel~1", "title:stel~1", "similar words in a field"},
    {"date:[20240101 TO 20240131]", "date:2024-01-01..2024-01-31", "a range of days"},
    {"date:{2024-01-01 TO *}", "date:>2024-01-01", "an open end, and one left out"},
    {"date:[2023 TO 2024}", "date:[2023 TO 2024}", "mixed brackets"},
    {"date:>=now-7d/d", "date:-7d..", "days before now"},
    {"words:>500", "words:>500", "a comparison"},
    {"title:{aida TO carmen}", "title:{aida TO carmen}", "a range of words"},
    {"_exists_:byline AND steel", "has:byline AND steel", "a field that is there"},
    {"byline:*", "byline:*", "the same"},
    {"byline:[* TO *]", "byline:*", "and again"},
    {"*:* -ore", "* AND NOT ore", "every article"},
};

struct DialectCases {
  Syntax syntax;
  std::vector<ReadCase> cases;
};

const std::vector<DialectCases>& all_cases() {
  static const std::vector<DialectCases> cases{
      {Syntax::Nexis, {std::begin(kNexisCases), std::end(kNexisCases)}},
      {Syntax::Factiva, {std::begin(kFactivaCases), std::end(kFactivaCases)}},
      {Syntax::Lucene, {std::begin(kLuceneCases), std::end(kLuceneCases)}},
  };
  return cases;
}

TEST(Dialects, BecomeMorguesLanguage) {
  for (const auto& [syntax, cases] : all_cases()) {
    for (const auto& [typed, canonical, why] : cases) {
      SCOPED_TRACE(std::string(name_of(syntax)) + ": " + std::string(typed) + ": " +
                   std::string(why));
      const auto query = parse_query_in(syntax, typed);
      ASSERT_TRUE(query) << query.error().message;
      EXPECT_EQ(print(*query->root), canonical);
      const auto again = parse_query(print(*query->root));
      ASSERT_TRUE(again) << again.error().message;
      EXPECT_TRUE(test::same_tree(*query->root, *again->root)) << print(*again->root);
    }
  }
}

struct ErrorCase {
  Syntax syntax;
  std::string_view typed;
  std::string_view code;
  Span span;
  std::string_view why;
};

constexpr ErrorCase kErrorCases[] = {
    {Syntax::Nexis, "", "Q100", {0, 0}, "nothing"},
    {Syntax::Nexis, "steel and", "Q102", {6, 9}, "nothing on the right"},
    {Syntax::Nexis, "or steel", "Q103", {0, 2}, "nothing on the left"},
    {Syntax::Nexis, "steel w/ mill", "Q113", {6, 8}, "no number"},
    {Syntax::Nexis, "steel w/0 mill", "Q113", {6, 9}, "a word is no nearer than its neighbour"},
    {Syntax::Nexis, "steel w/1000001 mill", "Q113", {6, 15}, "more than the language takes"},
    {Syntax::Nexis, "steel w/seg mill", "Q191", {6, 11}, "there are no segments"},
    {Syntax::Nexis, "steel not w/seg mill", "Q191", {6, 15}, "nor without"},
    {Syntax::Nexis, "steel not pre/3 mill", "Q191", {6, 15}, "apart has no order"},
    {Syntax::Nexis, "PLURAL(bond)", "Q191", {0, 6}, "forms of a word"},
    {Syntax::Nexis, "steel and DATELINE(ohio)", "Q191", {10, 18}, "not stored"},
    {Syntax::Nexis, "HEADLNE(steel)", "Q104", {0, 7}, "no such segment"},
    {Syntax::Nexis, "\"trade war", "Q101", {0, 1}, "a quote is open"},
    {Syntax::Nexis, "(steel or iron", "Q105", {0, 1}, "a parenthesis is open"},
    {Syntax::Nexis, "steel) and ore", "Q105", {5, 6}, "one too many"},
    {Syntax::Nexis, "steel and ()", "Q105", {10, 12}, "nothing inside"},
    {Syntax::Nexis, "DATE(aft lunch)", "Q106", {0, 9}, "no date"},
    {Syntax::Nexis, "DATE(aft 2022 and aft 2023)", "Q111", {0, 27}, "two lower ends"},
    {Syntax::Nexis, "LENGTH(>many)", "Q121", {0, 8}, "no number"},
    {Syntax::Nexis, "steel and ***", "Q120", {10, 13}, "no letters"},
    {Syntax::Factiva, "steel near mill", "Q113", {6, 10}, "no number"},
    {Syntax::Factiva, "rst=nytf and steel", "Q191", {0, 4}, "codes of outlets"},
    {Syntax::Factiva, "steel and co=ibm", "Q191", {10, 13}, "codes of companies"},
    {Syntax::Factiva, "steel and upd after 20240101", "Q191", {10, 13}, "dates of updates"},
    {Syntax::Factiva, "zz=steel", "Q104", {0, 2}, "no such field"},
    {Syntax::Factiva, "closing date and bids", "Q106", {8, 16}, "date begins a range"},
    {Syntax::Factiva, "wc>many", "Q121", {0, 7}, "no number"},
    {Syntax::Factiva, "hd=", "Q102", {0, 3}, "a field without value"},
    {Syntax::Factiva, "steel or % or ore", "Q120", {9, 10}, "any one word of nothing"},
    {Syntax::Factiva, "/F50/ steel", "Q103", {0, 5}, "the first words of nothing"},
    {Syntax::Factiva, "[steel or iron", "Q105", {0, 1}, "a bracket is open"},
    {Syntax::Lucene, "  ", "Q100", {2, 2}, "nothing"},
    {Syntax::Lucene, "AND steel", "Q103", {0, 3}, "nothing on the left"},
    {Syntax::Lucene, "steel AND", "Q102", {6, 9}, "nothing on the right"},
    {Syntax::Lucene, "steel -", "Q102", {6, 7}, "nothing excluded"},
    {Syntax::Lucene, "title:", "Q102", {0, 6}, "a field without value"},
    {Syntax::Lucene, "(steel", "Q105", {0, 1}, "a parenthesis is open"},
    {Syntax::Lucene, "(", "Q105", {0, 1}, "with nothing behind it"},
    {Syntax::Lucene, "steel)", "Q105", {5, 6}, "one too many"},
    {Syntax::Lucene, "()", "Q105", {0, 2}, "nothing inside"},
    {Syntax::Lucene, "\"steel", "Q101", {0, 1}, "a quote is open"},
    {Syntax::Lucene, "\"\"", "Q119", {0, 2}, "nothing inside"},
    {Syntax::Lucene, "[a TO b]", "Q115", {0, 8}, "a range without field"},
    {Syntax::Lucene, "date:[a b]", "Q111", {5, 8}, "no TO"},
    {Syntax::Lucene, "12:30", "Q104", {0, 2}, "no name of a field"},
    {Syntax::Lucene, "/a~b/", "Q191", {2, 3}, "an operator of Lucene's alone"},
    {Syntax::Lucene, "/steel", "Q101", {0, 1}, "a regular expression is open"},
    {Syntax::Lucene, "steel^0", "Q127", {5, 7}, "no weight"},
    {Syntax::Lucene, "tarif*~1", "Q128", {6, 8}, "similar to a pattern"},
    {Syntax::Lucene, "steel\\", "Q117", {5, 6}, "nothing to escape"},
};

TEST(Dialects, SayWhatIsWrongAndWhere) {
  for (const auto& [syntax, typed, code, span, why] : kErrorCases) {
    SCOPED_TRACE(std::string(name_of(syntax)) + ": " + std::string(typed) + ": " +
                 std::string(why));
    const auto query = parse_query_in(syntax, typed);
    ASSERT_FALSE(query) << print(*query->root);
    EXPECT_EQ(query.error().code, code) << query.error().message;
    EXPECT_EQ(query.error().span, span)
        << query.error().span.begin << ' ' << query.error().span.end;
    EXPECT_NE(find_query_code(query.error().code), nullptr);
  }
}

struct NoteCase {
  Syntax syntax;
  std::string_view typed;
  std::string_view part;  ///< of the only note; empty: none
  std::string_view why;
};

constexpr NoteCase kNoteCases[] = {
    {Syntax::Nexis, "steel w/5 mill", "", "without doubt there is no note"},
    {Syntax::Nexis, "bank*", "at most 1 letter more", "products differ in this"},
    {Syntax::Nexis, "DATE(is 1/2/2024)", "2024-01-02", "day and month could be swapped"},
    {Syntax::Nexis, "DATE(is 1/31/2024)", "", "they could not"},
    {Syntax::Nexis, "DATE(is 1/31/24)", "2024-01-31", "the century is a guess"},
    {Syntax::Nexis, "steel DATE(is 2024)", "read as AND", "a filter is no part of a phrase"},
    {Syntax::Factiva, "steel hd=mill", "read as AND", "nor is a field"},
    {Syntax::Factiva, "td=steel", "holds the lead", "ours is wider"},
    {Syntax::Factiva, "hd=steel", "", "ours is the same"},
    {Syntax::Lucene, "+steel mill", "mill only raises the rank", "it does not widen"},
    {Syntax::Lucene, "steel mill", "", "both widen"},
    {Syntax::Lucene, "-steel", "finds nothing", "Lucene would find nothing"},
};

TEST(Dialects, NoteWhatTheyDecided) {
  for (const auto& [syntax, typed, part, why] : kNoteCases) {
    SCOPED_TRACE(std::string(typed) + ": " + std::string(why));
    const auto query = parse_query_in(syntax, typed);
    ASSERT_TRUE(query) << query.error().message;
    ASSERT_EQ(query->notes.size(), part.empty() ? 0U : 1U);
    if (part.empty()) continue;
    EXPECT_EQ(query->notes.front().code, "N104");
    EXPECT_NE(query->notes.front().message.find(part), std::string::npos)
        << query->notes.front().message;
  }
}

constexpr Syntax kForeign[] = {Syntax::Nexis, Syntax::Factiva, Syntax::Lucene};

TEST(Dialects, KeepTheLimits) {
  for (const Syntax syntax : kForeign) {
    SCOPED_TRACE(name_of(syntax));
    const auto nested = [](std::size_t depth) {
      return std::string(depth, '(') + "steel" + std::string(depth, ')');
    };
    EXPECT_TRUE(parse_query_in(syntax, nested(100)));
    const auto deep = parse_query_in(syntax, nested(101));
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().code, "Q107");
    EXPECT_EQ(parse_query_in(syntax, std::string(64 * 1024 + 1, 'a')).error().code, "Q108");
    EXPECT_EQ(parse_query_in(syntax, "steel \xFF").error().code, "Q109");
    EXPECT_EQ(parse_query_in(syntax, "steel \xFF").error().span, (Span{6, 7}));
    std::string open(64 * 1024, '(');
    EXPECT_EQ(parse_query_in(syntax, open).error().code, "Q107");
  }
}

// Beyond the largest number of the language there is no such operator: it is text, or an error.
TEST(Dialects, TakeNoNumberThatTheLanguageDoesNotTake) {
  struct Operator {
    Syntax syntax;
    std::string before, behind, ours;
  };
  for (const auto& [syntax, before, behind, ours] :
       {Operator{Syntax::Nexis, "atleast", "(steel)", "ATLEAST"},
        Operator{Syntax::Nexis, "steel w/", " mill", "W/"},
        Operator{Syntax::Factiva, "atleast", " steel", "ATLEAST"},
        Operator{Syntax::Factiva, "steel adj", " mill", "PRE/"},
        Operator{Syntax::Factiva, "steel near", " mill", "W/"},
        Operator{Syntax::Factiva, "steel /f", "/", "FIRST/"}}) {
    SCOPED_TRACE(before);
    const auto largest = parse_query_in(syntax, before + "1000000" + behind);
    ASSERT_TRUE(largest);
    EXPECT_THAT(print(*largest->root), testing::HasSubstr(ours + "1000000"));
    const auto larger = parse_query_in(syntax, before + "1000001" + behind);
    EXPECT_TRUE(!larger || print(*larger->root).find(ours) == std::string::npos);
  }
}

TEST(Dialects, KeepTheLimitOfDepthForChains) {
  struct Chain {
    Syntax syntax;
    std::string first, more;
  };
  for (const auto& [syntax, first, more] :
       {Chain{Syntax::Nexis, "a", " w/5 b"}, Chain{Syntax::Factiva, "a", " near5 b"},
        Chain{Syntax::Factiva, "a", "/F50/"}, Chain{Syntax::Factiva, "", "hd="}}) {
    SCOPED_TRACE(more);
    std::string text = first;
    for (int i = 0; i < 5000; ++i) text += more;
    if (first.empty()) text += "a";
    const auto query = parse_query_in(syntax, text);
    ASSERT_FALSE(query);
    EXPECT_EQ(query.error().code, "Q107");
  }
}

TEST(Dialects, ReadLongFlatQueries) {
  for (const Syntax syntax : kForeign) {
    SCOPED_TRACE(name_of(syntax));
    std::string text = "word";
    while (text.size() < 60000) text += " OR word";
    const auto query = parse_query_in(syntax, text);
    ASSERT_TRUE(query) << query.error().message;
    EXPECT_EQ(std::get<ast::Or>(query->root->value).children.size(), text.size() / 8 + 1);
  }
}

TEST(Dialects, RefuseMixesWhenStrict) {
  ParseOptions strict;
  strict.strict_mixes = true;
  for (const Syntax syntax : kForeign) {
    SCOPED_TRACE(name_of(syntax));
    const auto mixed = parse_query_in(syntax, "a AND b OR c", strict);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, "Q112");
    EXPECT_EQ(mixed.error().span, (Span{8, 10}));
    EXPECT_TRUE(parse_query_in(syntax, "(a AND b) OR c", strict));
  }
}

// Pieces that mean something to one of them, in any order.
rc::Gen<std::string> any_text() {
  static const std::vector<std::string> pieces{"ab ",
                                               "bee ",
                                               "ab ",
                                               "bee ",
                                               "ab ",
                                               "bee ",
                                               "ab ",
                                               "bee ",
                                               "ab ",
                                               "(ab bee)",
                                               "ab",
                                               "bee",
                                               "steel!",
                                               "wom*n",
                                               "cat*",
                                               "t$2",
                                               "x?",
                                               "%",
                                               "*",
                                               "caf\u00E9",
                                               "\\",
                                               "\"",
                                               "\"b c\"",
                                               "(",
                                               ")",
                                               "[",
                                               "]",
                                               "{",
                                               "}",
                                               " ",
                                               " ",
                                               " ",
                                               " and ",
                                               " or ",
                                               " not ",
                                               " AND ",
                                               " OR ",
                                               " NOT ",
                                               " w/5 ",
                                               " pre/3 ",
                                               " w/s ",
                                               " near3 ",
                                               " adj ",
                                               " same ",
                                               " not w/2 ",
                                               "/F5/",
                                               "/N5/",
                                               "hd=",
                                               "wc>5",
                                               "date from 2024 to 2025",
                                               "DATE(aft 2024)",
                                               "HEADLINE(",
                                               "ATLEAST2(",
                                               "CAPS(",
                                               "atleast3 ",
                                               "title:",
                                               "date:",
                                               "has",
                                               ":",
                                               "+",
                                               "-",
                                               "!",
                                               "~",
                                               "~1",
                                               "^2",
                                               "&&",
                                               "||",
                                               "/a.b/",
                                               "[1 TO 2]",
                                               "<",
                                               ">=",
                                               "..",
                                               ".",
                                               "_",
                                               "=",
                                               "AND",
                                               "or",
                                               "TO",
                                               "W/5",
                                               "#"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

TEST(Dialects, WhatIsReadIsWrittenInMorguesLanguage) {
  EXPECT_TRUE(rc::check([] {
    const std::string text = *any_text();
    for (const Syntax syntax : kForeign) {
      const auto query = parse_query_in(syntax, text);
      if (!query) {
        RC_ASSERT(find_query_code(query.error().code) != nullptr);
        continue;
      }
      const std::string canonical = print(*query->root);
      RC_LOG() << name_of(syntax) << ": " << canonical << '\n';
      const auto again = parse_query(canonical);
      RC_ASSERT(again.has_value());
      RC_ASSERT(test::same_tree(*query->root, *again->root));
    }
  }));
}

}  // namespace
}  // namespace morgue
