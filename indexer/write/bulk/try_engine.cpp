// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include <xapian.h>

#include "common/base/index_error.h"
#include "common/document/occurrences.h"
#include "indexer/write/bulk/inverter.h"
#include "indexer/write/bulk/write_segment.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kDocuments = 3;

/// A batch that has something of everything: terms in all documents and in one, with and without
/// positions, values, data, a stem.
void add_documents(Inverter& inverter, TermTable& terms) {
  Occurrences occurrences;
  BuiltDocument document;
  document.terms = &terms;
  for (std::uint32_t number = 1; number <= kDocuments; ++number) {
    const TermNumber word = terms.number_of("ships");
    terms.add_languages(word, stemmed_language("en"));
    for (std::uint32_t position : {1U, 7U, 40'000U + number}) occurrences.add(word, position, 2);
    occurrences.add(terms.number_of("Q" + std::to_string(number)), kNoPosition, 0);
    occurrences.group(document);
    document.values = {{Slot::Source, "value " + std::to_string(number)}};
    document.data = "data " + std::to_string(number);
    inverter.add(document);
  }
}

bool reads(const Xapian::Database& database) {
  if (database.get_doccount() != kDocuments || database.get_termfreq("ships") != kDocuments ||
      database.get_collection_freq("ships") != 6 * kDocuments) {
    return false;
  }
  for (std::uint32_t number = 1; number <= kDocuments; ++number) {
    const std::string text = std::to_string(number);
    const auto id = database.postlist_begin("Q" + text);
    if (id == database.postlist_end("Q" + text) || *id != number) return false;
    const std::vector<Xapian::termpos> positions(database.positionlist_begin(number, "ships"),
                                                 database.positionlist_end(number, "ships"));
    const Xapian::Document document = database.get_document(number);
    if (positions != std::vector<Xapian::termpos>{1, 7, 40'000 + number} ||
        document.get_value(slot_number(Slot::Source)) != "value " + text ||
        document.get_data() != "data " + text || database.get_doclength(number) != 6) {
      return false;
    }
  }
  const auto form = database.synonyms_begin("en:ship");
  return form != database.synonyms_end("en:ship") && *form == "ships";
}

}  // namespace

bool engine_reads_segments(const fs::path& scratch) {
  const fs::path folder = scratch / "trial";
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  bool result = false;
  try {
    TermTable terms;
    Inverter inverter;
    add_documents(inverter, terms);
    const auto batch = inverter.finish();
    const InvertedBatch* const batches[] = {batch.get()};
    write_segment(batches, folder, std::launch::deferred);
    result = reads(Xapian::Database(folder.string()));
  } catch (const Xapian::Error&) {
    result = false;
  }
  fs::remove_all(folder, ignored);
  return result;
}

}  // namespace morgue
