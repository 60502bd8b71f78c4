// SPDX-License-Identifier: GPL-3.0-or-later
// Several segments into one.
#pragma once

#include <filesystem>
#include <vector>

#include <xapian.h>

namespace morgue {

/// Merges databases into a new one at `target` by the engine's own compaction. Documents are
/// numbered in the order of the sources: those of source i follow those of source i-1. Any number
/// of sources; only a few are open at one time. Throws Xapian::Error.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& target);

/// Neighbouring segments, from first to last, excluded.
struct MergeRange {
  std::size_t first = 0;
  std::size_t last = 0;

  bool empty() const { return first == last; }
};

/// Which segments of `sizes` (documents, in order of age) are worth merging; an empty range when
/// there are few enough. Their number stays logarithmic in the documents, and so does the number of
/// times a document is rewritten, but for segments so small that rewriting them costs next to
/// nothing.
MergeRange choose_merge(const std::vector<std::uint64_t>& sizes);

}  // namespace morgue
