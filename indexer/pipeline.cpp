// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/pipeline.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_set>
#include <utility>

#include <malloc.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include "indexer/batch_worker.h"

namespace morgue {
namespace {

/// What one stage leaves to the next is handed over under a lock. TBB orders the stages already,
/// but inside its library, where the thread sanitizer cannot see it; a lock nobody waits for costs
/// nothing.
class Handover {
 public:
  explicit Handover(std::mutex& mutex) : mutex_(mutex) { pass(); }
  ~Handover() { pass(); }
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;

 private:
  void pass() { const std::lock_guard lock(mutex_); }

  std::mutex& mutex_;
};

/// The serial end of the pipeline: takes built batches in order, decides when to publish.
class Collector {
 public:
  Collector(ArchiveWriter& writer, const PipelineOptions& options, const RunInfo& run,
            const PipelineEvents& events)
      : writer_(writer), options_(options), run_(run), events_(events) {}

  void take(BuiltBatch batch) {
    bad_inputs_.insert(batch.bad_inputs.begin(), batch.bad_inputs.end());
    writer_.accept(std::move(batch.segment), batch.base_generation, batch.counts.outcomes);
    counts_.add(batch.counts);
    if (!batch.rejects.empty()) events_.rejects(batch.rejects);
    log_inputs(batch.progress);
    events_.progress(counts_);
    if (writer_.pending_documents() >= options_.publish_documents ||
        writer_.pending_memory() >= options_.publish_memory) {
      publish(PublishPart::More);
    }
  }

  /// Makes room.
  void publish() { publish(PublishPart::More); }

  // An archive is not replaced by a part of what was to replace it.
  RunCounts finish(bool stopped) {
    if (!stopped || !writer_.replaces_all()) publish(PublishPart::Last);
    return counts_;
  }

 private:
  // Only what is read whole and without rejects is skipped next time.
  void log_inputs(const std::vector<Batch::Progress>& progress) {
    for (const Batch::Progress& input : progress) {
      unfinished_.reset();
      if (!input.loggable || bad_inputs_.count(input.input) > 0) continue;
      if (input.log.complete) {
        writer_.log_input(input.log);
      } else {
        unfinished_ = std::make_unique<LoggedInput>(input.log);
      }
    }
  }

  void publish(PublishPart part) {
    if (unfinished_) writer_.log_input(*unfinished_);
    RunInfo run = run_;
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    run.seconds = std::chrono::duration<double>(elapsed).count();
    run.added = counts_.outcomes.added;
    run.changed = counts_.outcomes.changed;
    run.unchanged = counts_.outcomes.unchanged;
    run.superseded = counts_.outcomes.superseded;
    run.rejected = counts_.rejected;
    writer_.publish(run, part);
    unfinished_.reset();
  }

  ArchiveWriter& writer_;
  const PipelineOptions& options_;
  const RunInfo& run_;
  const PipelineEvents& events_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  RunCounts counts_;
  std::unordered_set<InputNo> bad_inputs_;
  std::unique_ptr<LoggedInput> unfinished_;
};

}  // namespace

RunCounts run_pipeline(BatchReader& reader, const Normalizer& normalizer, ArchiveWriter& writer,
                       const PipelineOptions& options, const RunInfo& run,
                       const PipelineEvents& events) {
  const BuildSettings settings = writer.build_settings();
  tbb::enumerable_thread_specific<std::unique_ptr<BatchWorker>> workers(
      [&] { return std::make_unique<BatchWorker>(normalizer, settings, options.entities); });
  Collector collector(writer, options, run, events);

  // The pipeline hands on copies; a batch is too large to copy.
  using BatchPtr = std::shared_ptr<Batch>;
  struct Built {
    BuiltBatch batch;
    BatchPtr rest;
  };
  using BuiltPtr = std::shared_ptr<Built>;
  std::mutex mutex;
  std::shared_mutex building;  // shared by those that build in their shares
  // One share is for what waits to be collected, or is built there.
  const MemoryRoom share{options.share_bytes, false};
  const auto read = [&](tbb::flow_control& control) -> BatchPtr {
    const Handover handover(mutex);
    auto batch = std::make_shared<Batch>(reader.next(events.stop));
    if (batch->empty()) control.stop();
    return batch;
  };
  const auto build_in = [&](BatchWorker& worker, Batch& batch, MemoryRoom room) {
    return guard_engine(writer.paths(), [&] {
      return worker.build(batch, writer.open_base(), writer.segments(), room);
    });
  };
  const auto build = [&](const BatchPtr& batch) -> BuiltPtr {
    const Handover handover(mutex);
    const std::shared_lock one_of_many(building);
    return std::make_shared<Built>(Built{build_in(*workers.local(), *batch, share), batch});
  };
  const auto build_rest = [&](Batch& batch) {
    BatchWorker worker(normalizer, settings, options.entities);
    const std::size_t due = batch.items.size();
    collector.take(build_in(worker, batch, share));
    if (batch.items.size() < due) return;
    const std::unique_lock alone(building);
    collector.take(build_in(worker, batch, {options.alone_bytes, true}));
  };
  const auto collect = [&](const BuiltPtr& built) {
    const Handover handover(mutex);
    collector.take(std::move(built->batch));
    while (!built->rest->items.empty()) {
      collector.publish();
      build_rest(*built->rest);
      ::malloc_trim(0);
    }
  };

  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, options.jobs);
  tbb::parallel_pipeline(
      options.jobs + 1,
      tbb::make_filter<void, BatchPtr>(tbb::filter_mode::serial_in_order, read) &
          tbb::make_filter<BatchPtr, BuiltPtr>(tbb::filter_mode::parallel, build) &
          tbb::make_filter<BuiltPtr, void>(tbb::filter_mode::serial_in_order, collect));
  const Handover handover(mutex);
  return collector.finish(events.stop());
}

}  // namespace morgue
