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

/// Parses, normalizes, compares with what is published, builds. One thread each; reuse it.
class BatchWorker {
 public:
  BatchWorker(const Normalizer& normalizer, BuildSettings settings, EntitySetup entities)
      : normalizer_(normalizer),
        names_(std::move(entities)),
        builder_(std::move(settings), names_) {}

  /// `base` is what is published, or nothing; `segments` takes the articles it does not hold.
  BuiltBatch build(Batch batch, const std::optional<ArchiveReader>& base, SegmentWriter& segments);

 private:
  void add(const Normalized& article, const std::optional<ArchiveReader>& base,
           SegmentWriter& segments, BuiltBatch& built);
  static void count(const Normalized& article, BuiltBatch& built);

  const Normalizer& normalizer_;
  EntityFinder names_;
  DocumentBuilder builder_;
  std::unique_ptr<BatchWriter> documents_;  ///< made when the first document of a batch comes
};

}  // namespace morgue
