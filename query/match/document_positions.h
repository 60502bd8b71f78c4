// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of one document stand.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/base/span.h"
#include "query/parse/ast.h"

namespace morgue {

/// Reads positions of one document after another. What was read of a document is kept until the
/// next. Single-threaded.
class DocumentPositions {
 public:
  explicit DocumentPositions(Xapian::Database database) : database_(std::move(database)) {}

  void move_to(Xapian::docid document);

  /// The positions at which any of the terms stands; ascending, each once.
  /// Precondition: `terms` is not empty. Where they are many they must not change or move while
  /// this lives: which documents have which of them is looked up once.
  void collect(const std::vector<std::string>& terms, std::vector<std::uint32_t>& positions);

  /// Positions [begin, end) of the sentence or paragraph a position lies in; the title is one of
  /// each.
  Span unit_of(std::uint32_t position, ast::Closeness::Unit unit);

  /// The last position of the title or body that a position lies in.
  std::uint32_t last_position(std::uint32_t position);

 private:
  /// A document and the number of a term it has.
  using Occurrence = std::pair<Xapian::docid, std::uint32_t>;

  void append(const std::string& term, std::vector<std::uint32_t>& positions);
  const std::vector<Occurrence>& occurrences_of(const std::vector<std::string>& terms);
  const std::vector<std::uint32_t>& read_once(std::optional<std::vector<std::uint32_t>>& cache,
                                              std::string_view term);

  Xapian::Database database_;
  Xapian::docid document_ = 0;
  std::optional<std::vector<std::uint32_t>> sentences_, paragraphs_, last_words_;
  std::map<const std::string*, std::vector<Occurrence>> occurrences_;  ///< by first term's address
};

}  // namespace morgue
