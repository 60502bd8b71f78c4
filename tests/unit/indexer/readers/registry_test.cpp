// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/registry.h"

#include <string>

#include <gtest/gtest.h>

namespace morgue {
namespace {

struct Case {
  const char* file;
  std::string head;
  const char* format;  ///< or the code of the Error
  const char* why;
};

const Case kCases[] = {
    {"x", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "jsonl", "an object a line"},
    {"x", "{\"title\":\"a\"}", "jsonl", "a single line"},
    {"x.json", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "jsonl", "content goes before the name"},
    {"x", "{\"title\":\"a\n{\"title\":\"b\"}\n", "jsonl", "a first line that is cut off"},
    {"x", "{\"title\":\"a\"\n{\"title\":\"b\"}\n", "jsonl", "or lacks a bracket"},
    {"x", "{\"title\":\"a\",\"who\":[{\"n\":1}]}\n", "jsonl", "objects in an article"},
    {"x", "{\n  \"title\": \"a\"\n}\n", "json", "an object over lines"},
    {"x", " [\n{\"title\":\"a\"}]", "json", "an array"},
    {"x", "{\"status\":1,\"articles\":[{\"title\":\"a\"}]}", "json", "a wrapper on one line"},
    {"x", "<!DOCTYPE lewis SYSTEM>\n<REUTERS NEWID=\"1\">", "reuters", "the collection's SGML"},
    {"x", "title,text\na,b\n", "csv", "a header with a title and a text"},
    {"x", "headline;body\na;b\n", "csv", "with semicolons"},
    {"x", "category\theadline\ttext\na\tb\tc\n", "tsv", "with tabs"},
    {"x.csv.zst", "a,b\nc,d\n", "csv", "only the name tells"},
    {"x.TSV", "a\tb\nc\td\n", "tsv", "in any case"},
    {"x.jsonl", "not JSON at all", "jsonl", "a broken file is read as what it should be"},
    {"x.txt", "Yesterday, the minister said, all was well.\n", "text", "prose"},
    {"x.txt", "[Photo] A caption\n", "text", "a bracket is no array"},
    {"x.txt", "{curly} words\n", "text", "nor an object"},
    {"letter", "Dear editor,\n\nno title, no text.\n", "text", "text without a name"},
    {"x.bin",
     std::string("\x7f"
                 "ELF\0\0\0\0\x01\x02",
                 10),
     "unknown-format", "no text"},
    {"x.txt", std::string("\xff\xfeH\0i\0", 6), "unknown-format", "UTF-16"},
};

TEST(Registry, TellsTheFormat) {
  for (const auto& [file, head, format, why] : kCases) {
    SCOPED_TRACE(why);
    const auto chosen = choose_format(file, head, {});
    EXPECT_EQ(chosen ? (*chosen)->name : chosen.error().code, format);
  }
}

TEST(Registry, TakesTheFormatThatIsNamed) {
  for (const Format& format : formats()) {
    const auto chosen = choose_format("x", "{}", {std::string(format.name), {}});
    ASSERT_TRUE(chosen);
    EXPECT_EQ((*chosen)->name, format.name);
  }
  const auto chosen = choose_format("x", "{}", {"xls", {}});
  ASSERT_FALSE(chosen);
  EXPECT_EQ(
      chosen.error().message,
      "no format is called xls; choose from reuters, trec, pdf, office, warc, iptc7901, nexis, "
      "factiva, mail, markdown, xml, html, json, jsonl, tsv, csv, text");
}

}  // namespace
}  // namespace morgue
