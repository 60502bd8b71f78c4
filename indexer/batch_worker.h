// SPDX-License-Identifier: GPL-3.0-or-later
// Records to a small segment: the parallel stage.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "common/index/archive_reader.h"
#include "indexer/batch.h"
#include "indexer/build/document_builder.h"
#include "indexer/normalize/normalize.h"

namespace morgue {

/// Parses, normalizes, compares with what is published, builds. One thread each; reuse it.
class BatchWorker {
 public:
  BatchWorker(const Normalizer& normalizer, BuildSettings settings, EntitySetup entities)
      : normalizer_(normalizer), builder_(std::move(settings), std::move(entities)) {}

  /// `base` is what is published, or nothing; `new_database` names the path of the segment, which
  /// is made only if the batch holds an article the base does not.
  BuiltBatch build(Batch batch, const std::optional<ArchiveReader>& base,
                   const std::function<std::filesystem::path()>& new_database);

 private:
  class Segment;

  void add(const Normalized& article, const std::optional<ArchiveReader>& base, Segment& segment,
           BuiltBatch& built);
  static void count(const Normalized& article, BuiltBatch& built);

  const Normalizer& normalizer_;
  DocumentBuilder builder_;
};

}  // namespace morgue
