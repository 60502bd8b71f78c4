// SPDX-License-Identifier: GPL-3.0-or-later
// Which article replaces which: an id is live once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/index/digest.h"
#include "common/index/hidden.h"
#include "indexer/write/batch_segment.h"

namespace morgue {

/// What became of articles; each is counted once.
struct Outcomes {
  std::uint64_t added = 0;
  std::uint64_t changed = 0;     ///< the archive held another version of it, which is replaced
  std::uint64_t unchanged = 0;   ///< the archive, or this run, held the same already
  std::uint64_t superseded = 0;  ///< a later record of this run has its id
};

/// Compares the batches of a run, in the order of the input, with what is published and with each
/// other. Holds the numbers of the documents to hide, and the digest of what stays visible.
class Replacements {
 public:
  /// Starts from a published generation, or from nothing.
  explicit Replacements(const ArchiveReader* base);

  /// `base_generation` is the one the batch was built against; 0 when it was built against nothing.
  void accept(const BatchSegment& batch, std::uint64_t base_generation, Outcomes& outcomes);

  /// Hides the live article of this id, in the base; false when there is none.
  bool remove(std::string_view id);

  const ContentDigest& digest() const { return digest_; }
  /// Of the base's segments.
  const HiddenBySegment& hidden() const { return hidden_; }
  /// One for each accepted batch, in order.
  const std::vector<HiddenDocuments>& hidden_in_batches() const { return hidden_in_batches_; }
  bool changed() const { return changed_; }

 private:
  struct Pending {
    std::size_t batch = 0;
    Xapian::docid document = 0;
    ArticleDigest digest{};
    std::optional<DocumentPlace> replaces;  ///< in the base
  };

  void accept_one(const BatchArticle& article, std::size_t batch, bool base_is_current,
                  Outcomes& outcomes);
  void accept_again(Pending& earlier, const BatchArticle& article, std::size_t batch,
                    Outcomes& outcomes);
  void show_again(const BatchArticle& article);
  std::optional<DocumentPlace> find_in_base(std::string_view id) const;
  bool is_hidden(const DocumentPlace& place) const;
  ArticleDigest digest_at(const DocumentPlace& place) const;
  void hide_in_base(const DocumentPlace& place);
  void show_in_base(const DocumentPlace& place);
  void hide_in_batch(std::size_t batch, Xapian::docid document);

  const ArchiveReader* base_;
  HiddenBySegment hidden_;
  ContentDigest digest_;
  std::vector<HiddenDocuments> hidden_in_batches_;
  std::unordered_map<std::string, Pending> pending_;            ///< by article id
  std::unordered_map<std::string, DocumentPlace> shown_again_;  ///< by article id
  bool changed_ = false;
};

}  // namespace morgue
