// SPDX-License-Identifier: GPL-3.0-or-later
// What a run did, counted by outcome.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/entities/entity_setup.h"
#include "indexer/normalize/normalize.h"
#include "indexer/record.h"
#include "indexer/write/replacements.h"

namespace morgue {

/// What a batch, or a whole run, came to. Law: records == added + changed + unchanged + superseded
/// + rejected.
struct RunCounts {
  std::uint64_t records = 0;  ///< met in the inputs; an input that cannot be read counts as one
  std::uint64_t rejected = 0;
  Outcomes outcomes;
  std::uint64_t repaired = 0;  ///< indexed, after bytes that were not UTF-8 were repaired
  std::uint64_t undated = 0;
  std::uint64_t bad_dates = 0;  ///< of the undated: a date was given and could not be read
  std::uint64_t made_ids = 0;
  std::uint64_t detected_langs = 0;  ///< articles whose language was told from their text
  std::uint64_t text_bytes = 0;      ///< of titles and bodies
  std::uint64_t input_bytes = 0;
  std::uint64_t inputs = 0;
  std::uint64_t inputs_skipped = 0;  ///< unchanged since they were read
  EntityCounts entities;
  /// How often a field of the source (second) gave a field of the article (first).
  std::map<std::pair<std::string, std::string>, std::uint64_t> mapped;

  void add(const RunCounts& other);

  /// What an article says of itself; not its outcome.
  void count(const Normalized& article);
  std::uint64_t sum_of_outcomes() const {
    return outcomes.added + outcomes.changed + outcomes.unchanged + outcomes.superseded + rejected;
  }
};

/// A line of the rejects file.
struct RejectLine {
  RecordError error;
  bool rejected = true;  ///< false: indexed, after a repair
};

/// One JSON object: {"outcome","file","line","code","reason"}, ending with a line feed.
std::string encode_reject(const RejectLine& reject);

}  // namespace morgue
