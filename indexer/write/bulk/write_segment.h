// SPDX-License-Identifier: GPL-3.0-or-later
// Inverted batches to one segment's database, without the engine.
#pragma once

#include <filesystem>
#include <future>
#include <span>

#include "indexer/write/bulk/inverted_batch.h"

namespace morgue {

/// Writes a new glass database into the folder `target`, which must not exist. Documents are
/// numbered in the order of the batches. With std::launch::async the tables are written at once, by
/// three threads. Throws IndexError when it cannot be written. Precondition: there is a document.
void write_segment(std::span<const InvertedBatch* const> batches,
                   const std::filesystem::path& target, std::launch tables_by);

/// Whether the engine that is installed reads what write_segment() writes: tries it on a few
/// documents, below the folder `scratch`.
bool engine_reads_segments(const std::filesystem::path& scratch);

}  // namespace morgue
