// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kLead =
    "<p>The harbour board of Ostermere voted on Tuesday to raise its fees by a tenth, the first "
    "rise in nine years.</p>";
const std::string kText =
    kLead +
    "<p>Fishermen protested outside the hall; the board said that dredging the channel had cost "
    "twice what was planned.</p><p>The new fees apply from May. \"We had no choice,\" said its "
    "chair, who has led the board since 2019.</p>";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html>\n<html lang=\"en\"><head>" + head + "</head><body>" + body +
         "</body></html>";
}

/// The only record of a page; its errors fail the test.
RawRecord read(const std::string& html) {
  const ReadAll all = read_text(html, "html");
  EXPECT_TRUE(all.errors.empty()) << all.errors.front().error.message;
  return all.records.empty() ? RawRecord{} : all.records.front();
}

TEST(Html, TakesTheArticleAndNothingAroundIt) {
  const std::string around =
      "<nav><ul><li><a href=\"/\">Home</a><li><a href=\"/sport\">Sport</a></ul></nav>"
      "<aside><p>Our newsletter brings you the harbour every morning. Sign up for it today, it "
      "costs nothing.</p></aside>";
  const std::string below =
      "<div class=\"related-stories\"><h3>More on this</h3><p>A story of another day that has "
      "nothing to do with the board or its fees at all.</p></div>"
      "<div id=\"comments\"><p>First! I have fished here for forty years and never seen such a "
      "thing as this, and I do not like it.</p></div>"
      "<script>var text = 'not this';</script><footer>All rights reserved.</footer>";
  const RawRecord record =
      read(page("<title>Harbour fees rise</title>",
                around + "<article><h1>Harbour fees rise</h1>" + kText + "</article>" + below));
  const std::string body = ReadAll::value(record, "body");
  EXPECT_TRUE(body.starts_with("The harbour board of Ostermere")) << body;
  EXPECT_TRUE(body.ends_with("since 2019.")) << body;
  EXPECT_THAT(body, HasSubstr("in nine years.\n\nFishermen")) << "paragraphs stay apart";
  for (const char* noise : {"newsletter", "Sport", "another day", "First!", "not this", "rights"}) {
    EXPECT_THAT(body, Not(HasSubstr(noise)));
  }
  EXPECT_EQ(ReadAll::value(record, "title"), "Harbour fees rise");
}

TEST(Html, FindsAnArticleThatStandsInWhatIsCalledASidebar) {
  std::string comments;
  for (int i = 0; i < 12; ++i) comments += "<div class=\"comment\">" + kText + "</div>";
  const RawRecord record =
      read(page("", "<div class=\"with-sidebar\">" + kText + "</div>" + comments));
  EXPECT_THAT(ReadAll::value(record, "body"), HasSubstr("voted on Tuesday"));
}

struct StatedCase {
  const char* why;
  const char* head;
  const char* field;
  const char* value;
};

const StatedCase kStated[] = {
    {"linked data", R"(<script type="application/ld+json">{"@type":"NewsArticle",
      "headline":"Fees rise","datePublished":"2024-03-05T22:30:00-05:00",
      "author":[{"@type":"Person","name":"Ana Ruiz"},{"name":"Bo Lund"}]}</script>)",
     "date", "2024-03-05T22:30:00-05:00"},
    {"linked data in a graph", R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},
      {"@type":["NewsArticle"],"headline":"Fees rise","author":{"@id":"#1"}},
      {"@id":"#1","@type":"Person","name":"Ana Ruiz"}]}</script>)",
     "byline", "Ana Ruiz"},
    {"OpenGraph", R"(<meta property="article:published_time" content="2024-03-05">)", "date",
     "2024-03-05"},
    {"the outlet is no part of the title",
     R"(<meta property="og:title" content="Fees rise | The Ledger">
        <meta property="og:site_name" content="The Ledger">)",
     "title", "Fees rise"},
    {"the outlet", R"(<meta property="og:site_name" content="The Ledger">)", "source",
     "The Ledger"},
    {"what is shown and stated goes before what is told to others",
     R"(<meta property="og:title" content="You will not believe it">
        <meta name="twitter:title" content="You will not believe it">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Shown above"}</script>)",
     "title", "Shown above"},
    {"the canonical address",
     R"(<link rel="canonical" href="https://ledger.example/2024/03/05/fees">)", "url",
     "https://ledger.example/2024/03/05/fees"},
    {"the language of the page", "", "lang", "en"},
};

TEST(Html, ReadsWhatThePageStates) {
  for (const StatedCase& one : kStated) {
    const std::string title = std::string(one.value) == "Shown above" ? "<h1>Shown above</h1>" : "";
    const RawRecord record = read(page(one.head, title + "<article>" + kText + "</article>"));
    EXPECT_EQ(ReadAll::value(record, one.field), one.value) << one.why;
  }
}

TEST(Html, SaysWhereADateWasFound) {
  const auto found_in = [](const std::string& head, const std::string& body) {
    return ReadAll::value(read(page(head, body + "<article>" + kText + "</article>")),
                          "date-found-in");
  };
  EXPECT_EQ(found_in(R"(<meta property="article:published_time" content="2024-03-05">)", ""),
            "meta article:published_time");
  EXPECT_EQ(found_in("", R"(<time datetime="2024-03-05">yesterday</time>)"), "time");
  EXPECT_EQ(found_in("", ""), "-");
}

TEST(Html, ReadsTheCharacterSetThatThePageNames) {
  std::string html = page("<meta charset=\"iso-8859-1\"><title>x</title>",
                          "<article><p>Se\xF1or Pe\xF1"
                          "a</p>" +
                              kText + "</article>");
  EXPECT_THAT(ReadAll::value(read(html), "body"), HasSubstr("Se\u00F1or Pe\u00F1a"));
}

TEST(Html, CountsWhatItRepairs) {
  const RawRecord record = read(page("<meta charset=\"utf-8\">",
                                     "<article><p>The caf\u00C3\u00A9 \u00E2\u20AC\u0153is "
                                     "open\u00E2\u20AC\u009D.</p>" +
                                         kText + "</article>"));
  EXPECT_THAT(ReadAll::value(record, "body"), HasSubstr("caf\u00E9"));
  EXPECT_GT(record.repaired_bytes, 0U);
}

TEST(Html, TakesTheTextFromTheLinkedDataWhenThePageShowsNone) {
  const std::string text =
      "The harbour board of Ostermere voted on Tuesday to raise its fees by a tenth, the first "
      "rise "
      "in nine years. Fishermen protested outside the hall.";
  const std::string head =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fees","articleBody":")" +
      text + "\"}</script>";
  EXPECT_EQ(ReadAll::value(read(page(head, "<div id=\"app\"></div>")), "body"), text);
}

TEST(Html, RefusesWhatHoldsNoArticle) {
  EXPECT_THAT(
      read_text(page("<title>Page not found</title>", "<h1>404</h1>"), "html").error_codes(),
      ElementsAre("no-article:1"));
}

TEST(Html, HasLimits) {
  ReadOptions options;
  options.page.max_depth = 20;
  options.page.max_attributes = 10;
  const auto codes = [&](const std::string& body) {
    return read_text(page("", body + kText), "html", options).error_codes();
  };
  std::string deep, wide = "<div", drawing = "<svg>";
  for (int i = 0; i < 30; ++i) {
    deep += "<div>";
    wide += " a" + std::to_string(i) + "=1";
    drawing += "<path d=\"M0\"/>";
  }
  EXPECT_THAT(codes(deep), ElementsAre("too-deep:1"));
  EXPECT_THAT(codes(wide + ">"), ElementsAre("too-many-attributes:1"));
  EXPECT_THAT(codes(drawing + "</svg>"), ElementsAre()) << "lines of a drawing end themselves";
  options.page.max_bytes = 100;
  EXPECT_THAT(codes(""), ElementsAre("too-long:1"));
}

TEST(Html, IsToldByItsBeginning) {
  for (const char* head : {"<!DOCTYPE html><html>", "  <html>", "<!-- saved --><HTML lang=es>",
                           "<?xml version=\"1.0\"?><!DOCTYPE html>", "\xEF\xBB\xBF<html>"}) {
    EXPECT_TRUE(HtmlReader::looks_like(head)) << head;
  }
  for (const char* head : {"<?xml version=\"1.0\"?><rss>", "{\"html\":1}", "html", "<feed>", ""}) {
    EXPECT_FALSE(HtmlReader::looks_like(head)) << head;
  }
}

TEST(HtmlLaw, NoCutOfAPageBreaksTheReader) {
  const std::string whole = page(
      "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Fees\"}"
      "</script><meta property=\"og:title\" content=\"Fees\">",
      "<article><h1>Fees</h1>" + kText + "<svg><path/></svg></article>");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const ReadAll all = read_text(whole.substr(0, size), "html");
    EXPECT_EQ(all.records.size() + all.errors.size(), 1U) << size;
  }
}

}  // namespace
}  // namespace morgue
