// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/csv.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

struct Case {
  std::string bytes;
  std::string column;
  std::vector<std::string> values;
  std::vector<std::string> errors;
  const char* why;
};

const Case kCases[] = {
    {"title,text\na,b\n", "text", {"b"}, {}, "the first row names the columns"},
    {"title,text\r\na,b\r\n", "text", {"b"}, {}, "lines of Windows"},
    {"title,text\na,\"b\nc\"\nd,e\n", "text", {"b\nc", "e"}, {}, "a line break in quotes"},
    {"title,text\na,\"say \"\"b\"\"\"\n", "text", {"say \"b\""}, {}, "two quotes stand for one"},
    {"title,text\na,5\" wide\n", "text", {"5\" wide"}, {}, "a quote inside a cell is a character"},
    {"title;text\na;b, c\n", "text", {"b, c"}, {}, "semicolons"},
    {"title|text\na|b\n", "text", {"b"}, {}, "bars"},
    {"title\ttext\na\tb\n", "text", {"b"}, {}, "tabs"},
    {"title;text\na;'b;''c'''\nd;'e;f'\n", "text", {"b;'c'", "e;f"}, {}, "single quotes"},
    {"A B;'One; two.'\nC;'Three; four.'\n", "2", {"One; two.", "Three; four."}, {}, "no header"},
    {"nombre,dicho\nuno,Es tarde.\n", "dicho", {"Es tarde."}, {}, "unusual names read like names"},
    {"title,text\na,b\n\n,\nc,d", "text", {"b", "", "d"}, {}, "empty lines hold no row"},
    {"title,text\na,b\nc\nd,e,f\ng,h\n",
     "text",
     {"b", "h"},
     {"columns:3", "columns:4"},
     "a row with another number of columns"},
    {"title,text\na,b\nc,\"d\ne,f\n",
     "text",
     {"b", "f"},
     {"csv-quote:3"},
     "a quote never closed costs its own line"},
    {"title,text\na,\"b\n\nc\"\nd\n",
     "title",
     {"a"},
     {"columns:5"},
     "line breaks in quotes count as lines"},
    {"title,text\n", "title", {}, {}, "a header alone holds no record"},
};

TEST(Csv, Reads) {
  for (const auto& [bytes, column, values, errors, why] : kCases) {
    SCOPED_TRACE(why);
    const ReadAll all = read_text(bytes, "csv");
    EXPECT_EQ(all.values(column), values);
    EXPECT_EQ(all.error_codes(), errors);
  }
}

TEST(Csv, TakesAHeaderThatTheMapSpeaksOf) {
  const auto map = FieldMap::parse({"title=kop"});
  ReadOptions options{"", *map};
  EXPECT_THAT(read_text("kop,tekst\nuno,dos\n", "csv", options).values("kop"), ElementsAre("uno"));
  EXPECT_THAT(read_text("kop,tekst\nuno,dos\n", "csv").values("1"), ElementsAre("kop", "uno"))
      << "no name is known, and the second row reads like names as well";
}

TEST(Csv, PassesOverARowThatIsTooLong) {
  ReadOptions options;
  options.max_record_bytes = 20;
  const ReadAll all =
      read_text("title,text\na,\"" + std::string(50, 'x') + "\n\"\nc,d\n", "csv", options);
  EXPECT_THAT(all.error_codes(), ElementsAre("too-long:2"));
  EXPECT_THAT(all.values("title"), ElementsAre("c"));
}

TEST(Csv, KnowsTheLineOfEachRow) {
  const ReadAll all = read_text("title,text\na,\"1\n2\n3\"\nb,c\n", "csv");
  ASSERT_EQ(all.records.size(), 2U);
  EXPECT_EQ(all.records[0].at, (Location{"test", 2}));
  EXPECT_EQ(all.records[1].at, (Location{"test", 5}));
}

std::string write_cell(const std::string& cell, CsvDialect dialect) {
  std::string written(1, dialect.quote);
  for (const char byte : cell) written.append(byte == dialect.quote ? 2 : 1, byte);
  return written + dialect.quote;
}

// Whatever stands in quotes comes back, in any dialect, however the bytes arrive.
TEST(Csv, ReadsBackWhatWasWritten) {
  EXPECT_TRUE(rc::check([] {
    const auto cell =
        rc::gen::container<std::string>(rc::gen::element('a', '"', '\'', ',', ';', '\n', '\t'));
    const auto rows = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(3, cell)));
    const CsvDialect dialect{*rc::gen::element(',', ';', '\t'), *rc::gen::element('"', '\'')};
    for (const auto& row : rows) {
      std::string written;
      for (const std::string& value : row) {
        if (!written.empty()) written += dialect.delimiter;
        written += write_cell(value, dialect);
      }
      RC_ASSERT(split_csv_row(written, dialect) == row);
    }
  }));
}

TEST(Csv, CutsTheSameRowsForAnyReadSize) {
  EXPECT_TRUE(rc::check([] {
    const auto tail = *rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', '\r'));
    const std::string bytes = "title,text\nfirst,row\n" + tail;
    const auto step = *rc::gen::inRange<std::size_t>(1, 9);
    const ReadAll whole = read_text(bytes, "csv");
    const ReadAll pieces = read_text(bytes, "csv", {}, step);
    RC_ASSERT(pieces.values("text") == whole.values("text"));
    RC_ASSERT(pieces.error_codes() == whole.error_codes());
  }));
}

}  // namespace
}  // namespace morgue
