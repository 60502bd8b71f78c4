// SPDX-License-Identifier: GPL-3.0-or-later
// The postings of a segment, for a query that asks for the same ones several times: to find its
// documents, to score them, and to see which words to look for in the best.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

namespace morgue {

/// Whether to look for so many documents is cheaper than to read so many postings in turn. Looking
/// for one costs a way down the tree of postings, of some microseconds.
constexpr bool is_cheaper_to_skip(std::uint64_t documents, std::uint64_t postings) {
  constexpr std::uint64_t kSkipCost = 128;
  return documents * kSkipCost < postings;
}

/// Used by one thread; throws Xapian::Error. `segment` must outlive it.
class SegmentPostings {
 public:
  /// The documents that have a term, ascending, and how often each has it.
  struct List {
    std::vector<std::uint32_t> documents;
    std::vector<std::uint32_t> frequencies;
  };

  explicit SegmentPostings(const Xapian::Database& segment) : segment_(&segment) {}

  /// How many documents have the term.
  std::uint32_t count(const std::string& term);

  /// All of them; null when so few are looked for that reading all would cost more.
  std::shared_ptr<const List> list_for(const std::string& term, std::uint64_t documents);
  std::shared_ptr<const List> list(const std::string& term);

  /// How often a document that has the term has it: 0, where schema.h gives it no frequency.
  /// Nothing when it has not. Cheapest when documents are asked for in their order.
  std::optional<std::uint32_t> frequency(const std::string& term, std::uint32_t document);

  /// Forgets what was read.
  void clear() {
    terms_.clear();
    kept_ = 0;
  }

 private:
  struct Term {
    std::optional<std::uint32_t> count;
    std::shared_ptr<const List> list;
    std::optional<Xapian::PostingIterator> at;  ///< where frequency() has come to
    std::uint32_t asked = 0;
  };

  const Xapian::Database* segment_;
  std::unordered_map<std::string, Term> terms_;
  std::size_t kept_ = 0;  ///< postings of all lists
};

}  // namespace morgue
