// SPDX-License-Identifier: GPL-3.0-or-later
// Batches are built while others are published, so a batch may be older than the generation it is
// compared with. Whatever their age: the last record of an id is live, once.
#include "indexer/write/replacements.h"

#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/document/document_builder.h"
#include "indexer/write/archive_writer.h"
#include "indexer/write/checker.h"
#include "indexer/write/segment_writer.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

/// A record of the one article of these tests.
struct Record {
  std::string body;
  std::uint64_t base = 0;  ///< the generation its batch was built against
  bool known = false;      ///< that generation held the same, so there is no document
};

class ReplacementsTest : public testing::Test {
 protected:
  ReplacementsTest() : writer_(ArchivePaths{folder_ / "a.morgue"}, {}) {}

  void accept(const Record& record) {
    Article article;
    article.id = "1";
    article.body = record.body;
    const std::string fields = encode_fields(article);
    BatchSegment batch;
    batch.articles.push_back({article.id, digest_of(fields), 0, false});
    if (!record.known) {
      const auto documents = writer_.segments().new_batch();
      batch.articles.back().document = documents->add(builder_.build(article, fields));
      documents->finish(batch);
      builder_.start_batch();
    }
    writer_.accept(std::move(batch), record.base, outcomes_);
    ++records_;
  }

  void publish() { writer_.publish({}); }

  /// The body of the article that is live.
  std::string live() {
    const ArchiveReader archive = *writer_.open_base();
    const CheckReport report = check_archive(archive, [](std::uint64_t) {});
    EXPECT_EQ(report.problems, std::vector<std::string>());
    EXPECT_EQ(report.articles, 1U);
    const auto place = archive.find("1");
    if (!place) return "none";
    const Xapian::Database& database = archive.segments()[place->segment].database;
    return decode_stored_article(database.get_document(place->document).get_data()).body;
  }

  std::uint64_t counted() const {
    return outcomes_.added + outcomes_.changed + outcomes_.unchanged + outcomes_.superseded;
  }

  test_support::TempDir folder_;
  ArchiveWriter writer_;
  NameFinder names_;
  DocumentBuilder builder_{BuildSettings(), names_};
  Outcomes outcomes_;
  std::uint64_t records_ = 0;
};

TEST_F(ReplacementsTest, KeepTheLastRecordHoweverOldItsBatchIs) {
  struct Case {
    std::vector<Record> records;  ///< after generation 1 held "a" and generation 2 holds "b"
    const char* live;
    const char* why;
  };
  const Case cases[] = {
      {{{"b", 2, true}}, "b", "nothing new"},
      {{{"a", 1, true}}, "a", "the old one comes back"},
      {{{"c", 1}, {"a", 1, true}}, "a", "after another that was not published"},
      {{{"a", 1, true}, {"c", 2}}, "c", "and is replaced in its turn"},
      {{{"a", 1, true}, {"b", 2, true}}, "b", "and back to what is published"},
      {{{"a", 1, true}, {"a", 2}}, "a", "and comes once more"},
      {{{"c", 2}, {"b", 2, true}}, "b", "there and back"},
  };
  accept({"a"});
  publish();
  accept({"b", 1});
  publish();
  for (const auto& [records, last, why] : cases) {
    SCOPED_TRACE(why);
    const std::uint64_t generation = writer_.manifest().generation;
    for (Record record : records) {
      record.base += generation - 2;
      accept(record);
    }
    publish();
    EXPECT_EQ(live(), last);
    EXPECT_EQ(counted(), records_) << "each record is counted once";
    // Back to generations that hold "a", then "b".
    for (const char* body : {"x", "a", "b"}) {
      accept({body, writer_.manifest().generation});
      publish();
    }
  }
}

}  // namespace
}  // namespace morgue
