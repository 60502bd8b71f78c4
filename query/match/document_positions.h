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
#include "query/match/segment_postings.h"
#include "query/parse/ast.h"

namespace morgue {

/// Reads positions of one document after another. What was read of a document is kept until the
/// next. Single-threaded.
class DocumentPositions {
 public:
  /// `postings`, of the same database, if there are any, tell which documents have a term; they
  /// must outlive this.
  explicit DocumentPositions(Xapian::Database database, SegmentPostings* postings = nullptr)
      : database_(std::move(database)), known_(postings) {}

  void move_to(Xapian::docid document);

  /// The positions at which any of the terms stands; ascending, each once.
  /// Precondition: `terms` is not empty. Where they are several they must not change or move while
  /// this lives: it remembers by their address which documents have which of them.
  void collect(const std::vector<std::string>& terms, std::vector<std::uint32_t>& positions);

  /// Positions [begin, end) of the sentence or paragraph a position lies in; the title is one of
  /// each.
  Span unit_of(std::uint32_t position, ast::Closeness::Unit unit);

  /// The last position of the title or body that a position lies in.
  std::uint32_t last_position(std::uint32_t position);

 private:
  /// A document and the number of a term it has.
  using Occurrence = std::pair<Xapian::docid, std::uint32_t>;

  /// The documents that have a term, as far as they were asked for.
  struct Postings {
    Xapian::PostingIterator at, end;
  };
  struct PostingsOfTerms {
    Xapian::docid asked = 0;
    std::vector<Postings> terms;
  };

  void append(const std::string& term, std::vector<std::uint32_t>& positions);
  void append_some(const std::vector<std::string>& terms, std::vector<std::uint32_t>& positions);
  void append_many(const std::vector<std::string>& terms, std::vector<std::uint32_t>& positions);
  const std::vector<Occurrence>& occurrences_of(const std::vector<std::string>& terms);
  const std::vector<std::uint32_t>& read_once(std::optional<std::vector<std::uint32_t>>& cache,
                                              std::string_view term);

  Xapian::Database database_;
  SegmentPostings* known_;
  Xapian::docid document_ = 0;
  std::optional<std::vector<std::uint32_t>> sentences_, paragraphs_, last_words_;
  // By the address of the first term.
  std::map<const std::string*, PostingsOfTerms> postings_;
  std::map<const std::string*, std::vector<Occurrence>> occurrences_;
};

}  // namespace morgue
