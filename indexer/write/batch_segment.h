// SPDX-License-Identifier: GPL-3.0-or-later
// A batch of articles, built into a small segment and waiting to be published.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/stored_article.h"
#include "indexer/write/bulk/inverted_batch.h"

namespace morgue {

struct BatchArticle {
  std::string id;
  ArticleDigest digest{};
  /// In the batch's database; 0 when the archive held the same content already when the batch was
  /// built, so that no document was made.
  Xapian::docid document = 0;
  /// The document takes the place of a published one with the same content.
  bool rebuilt = false;
};

struct BatchSegment {
  // Where the documents wait: one of the two, by the writer that took them.
  std::filesystem::path database;
  std::shared_ptr<const InvertedBatch> inverted;
  std::uint64_t memory_bytes = 0;
  std::uint32_t documents = 0;         ///< 0: there is neither
  std::vector<BatchArticle> articles;  ///< in the order of the input
};

}  // namespace morgue
