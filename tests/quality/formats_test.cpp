// SPDX-License-Identifier: GPL-3.0-or-later
// Real files of every format: each gives articles or a reject that says why.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/input/open_input.h"
#include "indexer/normalize/normalize.h"
#include "tests/support/golden.h"
#include "tests/support/shared_data.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

struct Row {
  int files = 0, articles = 0, rejects = 0;
  int title = 0, date = 0, body = 0, byline = 0, source = 0;
  std::map<std::string, int> codes;
};

void read(const fs::path& file, const Normalizer& normalizer, Row& row) {
  ++row.files;
  const auto reject = [&](const RecordError& error) {
    ++row.rejects;
    ++row.codes[error.error.code];
  };
  const auto reader = open_input({file.string(), 0, 0}, {});
  while (auto chunk = reader->next()) {
    if (!*chunk) {
      reject(chunk->error());
      continue;
    }
    const auto record = (*chunk)->parser->parse(**chunk);
    if (!record) {
      reject(record.error());
      continue;
    }
    const auto read = normalizer.normalize(*record);
    if (!read) {
      reject(read.error());
      continue;
    }
    const Article& article = read->article;
    ++row.articles;
    row.title += article.title.empty() ? 0 : 1;
    row.date += article.date.known() ? 1 : 0;
    row.body += article.body.empty() ? 0 : 1;
    row.byline += article.byline.empty() ? 0 : 1;
    row.source += article.source.empty() ? 0 : 1;
  }
}

std::string line_of(const std::string& name, const Row& row) {
  char line[200];
  std::snprintf(line, sizeof line, "%-32s %5d %8d %7d %5d %5d %5d %6d %6d ", name.c_str(),
                row.files, row.articles, row.rejects, row.title, row.date, row.body, row.byline,
                row.source);
  std::string text = line;
  for (const auto& [code, count] : row.codes) text += " " + code + ":" + std::to_string(count);
  return text + "\n";
}

/// By kind of file, so that what a reader is for is seen beside what it meets.
std::string kind_of(const std::string& folder, const fs::path& file) {
  return folder + " " + file.extension().string();
}

TEST(Formats, GiveArticlesOrNamedRejects) {
  const std::vector<std::string> folders{
      "fmt-feedjira", "fmt-feedparser", "fmt-feedparser-encodings", "fmt-newsml-g2",
      "fmt-ninjs",    "fmt-superdesk",  "fmt-superdesk-cp",         "warc"};
  const Normalizer normalizer(FieldMap{}, PartialDate{});
  std::map<std::string, Row> rows;
  for (const std::string& folder : folders) {
    const auto path = test_support::shared_data("formats/" + folder);
    if (!path) GTEST_SKIP() << "no data/formats/" << folder;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(*path)) {
      const std::string end = entry.path().extension().string();
      const bool is_one = end == ".xml" || end == ".json" || end == ".txt" || folder == "warc";
      if (entry.is_regular_file() && is_one) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) read(file, normalizer, rows[kind_of(folder, file)]);
  }
  std::string table =
      "of what                          files articles rejects title  date  body byline source  "
      "why rejected\n";
  for (const auto& [name, row] : rows) table += line_of(name, row);
  EXPECT_TRUE(test_support::matches_golden("formats.txt", table)) << table;
}

}  // namespace
}  // namespace morgue
