// SPDX-License-Identifier: GPL-3.0-or-later
// A review list keeps what people wrote into it, and texts are matched with saved queries.
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include <gmock/gmock.h>

#include "query/render/csv_table.h"
#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ReviewTest : public Programs {
 protected:
  void add(const std::string& lines) {
    folder.write("new.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "news.morgue", "new.jsonl", "--copies", "off"}).exit_code, 0);
  }

  static std::string gull(const std::string& id, const std::string& date) {
    return article(id)
        .on(date)
        .title("Gulls \"seen\", again, at " + id)
        .body("Gulls.")
        .source("Gull Daily")
        .json_line();
  }

  Outcome review(const std::string& text) const {
    return query({"review", text, "-o", "case.csv"});
  }

  CsvTable list() const {
    std::ifstream in(folder / "case.csv", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    auto table = read_csv(text.str());
    EXPECT_TRUE(table);
    return *table;
  }

  void change(const std::function<void(CsvTable&)>& edit) const {
    CsvTable table = list();
    edit(table);
    folder.write("case.csv", write_csv(table));
  }

  std::string python(const std::string& script) const {
    folder.write("s.py", script);
    Invocation call;
    call.argv = {"python3", "s.py"};
    call.directory = folder.path();
    const Outcome read = run_program(call);
    EXPECT_EQ(read.exit_code, 0) << read.err;
    return read.out;
  }
};

TEST_F(ReviewTest, KeepsMarksAndAddsAtTheEnd) {
  add(gull("b", "2024-02-01") + gull("a", "2024-03-01"));
  EXPECT_EQ(review("gulls").out, "case.csv: 2 articles, 2 new, 0 seen, 0 found no more\n");
  CsvTable first = list();
  EXPECT_EQ(first.columns,
            (std::vector<std::string>{"seen", "date", "source", "title", "id", "url", "found"}));
  // Marks, a column of one's own, another order.
  change([](CsvTable& table) {
    const std::size_t mine = table.find_or_add("my notes");
    table.rows[0][0] = "x";
    table.rows[1][mine] = "ask \"Ann\",\nthen Bob";
    std::swap(table.rows[0], table.rows[1]);
  });
  add(gull("c", "2024-01-01"));  // older than both, and yet it comes last
  EXPECT_EQ(review("gulls").out, "case.csv: 3 articles, 1 new, 1 seen, 0 found no more\n");
  const CsvTable then = list();
  ASSERT_EQ(then.rows.size(), 3U);
  const std::size_t id = *then.find("id");
  const std::size_t mine = *then.find("my notes");
  EXPECT_EQ(then.rows[0][id], "a");
  EXPECT_EQ(then.rows[0][mine], "ask \"Ann\",\nthen Bob");
  EXPECT_EQ(then.rows[1][id], "b");
  EXPECT_EQ(then.rows[1][0], "x");
  EXPECT_EQ(then.rows[2][id], "c");
  const std::string before = write_csv(then);
  EXPECT_EQ(review("gulls").exit_code, 0);
  EXPECT_EQ(write_csv(list()), before) << "nothing new, nothing changed";
}

TEST_F(ReviewTest, SaysWhatIsGone) {
  add(gull("a", "2024-01-01") + gull("b", "2024-01-02") + gull("c", "2024-01-03"));
  review("gulls");
  change([](CsvTable& table) { table.rows[1][0] = "seen by Ann"; });
  ASSERT_EQ(index({"remove", "news.morgue", "b"}).exit_code, 0);
  EXPECT_THAT(review("gulls -id:c").out, HasSubstr("3 articles, 0 new, 1 seen, 2 found no more"));
  const CsvTable table = list();
  const std::size_t found = *table.find("found");
  EXPECT_EQ(table.rows[0][found], "");
  EXPECT_EQ(table.rows[1][found], "gone");
  EXPECT_EQ(table.rows[1][0], "seen by Ann");
  EXPECT_EQ(table.rows[2][found], "no match");
  review("gulls");
  EXPECT_EQ(list().rows[2][found], "") << "found again";
}

TEST_F(ReviewTest, IsReadAndWrittenByPython) {
  add(gull("a", "2024-01-01") + gull("b", "2024-01-02"));
  review("gulls");
  EXPECT_EQ(python("import csv\n"
                   "rows = list(csv.DictReader(open('case.csv', newline='', encoding='utf-8')))\n"
                   "print(len(rows), rows[0]['id'], rows[0]['title'])\n"
                   "rows[0]['seen'] = '2024-05-01'\n"
                   "with open('case.csv', 'w', newline='', encoding='utf-8') as out:\n"
                   "    writer = csv.DictWriter(out, rows[0].keys())\n"
                   "    writer.writeheader()\n"
                   "    writer.writerows(rows)\n"),
            "2 a Gulls \"seen\", again, at a\n");
  EXPECT_THAT(review("gulls").out, HasSubstr("2 articles, 0 new, 1 seen"));
}

TEST_F(ReviewTest, RefusesWhatIsNoList) {
  add(gull("a", "2024-01-01"));
  EXPECT_EQ(query({"review", "gulls"}).exit_code, 2);
  folder.write("case.csv", "name,age\nAnn,5\n");
  EXPECT_THAT(review("gulls").err, HasSubstr("it has no column \"id\""));
  folder.write("case.csv", "id,seen\n\"a,x\n");
  EXPECT_THAT(review("gulls").err, HasSubstr("line 2: a quote is never closed"));
  EXPECT_EQ(review("(gulls").exit_code, 2);
  EXPECT_EQ(python("print(open('case.csv').read(), end='')"), "id,seen\n\"a,x\n") << "as it was";
}

TEST_F(ReviewTest, ReadsWhatSpreadsheetsWrite) {
  add(gull("a", "2024-01-01") + gull("b", "2024-01-02"));
  folder.write("case.csv", "\xEF\xBB\xBFid;seen;mine\r\na;ja;\"eins; zwei\"\r\n");
  EXPECT_THAT(review("gulls").out, HasSubstr("2 articles, 1 new, 1 seen"));
  const CsvTable table = list();
  EXPECT_EQ(table.rows[0][*table.find("mine")], "eins; zwei");
  EXPECT_EQ(table.rows[1][*table.find("id")], "b");
}

TEST_F(ReviewTest, PercolateTellsWhichQueriesATextMatches) {
  add(article("a").body("Ann Roe feeds gulls.").person("Ann Roe").lang("en").json_line());
  ASSERT_EQ(query({"save", "birds", "gull* OR tern*"}).exit_code, 0);
  ASSERT_EQ(query({"save", "roe", "person:Roe W/5 feeding"}).exit_code, 0);
  ASSERT_EQ(query({"save", "ships", "title:ship"}).exit_code, 0);
  folder.write("draft.txt", "A tern\n\nThe tern that Ann Roe fed flew off.\n");
  const Outcome text = query({"percolate", "draft.txt"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, AllOf(HasSubstr("birds"), HasSubstr("Ann Roe"), Not(HasSubstr("ships"))));

  const std::string lines =
      "{\"id\":\"one\",\"title\":\"Ships\",\"body\":\"Ann Roe is feeding them.\",\"lang\":\"en\"}\n"
      "{\"text\":\"Nothing.\"}\n";
  std::istringstream out(query({"percolate", "--jsonl"}, lines).out);
  std::vector<std::string> found;
  for (std::string line; std::getline(out, line);) {
    const json row = json::parse(line);
    found.push_back(row["text"].get<std::string>() + " " + row["kind"].get<std::string>() + " " +
                    row["name"].get<std::string>());
  }
  EXPECT_THAT(found,
              testing::ElementsAre("one query roe", "one query ships", "one person Ann Roe"));
  EXPECT_EQ(query({"percolate"}, "Nothing at all.").exit_code, 1);
  EXPECT_EQ(query({"percolate", "no-such-file"}).exit_code, 2);
  EXPECT_EQ(query({"percolate"}, "{\"id\":\n").exit_code, 2);
}

}  // namespace
}  // namespace morgue::test_support
