// SPDX-License-Identifier: GPL-3.0-or-later
// Records to a small segment: the parallel stage.
#pragma once

#include <memory>
#include <optional>

#include "common/document/document_builder.h"
#include "common/index/archive_reader.h"
#include "indexer/batch.h"
#include "indexer/build/entity_finder.h"
#include "indexer/normalize/normalize.h"
#include "indexer/write/segment_writer.h"

namespace morgue {

/// What may be taken for building.
struct MemoryRoom {
  std::uint64_t bytes = 0;
  bool is_all = false;  ///< there is no more of it to be had: what needs more is rejected
};

/// Parses, normalizes, compares with what is published, builds. One thread each; reuse it.
class BatchWorker {
 public:
  BatchWorker(const Normalizer& normalizer, BuildSettings settings, EntitySetup entities)
      : normalizer_(normalizer),
        with_models_(entities.mode == EntityMode::On),
        names_(std::move(entities)),
        builder_(std::move(settings), names_) {}

  /// `base` is what is published, or nothing; `segments` takes the articles it does not hold. Where
  /// the next article does not fit into the room beside those before, or there has to be more room
  /// for it, the batch is left with it and all behind it, and with the progress; else it is empty
  /// then.
  BuiltBatch build(Batch& batch, const std::optional<ArchiveReader>& base, SegmentWriter& segments,
                   MemoryRoom room);

 private:
  /// What is to become of an article.
  enum class Fit { Add, Leave, Reject };
  Fit fit_of(const Article& article, MemoryRoom room) const;
  std::uint64_t memory_for(const Article& article, MemoryRoom room) const;

  void add(const Normalized& article, const std::optional<ArchiveReader>& base,
           SegmentWriter& segments, BuiltBatch& built);
  static void count(const Normalized& article, BuiltBatch& built);

  const Normalizer& normalizer_;
  bool with_models_;
  EntityFinder names_;
  DocumentBuilder builder_;
  std::unique_ptr<BatchWriter> documents_;  ///< made when the first document of a batch comes
};

}  // namespace morgue
