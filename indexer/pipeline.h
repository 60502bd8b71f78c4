// SPDX-License-Identifier: GPL-3.0-or-later
// Connects the stages of `add`: threads and order live here and nowhere else.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/batch_reader.h"
#include "indexer/entities/entity_setup.h"
#include "indexer/normalize/normalize.h"
#include "indexer/report.h"
#include "indexer/write/archive_writer.h"

namespace morgue {

struct PipelineOptions {
  unsigned jobs = 1;                           ///< batches built at once
  std::uint64_t publish_documents = 8'000;     ///< publish when so many are waiting
  std::uint64_t publish_memory = 128U << 20U;  ///< or when they take so many bytes of memory
  std::uint64_t share_bytes = 64U << 20U;      ///< of memory, for each that builds
  std::uint64_t alone_bytes = 256U << 20U;     ///< for what needs more, while nobody else builds
  EntitySetup entities;                        ///< how names are found
};

/// What the pipeline tells, and asks, while it runs. All but `stop` are called by one thread at a
/// time, in the order of the input.
struct PipelineEvents {
  std::function<void(const std::vector<RejectLine>&)> rejects;
  std::function<void(const RunCounts&)> progress;
  std::function<bool()> stop;  ///< true: read no more, publish what was read
};

/// Reads everything `reader` gives into the archive and publishes it; when stopped, what was read
/// so far, unless that would replace a whole archive by a part. The result does not depend on
/// `jobs`.
///
/// Memory: each of the `jobs` builds in its share, and one share is for what waits to be collected.
/// An article that does not fit there waits until all others are done and what they made is
/// published; one that takes more than there is then is rejected.
RunCounts run_pipeline(BatchReader& reader, const Normalizer& normalizer, ArchiveWriter& writer,
                       const PipelineOptions& options, const RunInfo& run,
                       const PipelineEvents& events);

}  // namespace morgue
