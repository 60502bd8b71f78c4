// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of the open archives, as a set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "common/index/hidden.h"

namespace morgue {

/// Each segment's documents, in the order in which the segments were joined.
struct ArticleSet {
  std::vector<DocumentNumbers> segments;

  std::uint64_t size() const {
    std::uint64_t sum = 0;
    for (const DocumentNumbers& documents : segments) sum += documents.cardinality();
    return sum;
  }

  /// Both are of the same archives.
  ArticleSet& operator-=(const ArticleSet& others) {
    for (std::size_t i = 0; i < segments.size(); ++i) segments[i] -= others.segments[i];
    return *this;
  }
  ArticleSet& operator&=(const ArticleSet& others) {
    for (std::size_t i = 0; i < segments.size(); ++i) segments[i] &= others.segments[i];
    return *this;
  }
};

/// A document by its number in the database that joins the segments, as the engine numbers it.
struct JoinedNumber {
  static Xapian::docid of(std::size_t place, std::uint32_t document, std::size_t segments) {
    return static_cast<Xapian::docid>((document - 1) * segments + place + 1);
  }
  static std::size_t place(Xapian::docid article, std::size_t segments) {
    return static_cast<std::size_t>(article - 1) % segments;
  }
  static std::uint32_t document(Xapian::docid article, std::size_t segments) {
    return static_cast<std::uint32_t>((article - 1) / segments + 1);
  }
};

}  // namespace morgue
