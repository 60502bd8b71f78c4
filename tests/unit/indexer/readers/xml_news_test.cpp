// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml_news.h"

#include <string>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

const std::string kRss = R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Ledger</title><language>en-gb</language>
<item><title>Fees &amp;amp; tolls rise</title><link>https://ledger.example/fees</link>
<guid isPermaLink="false">ledger-1</guid><pubDate>Tue, 05 Mar 2024 09:00:00 GMT</pubDate>
<dc:creator>Ana Ruiz</dc:creator><category>Harbour</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>The board voted.</p><figure><figcaption>The hall</figcaption></figure><p>Fishermen protested.</p>]]></content:encoded>
</item>
<item><title>Second</title><author>desk@ledger.example (Bo Lund)</author>
<description>&lt;p&gt;Only this &lt;b&gt;much&lt;/b&gt;.&lt;/p&gt;</description></item>
</channel></rss>)";

const std::string kAtom = R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
<title>Gaceta</title><author><name>Redacci)"
                          "\u00F3"
                          R"(n</name></author>
<entry><id>tag:1</id><title type="html">Suben las &lt;b&gt;tasas&lt;/b&gt;</title>
<link rel="self" href="https://g.example/1.atom"/><link rel="alternate" href="https://g.example/1"/>
<published>2024-03-05T09:00:00Z</published><updated>2024-03-09T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>La junta</p><p>vot)"
                          "\u00F3"
                          R"(.</p></div></content>
</entry></feed>)";

const std::string kRdf =
    R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Ledger</title></channel>
<item rdf:about="https://ledger.example/fees"><title>Fees rise</title><dc:date>2024-03-05</dc:date>
<description>The board voted.</description></item></rdf:RDF>)";

const std::string kWordPress =
    R"(<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel><title>Blog</title>
<item><title>Post</title><content:encoded>One.

Two.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
<item><title>Picture</title><wp:post_type>attachment</wp:post_type></item>
<item><title>Draft</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
</channel></rss>)";

const std::string kNitfText =
    R"(<nitf><head><title>head title</title><docdata><doc-id id-string="n1"/>
<date.issue norm="20240305T090000Z"/><key-list><keyword key="FEES"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Fees rise</hl1></hedline>
<byline>By <person>Ana Ruiz</person>, <byttl>Staff</byttl></byline><distributor>Corvane</distributor>
<dateline><location>Ostermere</location></dateline></body.head>
<body.content><media><media-caption>The hall</media-caption></media><p>The board <em>voted</em>.</p><hl2>Protest</hl2><p>Fishermen came.</p></body.content></body></nitf>)";

const std::string kG2 = R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:1" xml:lang="en"><itemMeta><provider><name>Corvane</name></provider><versionCreated>2024-03-09T09:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2024-03-05T09:00:00Z</contentCreated><headline>Fees rise</headline><by>Ana Ruiz</by>
<subject qcode="x"><name>harbours</name></subject></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>The board voted.</p><p>Fishermen came.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><contentMeta/></newsItem>
</itemSet></newsMessage>)";

const std::string kNewsMl1 =
    R"(<?xml version="1.0" encoding="iso-8859-1"?>
<NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:n</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20240305T090000Z</FirstCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Fees rise</HeadLine><ByLine>Ana Ruiz</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="CRV"/></Provider></AdministrativeMetadata>
<NewsComponent><ContentItem><DataContent><p>Short.</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem><DataContent><p>The board of Pe)"
    "\xF1"
    R"(a voted.</p><p>Fishermen came.</p></DataContent></ContentItem></NewsComponent>
</NewsComponent></NewsItem></NewsML>)";

/// The agency's own lines stand before those of the text.
const std::string kNewsMlOfLanguages =
    R"(<NewsML Version="1.2"><NewsItem><NewsComponent><NewsLines><CopyrightLine>(c) CRV</CopyrightLine></NewsLines>
<NewsComponent><NewsLines><HeadLine>Suben las tasas</HeadLine><ByLine>Ana Ruiz</ByLine></NewsLines>
<NewsComponent><ContentItem><DataContent><p>La junta.</p></DataContent></ContentItem></NewsComponent></NewsComponent>
<NewsComponent><NewsLines><HeadLine>Fees rise</HeadLine></NewsLines></NewsComponent></NewsComponent></NewsItem></NewsML>)";

const std::string kNitfTable =
    R"(<nitf><body><body.head><hedline><hl1>Fees</hl1></hedline></body.head><body.content><block><hl2>By port</hl2></block>
<table><tbody><tr><th>Ostermere</th><td>12</td></tr><tr><th>Corvane</th><td>7</td></tr></tbody></table></body.content></body></nitf>)";

const std::string kWrappedNitf =
    R"(<?xml version="1.0"?><contentSet><inlineXML><nitf><body><body.head><hedline><hl1>Fees rise</hl1></hedline></body.head>
<body.content><p>The board voted.</p></body.content></body></nitf></inlineXML></contentSet>)";

struct Case {
  const char* why;
  const std::string* document;
  const char* field;
  std::vector<std::string> values;  // of each record
};

const Case kCases[] = {
    {"entities within entities, as feeds have them",
     &kRss,
     "title",
     {"Fees & tolls rise", "Second"}},
    {"the whole text goes before the short one",
     &kRss,
     "body",
     {"The board voted.\n\nFishermen protested.", "Only this much."}},
    {"a name behind an address", &kRss, "byline", {"Ana Ruiz", "Bo Lund"}},
    {"", &kRss, "id", {"ledger-1", "-"}},
    {"", &kRss, "date", {"Tue, 05 Mar 2024 09:00:00 GMT", "-"}},
    {"of the channel", &kRss, "source", {"The Ledger", "The Ledger"}},
    {"of the channel", &kRss, "lang", {"en-gb", "en-gb"}},
    {"", &kRss, "url", {"https://ledger.example/fees", "-"}},
    {"markup in a title", &kAtom, "title", {"Suben las tasas"}},
    {"published, not updated", &kAtom, "date", {"2024-03-05T09:00:00Z"}},
    {"the page, not the feed", &kAtom, "url", {"https://g.example/1"}},
    {"of the feed when the entry has none", &kAtom, "byline", {"Redacci\u00F3n"}},
    {"XHTML within", &kAtom, "body", {"La junta\n\nvot\u00F3."}},
    {"RSS 1.0", &kRdf, "url", {"https://ledger.example/fees"}},
    {"RSS 1.0", &kRdf, "date", {"2024-03-05"}},
    {"pages and drafts of a blog are no articles", &kWordPress, "title", {"Post"}},
    {"a headline", &kNitfText, "title", {"Fees rise"}},
    {"no captions", &kNitfText, "body", {"The board voted.\n\nProtest\n\nFishermen came."}},
    {"without what the author is", &kNitfText, "byline", {"Ana Ruiz"}},
    {"", &kNitfText, "source", {"Corvane"}},
    {"", &kNitfText, "dateline", {"Ostermere"}},
    {"", &kNitfText, "date", {"20240305T090000Z"}},
    {"an item without title and text is none", &kG2, "id", {"urn:1"}},
    {"created, not versioned", &kG2, "date", {"2024-03-05T09:00:00Z"}},
    {"", &kG2, "body", {"The board voted.\n\nFishermen came."}},
    {"", &kG2, "source", {"Corvane"}},
    {"", &kG2, "subjects", {"harbours"}},
    {"the longest text, in its character set",
     &kNewsMl1,
     "body",
     {"The board of Pe\u00F1a voted.\n\nFishermen came."}},
    {"the first that is one", &kNewsMlOfLanguages, "title", {"Suben las tasas"}},
    {"of the same lines", &kNewsMlOfLanguages, "byline", {"Ana Ruiz"}},
    {"words of cells stay apart",
     &kNitfTable,
     "body",
     {"By port\n\nOstermere\n\n12\n\nCorvane\n\n7"}},
    {"an article in an unknown wrapping", &kWrappedNitf, "title", {"Fees rise"}},
    {"", &kWrappedNitf, "body", {"The board voted."}},
    {"", &kNewsMl1, "byline", {"Ana Ruiz"}},
    {"", &kNewsMl1, "source", {"CRV"}},
};

TEST(XmlNews, ReadsWhatEachKindStates) {
  for (const Case& one : kCases) {
    EXPECT_TRUE(XmlNewsReader::looks_like(*one.document));
    EXPECT_EQ(read_text(*one.document, "xml").values(one.field), one.values)
        << one.field << ": " << one.why;
  }
}

TEST(XmlNews, NamesWhatIsNoArticle) {
  EXPECT_THAT(read_text(kG2, "xml").error_codes(), ElementsAre("no-text:6"));
  EXPECT_THAT(read_text("<?xml version=\"1.0\"?><svg/>", "xml").error_codes(),
              ElementsAre("no-article:1"));
  EXPECT_THAT(read_text("<rss><channel><title>t</title></channel></rss>", "xml").error_codes(),
              ElementsAre("no-article:1"));
  EXPECT_THAT(read_text("<packageItem/>", "xml").error_codes(), ElementsAre("no-article:1"));
}

TEST(XmlNews, KeepsWhatStandsBeforeABreak) {
  const std::string cut = kRss.substr(0, kRss.find("<description>&lt;"));
  const ReadAll all = read_text(cut, "xml");
  EXPECT_EQ(all.records.size(), 2U);
  ASSERT_EQ(all.errors.size(), 1U);
  EXPECT_EQ(all.errors[0].error.code, "broken-xml");
}

TEST(XmlNews, NeverResolvesEntities) {
  const std::string bomb =
      R"(<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>x &b; &f; y</title></item></channel></rss>)";
  const ReadAll all = read_text(bomb, "xml");
  ASSERT_EQ(all.records.size(), 1U);
  EXPECT_EQ(all.values("title"), std::vector<std::string>{"x &b; &f; y"});
}

TEST(XmlNews, DoesNotMindDepth) {
  std::string deep = "<rss><channel><item><title>t</title>";
  for (int i = 0; i < 200'000; ++i) deep += "<x>";
  EXPECT_EQ(read_text(deep, "xml").values("title"), std::vector<std::string>{"t"});
}

TEST(XmlNewsLaw, NoCutOfADocumentBreaksTheReader) {
  for (const std::string* whole : {&kRss, &kAtom, &kNitfText, &kG2, &kNewsMl1}) {
    for (std::size_t size = 0; size < whole->size(); size += 3) {
      const ReadAll all = read_text(whole->substr(0, size), "xml");
      EXPECT_EQ(all.errors.empty(), false) << size;
    }
  }
}

TEST(XmlNews, IsToldByItsRoot) {
  for (const char* head :
       {"<rss>", "<!-- x --><?xml-stylesheet?>\n<feed xmlns='a'>", "<?xml version='1.0'?><svg>",
        "<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>", "<a:RDF>",
        "<!DOCTYPE a [<!ENTITY b \"c>\">]><rss>"}) {
    EXPECT_TRUE(XmlNewsReader::looks_like(head)) << head;
  }
  for (const char* head : {"<html>", "<?xml version='1.0'?><!DOCTYPE html><html>", "<p>", "rss",
                           "{}", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS>", ""}) {
    EXPECT_FALSE(XmlNewsReader::looks_like(head)) << head;
  }
}

}  // namespace
}  // namespace morgue
