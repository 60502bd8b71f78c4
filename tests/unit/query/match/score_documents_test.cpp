// SPDX-License-Identifier: GPL-3.0-or-later
// Scores made of postings and columns are those of the engine.
#include "query/match/score_documents.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using Random = std::mt19937;
using Xapian::Query;

constexpr double kK1 = 1.6;
constexpr double kB = 0.75;
constexpr std::size_t kTerms = 10;
constexpr Xapian::docid kDocuments = 300;

std::string term(std::size_t number) { return std::string(1, static_cast<char>('a' + number)); }

using Terms = std::set<std::string>;

/// Documents of words that are the rarer the later they are in the alphabet; some are of none.
Xapian::Database random_database(Random& random, const std::string& folder,
                                 std::vector<Terms>& terms) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  for (Xapian::docid i = 0; i < kDocuments; ++i) {
    Xapian::Document document;
    terms.emplace_back();
    for (std::size_t number = 0; number < kTerms; ++number) {
      if (random() % (number + 1) != 0) continue;
      document.add_term(term(number), static_cast<Xapian::termcount>(random() % 6));
      terms.back().insert(term(number));
    }
    database.add_document(document);
  }
  database.commit();
  return Xapian::Database(folder);
}

Query random_term(Random& random) { return Query(term(random() % kTerms)); }

constexpr int kDepth = 3;

/// What raises scores alone stands at the top, as in queries of ours: inside of what AND_NOT takes
/// away the engine (1.4.22) finds documents that the query does not.
Query random_query(Random& random, int depth) {
  const auto part = [&] {
    return depth == 0 ? random_term(random) : random_query(random, depth - 1);
  };
  switch (random() % (depth == kDepth ? 8 : 7)) {
    case 0:
      return {Query::OP_AND, part(), part()};
    case 1:
      return {Query::OP_OR, part(), part()};
    case 2:
      return {Query::OP_FILTER, part(), part()};
    case 3:
      return {Query::OP_AND_NOT, part(), part()};
    case 4:
      return {Query::OP_SCALE_WEIGHT, part(), 0.0};
    case 5: {
      const std::string terms[] = {term(random() % 3), term(3 + random() % 3),
                                   term(6 + random() % 4)};
      return {Query::OP_SYNONYM, std::begin(terms), std::end(terms)};
    }
    case 6:
      return random_term(random);
    default:
      return {Query::OP_AND_MAYBE, part(), part()};
  }
}

/// Whether a query finds a document of these terms, by what its operators mean.
bool finds(const Query& query, const Terms& terms) {
  const auto part = [&](std::size_t i) { return finds(query.get_subquery(i), terms); };
  bool any = false;
  bool all = true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    any = any || part(i);
    all = all && part(i);
  }
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return terms.count(*query.get_terms_begin()) > 0;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
      return any;
    case Query::OP_AND:
    case Query::OP_FILTER:
      return all;
    case Query::OP_AND_NOT:
      for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
        if (part(i)) return false;
      }
      return part(0);
    default:  // AND_MAYBE, scaled
      return part(0);
  }
}

std::map<Xapian::docid, double> by_engine(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, 0));
  enquire.set_query(query);
  std::map<Xapian::docid, double> scores;
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
  for (auto it = found.begin(); it != found.end(); ++it) scores[*it] = it.get_weight();
  return scores;
}

class ScoreDocumentsLaw : public testing::TestWithParam<unsigned> {};

TEST_P(ScoreDocumentsLaw, ScoresAreThoseOfTheEngine) {
  Random random(GetParam());
  const test_support::TempDir folder;
  std::vector<Terms> terms;
  const Xapian::Database database =
      random_database(random, (folder.path() / "database").string(), terms);
  write_columns(database, folder.path() / "columns");
  const auto columns = Columns::open(folder.path() / "columns", database);
  ASSERT_NE(columns, nullptr);
  SegmentPostings postings(database);
  const SearchedSegment segment{database, postings, columns.get()};
  const Bm25 bm25({static_cast<double>(database.get_doccount()), database.get_average_length(),
                   [&](const std::string& term) { return postings.count(term); }},
                  kK1, kB, 0);
  int scored = 0;
  for (int i = 0; i < 100; ++i) {
    const Query query = random_query(random, kDepth);
    SCOPED_TRACE(query.get_description());
    const auto expected = by_engine(database, query);
    const DocumentNumbers found = find_documents(query, segment);
    ASSERT_EQ(found.cardinality(), expected.size());
    for (Xapian::docid document = 1; document <= kDocuments; ++document) {
      ASSERT_EQ(found.contains(document), finds(query, terms[document - 1])) << document;
    }
    for (const auto& [document, score] :
         score_documents(weights_of(query, 1, bm25), bm25, segment, found)) {
      ASSERT_EQ(expected.count(document), 1U) << document;
      ASSERT_NEAR(score, expected.at(document), 1e-9) << document;
      scored += score > 0 ? 1 : 0;
    }
    if (i % 7 == 0) postings.clear();
  }
  EXPECT_GT(scored, 2'000);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ScoreDocumentsLaw, testing::Range(1U, 5U));

TEST(SegmentPostings, TellWhatADocumentHas) {
  const test_support::TempDir folder;
  Xapian::WritableDatabase writer(folder.path().string(), Xapian::DB_CREATE);
  for (const std::uint32_t frequency : {3U, 0U}) {
    Xapian::Document document;
    document.add_term("word", frequency);
    writer.add_document(document);
  }
  writer.add_document(Xapian::Document());
  writer.commit();
  SegmentPostings postings(writer);
  for (const bool read_whole : {false, true}) {
    SCOPED_TRACE(read_whole);
    if (read_whole) postings.list("word");
    EXPECT_EQ(postings.frequency("word", 1), 3U);
    EXPECT_EQ(postings.frequency("word", 2), 0U) << "it has the term, without a frequency";
    EXPECT_EQ(postings.frequency("word", 3), std::nullopt);
    EXPECT_EQ(postings.frequency("word", 1), 3U) << "asked for again, from the start";
    EXPECT_EQ(postings.frequency("other", 1), std::nullopt);
    EXPECT_EQ(postings.count("word"), 2U);
    EXPECT_EQ(postings.count("other"), 0U);
  }
}

}  // namespace
}  // namespace morgue
