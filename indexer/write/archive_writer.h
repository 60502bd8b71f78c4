// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of an archive: takes built batches in order and publishes generations.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/document/document_builder.h"
#include "common/index/archive_files.h"
#include "common/index/archive_reader.h"
#include "indexer/entities/entity_setup.h"
#include "indexer/write/batch_segment.h"
#include "indexer/write/input_log.h"
#include "indexer/write/replacements.h"
#include "indexer/write/segment_writer.h"

namespace morgue {

/// Who writes segments. Auto: the bulk writer where the engine reads what it writes.
enum class SegmentWriterKind { Auto, Bulk, Engine };

/// A run may publish several times; what takes all articles is worked out with the last.
enum class PublishPart { More, Last };

struct WriterOptions {
  std::string default_lang = "en";  ///< for a new archive; an old one keeps its own
  bool fresh = false;  ///< what the archive holds is replaced, at the first publish, by this run
  bool create = true;  ///< make the archive when there is none
  SegmentWriterKind writer = SegmentWriterKind::Auto;
  unsigned jobs = 1;  ///< with more than one, the tables of a segment are written at once
};

/// Holds the archive's lock for its life. Until publish() returns, readers see the generation
/// before; a crash loses what was not published and nothing else. One thread, but for
/// segments() and open_base().
class ArchiveWriter {
 public:
  /// Clears away what a run that died has left. Throws IndexError: the archive is missing, locked,
  /// damaged, or cannot be written.
  ArchiveWriter(const ArchivePaths& paths, const WriterOptions& options);
  ~ArchiveWriter();

  const ArchivePaths& paths() const { return paths_; }
  const Manifest& manifest() const { return manifest_; }

  /// What batches are compared with: the published generation; nothing under `fresh` before the
  /// first publish. Each thread opens its own. Any thread.
  std::optional<ArchiveReader> open_base() const;

  /// Takes the documents of batches. Any thread.
  SegmentWriter& segments() { return *segments_; }

  /// Takes over a batch built against generation `base_generation` (0: against nothing). Batches
  /// come in the order of the input.
  void accept(BatchSegment batch, std::uint64_t base_generation, Outcomes& outcomes);

  /// Hides the live article of this id, and forgets which inputs were read, so that the next add
  /// reads all of them; false when there is no such article.
  bool remove(std::string_view id);

  /// Under `fresh`, until the first publish: what readers see is still the whole old archive.
  bool replaces_all() const { return replaces_all_; }

  /// Documents accepted since the last publish.
  std::uint64_t pending_documents() const { return pending_documents_; }

  /// The memory they take.
  std::uint64_t pending_memory() const { return pending_memory_; }

  /// Logged with the next publish.
  void log_input(LoggedInput input) { logged_.push_back(std::move(input)); }

  /// How names are found from now on; part of the next publish. The copies of the watch-lists must
  /// lie in their place.
  void set_entities(EntitySettings entities) { entities_ = std::move(entities); }

  /// Whether names are linked by the evidence of all articles; part of the next publish.
  void set_link_names(bool link) { link_names_ = link; }

  /// Whether copies are sought; part of the next publish. Call it before build_settings().
  void set_copies(bool seek) { copies_ = seek; }

  /// In how many articles of an outlet a paragraph is boilerplate, 0: none is; part of the next
  /// publish. Call it before build_settings().
  void set_boilerplate_min(std::uint32_t least) { boilerplate_min_ = least; }

  /// How documents are to be built.
  BuildSettings build_settings() const {
    return {manifest_.default_lang, copies_, boilerplate_min_ > 0 ? boilerplate_ : nullptr};
  }

  /// Makes what happened since the last publish the next generation. Does nothing when nothing
  /// happened; under `fresh`, nothing also when there is no article to replace the old ones.
  /// `run` is remembered; a run of the same start replaces the one remembered.
  void publish(const RunInfo& run, PublishPart part = PublishPart::Last);

  /// Publishes one segment that holds all live articles and no hidden ones. `tick` is told how many
  /// articles were rewritten so far.
  void compact(const RunInfo& run, const std::function<void(std::uint64_t)>& tick);

  /// The same, with the names of all articles found anew; mentions that were imported stay.
  void reannotate(const EntitySetup& entities, const RunInfo& run,
                  const std::function<void(std::uint64_t)>& tick);

 private:
  void reopen_base();
  void rewrite(const EntitySetup* entities, const RunInfo& run,
               const std::function<void(std::uint64_t)>& tick);
  std::filesystem::path new_database();
  std::unique_ptr<SegmentWriter> make_segment_writer(const WriterOptions& options);
  void add_pending_segment(Manifest& next, HiddenBySegment& hidden);
  void merge_neighbours(Manifest& next, HiddenBySegment& hidden);
  void mark_boilerplate(Manifest& next, HiddenBySegment& hidden);
  SegmentInfo write_rebuilt(const std::vector<std::filesystem::path>& parts,
                            std::uint64_t documents);
  void write_manifest(Manifest next, const HiddenBySegment& hidden, const RunInfo& run,
                      PublishPart part = PublishPart::Last);
  std::string new_segment_id();
  void add_columns(const std::string& segment) const;
  void clear_away_unused() const;

  ArchivePaths paths_;
  std::optional<ArchiveLock> lock_;
  Manifest manifest_;  ///< as published; without segments under `fresh` before the first publish
  EntitySettings entities_;
  bool link_names_ = true;
  bool copies_ = true;
  std::uint32_t boilerplate_min_ = kUsualBoilerplateMin;
  std::shared_ptr<const BoilerplateList> boilerplate_;  ///< by which documents are built
  std::optional<ArchiveReader> base_;
  std::unique_ptr<Replacements> replacements_;
  std::vector<BatchSegment> batches_;
  std::uint64_t pending_documents_ = 0;
  std::uint64_t pending_memory_ = 0;
  std::vector<LoggedInput> logged_;
  bool forget_inputs_ = false;
  bool replaces_all_ = false;
  std::atomic<bool> base_is_empty_ = false;
  std::atomic<std::uint64_t> next_name_ = 1;
  std::unique_ptr<SegmentWriter> segments_;
};

}  // namespace morgue
