// SPDX-License-Identifier: GPL-3.0-or-later
// Both ways to write a segment give the same database: of made documents at the edges of the
// format, of random ones, of real articles.
#include "indexer/write/segment_writer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/document/occurrences.h"
#include "common/index/archive_reader.h"
#include "common/index/term.h"
#include "indexer/write/bulk/write_segment.h"
#include "tests/support/index_inputs.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using Numbers = std::vector<std::uint32_t>;

/// Everything the engine gives of a term, as numbers: its statistics, then each posting.
Numbers postings_of(const Xapian::Database& database, const std::string& term) {
  Numbers all{database.get_termfreq(term),
              static_cast<std::uint32_t>(database.get_collection_freq(term))};
  const auto end = database.postlist_end(term);
  for (auto it = database.postlist_begin(term); it != end; ++it) {
    all.insert(all.end(), {*it, it.get_wdf(), it.get_doclength()});
    const auto last = all.size();
    all.push_back(0);
    all.insert(all.end(), it.positionlist_begin(), it.positionlist_end());
    all[last] = static_cast<std::uint32_t>(all.size() - last - 1);
  }
  return all;
}

/// Compares two databases by everything that can be read of them; gives the number of postings.
std::uint64_t expect_same(const Xapian::Database& a, const Xapian::Database& b) {
  EXPECT_EQ(a.get_doccount(), b.get_doccount());
  EXPECT_EQ(a.get_lastdocid(), b.get_lastdocid());
  EXPECT_EQ(a.get_total_length(), b.get_total_length());
  EXPECT_EQ(a.get_doclength_lower_bound(), b.get_doclength_lower_bound());
  EXPECT_EQ(a.get_doclength_upper_bound(), b.get_doclength_upper_bound());
  EXPECT_EQ(a.get_wdf_upper_bound("the"), b.get_wdf_upper_bound("the"));
  const std::vector<std::string> terms(a.allterms_begin(), a.allterms_end());
  EXPECT_TRUE(terms == std::vector<std::string>(b.allterms_begin(), b.allterms_end()));
  std::uint64_t postings = 0;
  for (const std::string& term : terms) {
    const Numbers known = postings_of(a, term);
    EXPECT_TRUE(known == postings_of(b, term)) << term;
    postings += known.front();
    if (testing::Test::HasFailure()) return postings;
  }
  for (Xapian::valueno slot = 0; slot < 32; ++slot) {
    EXPECT_EQ(a.get_value_freq(slot), b.get_value_freq(slot)) << slot;
    EXPECT_EQ(a.get_value_lower_bound(slot), b.get_value_lower_bound(slot)) << slot;
    EXPECT_EQ(a.get_value_upper_bound(slot), b.get_value_upper_bound(slot)) << slot;
    auto there = b.valuestream_begin(slot);
    for (auto it = a.valuestream_begin(slot); it != a.valuestream_end(slot); ++it, ++there) {
      EXPECT_EQ(it.get_docid(), there.get_docid());
      EXPECT_EQ(*it, *there);
    }
  }
  for (Xapian::docid document = 1; document <= a.get_doccount(); ++document) {
    EXPECT_EQ(a.get_document(document).get_data(), b.get_document(document).get_data());
    if (testing::Test::HasFailure()) return postings;
  }
  const std::vector<std::string> stems(a.synonym_keys_begin(), a.synonym_keys_end());
  EXPECT_TRUE(stems == std::vector<std::string>(b.synonym_keys_begin(), b.synonym_keys_end()));
  for (const std::string& stem : stems) {
    EXPECT_TRUE(std::vector<std::string>(a.synonyms_begin(stem), a.synonyms_end(stem)) ==
                std::vector<std::string>(b.synonyms_begin(stem), b.synonyms_end(stem)))
        << stem;
  }
  return postings;
}

/// Adds the occurrences, values and data of document `number`.
using Make = std::function<void(std::uint32_t number, TermTable& terms, Occurrences& occurrences,
                                BuiltDocument& document)>;

void write(SegmentWriter& writer, std::uint32_t documents, std::uint32_t batch_size,
           const Make& make, const fs::path& target) {
  std::vector<BatchSegment> batches;
  TermTable terms;
  Occurrences occurrences;
  BuiltDocument document;
  document.terms = &terms;
  for (std::uint32_t number = 1; number <= documents;) {
    const auto batch = writer.new_batch();
    for (std::uint32_t i = 0; i < batch_size && number <= documents; ++i, ++number) {
      document.values.clear();
      document.data.clear();
      make(number, terms, occurrences, document);
      occurrences.group(document);
      EXPECT_EQ(batch->add(document), i + 1);
    }
    batch->finish(batches.emplace_back());
    terms.clear();
  }
  writer.write(batches, target);
}

/// Writes the same documents in both ways and compares.
void compare(std::uint32_t documents, std::uint32_t batch_size, const Make& make) {
  const test_support::TempDir folder;
  int made = 0;
  const auto engine =
      make_engine_writer([&] { return folder / ("batch" + std::to_string(++made)) / "xapian"; });
  write(*engine, documents, batch_size, make, folder / "engine");
  write(*make_bulk_writer(std::launch::async), documents, batch_size, make, folder / "bulk");
  const std::string bulk = (folder / "bulk").string();
  expect_same(Xapian::Database((folder / "engine").string()), Xapian::Database(bulk));
#if !defined(__SANITIZE_ADDRESS__)  // the engine's own check frees what it has not allocated so
  EXPECT_EQ(Xapian::Database::check(bulk, 0, nullptr), 0U);
#endif
}

struct Case {
  const char* name;
  std::uint32_t documents;
  std::uint32_t batch_size;
  Make make;
};

std::string letters(std::size_t count, char letter) { return std::string(count, letter); }

const Case kCases[] = {
    {"a document without anything", 1, 1, [](auto, auto&, auto&, auto&) {}},
    {"documents without terms beside those with some", 9, 2,
     [](auto number, auto& terms, auto& occurrences, auto&) {
       if (number % 3 == 0) occurrences.add(terms.number_of("word"), 1, 1);
     }},
    {"one term in all documents: many chunks", 30'000, 7'000,
     [](auto number, auto& terms, auto& occurrences, auto&) {
       occurrences.add(terms.number_of("all"), number, 1 + number % 300);
     }},
    {"numbers of documents of two bytes and of three in keys", 40'000, 20'000,
     [](auto number, auto& terms, auto& occurrences, auto& document) {
       occurrences.add(terms.number_of("the"), 1, 1);
       occurrences.add(terms.number_of("Q" + std::to_string(number)), kNoPosition, 0);
       document.data = std::to_string(number);
       document.values = {{Slot::Words, std::to_string(number % 97)}};
     }},
    {"terms of all lengths up to the longest, with NUL and with high bytes", 480, 100,
     [](auto number, auto& terms, auto& occurrences, auto&) {
       const std::size_t size = (number + 1) / 2;
       occurrences.add(terms.number_of(letters(size, 'x')), number, 1);
       occurrences.add(terms.number_of(letters(size, '\xff')), number, 1);
       if (size <= 120) occurrences.add(terms.number_of(letters(size, '\0')), number, 1);
       occurrences.add(terms.number_of("a" + std::string(number % 3, '\0') + "b"), number, 1);
     }},
    {"more than 64 thousand positions in a document", 2, 1,
     [](auto number, auto& terms, auto& occurrences, auto&) {
       for (std::uint32_t at = 1; at < 150'000; at += number) {
         occurrences.add(terms.number_of("the"), at, 1);
       }
       occurrences.add(terms.number_of("far"), 4'000'000'000U, 1);
     }},
    {"data of many sizes: blocks are filled to each byte", 9'000, 9'000,
     [](auto number, auto&, auto&, auto& document) {
       document.data = letters(number % 4'099, 'd');
     }},
    {"data of many blocks, not to be compressed", 3, 2,
     [](auto number, auto&, auto&, auto& document) {
       std::mt19937 random(number);
       document.data.resize(300'000 * number);
       for (char& c : document.data) c = static_cast<char>(random());
     }},
    {"values: none, equal, long, in one document only", 500, 60,
     [](auto number, auto&, auto&, auto& document) {
       document.values = {{Slot::Source, "same"}};
       if (number % 7 == 0) document.values.push_back({Slot::Person, letters(number * 9, 'v')});
       if (number == 77) document.values.push_back({Slot::Extra, std::string("\0x", 2)});
     }},
    {"stems: shared, of two languages, of the same form in both", 40, 9,
     [](auto number, auto& terms, auto& occurrences, auto&) {
       for (const char* word : {"ships", "shipping", "ship", "naves", "nave", "casas"}) {
         const TermNumber term = terms.number_of(word);
         terms.add_languages(term, stemmed_language(number % 2 == 0 ? "en" : "es"));
         occurrences.add(term, number, 1);
       }
     }},
};

TEST(SegmentWriters, WriteTheSameAtTheEdgesOfTheFormat) {
  for (const Case& one : kCases) {
    SCOPED_TRACE(one.name);
    compare(one.documents, one.batch_size, one.make);
  }
}

std::uint32_t below(std::mt19937& random, std::uint32_t end) {
  return static_cast<std::uint32_t>(random() % end);
}

TEST(SegmentWriters, WriteTheSameOfRandomDocuments) {
  constexpr unsigned kRounds = 12;
  for (unsigned seed = 1; seed <= kRounds; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 sizes(seed);
    const std::uint32_t documents = 1 + below(sizes, 400);
    const std::uint32_t batch_size = 1 + below(sizes, 200);
    const std::uint32_t words = 1 + below(sizes, 3'000);
    compare(documents, batch_size,
            [&](auto number, TermTable& terms, Occurrences& occurrences, BuiltDocument& document) {
              std::mt19937 random(seed * 1'000'003U + number);
              const std::uint32_t count = below(random, 600);
              for (std::uint32_t i = 0; i < count; ++i) {
                // Squared, so that some words are common and most are rare.
                const auto draw = below(random, 1'000'000) / 1e6;
                const auto word = static_cast<std::uint32_t>(draw * draw * words);
                const std::uint32_t position =
                    below(random, 5) == 0 ? kNoPosition : below(random, 9'000) + 1;
                occurrences.add(terms.number_of("w" + std::to_string(word)), position,
                                below(random, 4));
              }
              document.data = letters(below(random, 900), static_cast<char>('a' + number % 26));
              for (const Slot slot : {Slot::FirstDay, Slot::Digest, Slot::Place}) {
                if (below(random, 3) == 0) continue;
                document.values.push_back({slot, std::to_string(below(random, 10'000))});
              }
            });
  }
}

/// An archive of real articles, compacted into one segment.
Xapian::Database archive_by(const char* writer, const fs::path& archive, const fs::path& input) {
  AddOptions options;
  options.writer = writer;
  options.entities.mode = "metadata";
  options.lang = "en";
  test_support::index_inputs(archive, {input}, options);
  Xapian::Database all;
  const auto reader = ArchiveReader::open(ArchivePaths{archive.string()});
  for (const OpenSegment& segment : reader.segments()) all.add_database(segment.database);
  return all;
}

TEST(SegmentWriters, WriteTheSameOfRealArticles) {
  const auto input = test_support::shared_data("search/reuters21578/reut2-000.sgm.zst");
  if (!input) GTEST_SKIP() << "no ../shared/data";
  const test_support::TempDir folder;
  const Xapian::Database engine = archive_by("xapian", folder / "engine.morgue", *input);
  const Xapian::Database bulk = archive_by("bulk", folder / "bulk.morgue", *input);
  EXPECT_GT(expect_same(engine, bulk), 100'000U);
}

TEST(BulkWriter, IsTriedOnTheEngineThatIsInstalled) {
  const test_support::TempDir folder;
  EXPECT_TRUE(engine_reads_segments(folder / "scratch"));
  EXPECT_FALSE(fs::exists(folder / "scratch" / "trial")) << "nothing is left of it";
}

}  // namespace
}  // namespace morgue
