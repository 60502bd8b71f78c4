// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers make of files, as JSON Lines.
#include <gmock/gmock.h>

#include "tests/cli/programs.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* kPage =
    R"(<!DOCTYPE html><html lang="en"><head><title>Fees rise - The Ledger</title>
<meta property="og:site_name" content="The Ledger">
<meta property="article:published_time" content="2024-03-05T09:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Fees rise</h1>
<p>The harbour board of Ostermere voted on Tuesday to raise its fees by a tenth, the first rise in nine years.</p>
<p>Fishermen protested outside the hall; the board said that dredging had cost twice what was planned.</p>
</article></body></html>)";

class ConvertTest : public Programs {};

TEST_F(ConvertTest, AFileBecomesItsArticles) {
  folder.write("page.html", kPage);
  const Outcome outcome = index({"convert", "page.html", "--jsonl"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const json article = json::parse(outcome.out);
  EXPECT_EQ(article["title"], "Fees rise");
  EXPECT_EQ(article["date"], "2024-03-05");
  EXPECT_EQ(article["date_source"], "metadata");
  EXPECT_EQ(article["source"], "The Ledger");
  EXPECT_THAT(std::string(article["body"]), HasSubstr("Fishermen protested"));
  EXPECT_EQ(std::string(article["body"]).find("Home"), std::string::npos);
}

TEST_F(ConvertTest, WhatIsConvertedIsWhatIsIndexed) {
  folder.write("page.html", kPage);
  folder.write("lines.jsonl", index({"convert", "page.html", "--jsonl"}).out);
  ASSERT_EQ(index({"add", "news.morgue", "page.html"}).exit_code, 0);
  ASSERT_EQ(index({"add", "other.morgue", "lines.jsonl"}).exit_code, 0);
  const auto shown = [&](const char* archive) {
    const Outcome ids = query({"-a", archive, "search", "harbour", "--ids"});
    const std::string id = ids.out.substr(0, ids.out.find('\n'));
    return json::parse(query({"-a", archive, "show", id, "--json"}).out);
  };
  for (const char* field : {"id", "title", "body", "date", "source", "lang"}) {
    EXPECT_EQ(shown("news.morgue")[field], shown("other.morgue")[field]) << field;
  }
}

TEST_F(ConvertTest, WhatIsNoArticleIsNamedAndTheRestComesOut) {
  folder.write("in/empty.html", "<!DOCTYPE html><html><body><h1>404</h1></body></html>");
  folder.write("in/page.html", kPage);
  const Outcome outcome = index({"convert", "in", "--jsonl"});
  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("no-article"));
  EXPECT_THAT(outcome.err, HasSubstr("empty.html"));
  EXPECT_THAT(outcome.out, HasSubstr("Fees rise"));
}

}  // namespace
}  // namespace morgue::test_support
