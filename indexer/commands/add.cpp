// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "common/base/index_error.h"
#include "common/base/shell_quote.h"
#include "indexer/archive_summary.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/dry_run.h"
#include "indexer/commands/entity_settings.h"
#include "indexer/commands/reading.h"
#include "indexer/commands/rejects_file.h"
#include "indexer/normalize/language.h"
#include "indexer/pipeline.h"
#include "indexer/progress.h"

namespace morgue {
namespace {

/// A batch takes about this many times its bytes while it is inverted, with what the engine keeps.
constexpr std::uint64_t kMemoryPerBatchByte = 24;
constexpr std::uint64_t kSmallestBatchBytes = 128U << 10U;
constexpr std::uint64_t kLargestBatchBytes = 8U << 20U;

/// What waits in memory is published when it takes this share of what is allowed.
constexpr std::uint64_t kPublishShare = 4;
constexpr std::uint64_t kPublishDocuments = 100'000;

/// What the program takes with the smallest batches: words and ids that wait to be published, and
/// the engine's tables while they are merged.
constexpr std::uint64_t kLeastMemory = 256ULL << 20U;

/// Of articles too short to tell.
const std::string kFallbackLanguage = "en";

/// What the program takes whatever it reads; of models, with the words that each thread keeps.
constexpr std::uint64_t kBaseMemory = 32ULL << 20U;
constexpr std::uint64_t kModelMemory = 64ULL << 20U;
constexpr std::uint64_t kModelMemoryPerJob = 40ULL << 20U;

/// What each of `jobs` that build may take, and what waits for the collector: what is left of all
/// memory by what waits to be published, and by the program itself.
std::uint64_t share_of(std::uint64_t memory, unsigned jobs, bool with_models) {
  const std::uint64_t fixed =
      kBaseMemory + (with_models ? kModelMemory + jobs * kModelMemoryPerJob : 0);
  const std::uint64_t rest = memory - memory / kPublishShare;
  return std::max(rest - std::min(rest, fixed), memory / kPublishShare) / (jobs + 1);
}

BatchLimits limits_for(std::uint64_t share) {
  BatchLimits limits;
  limits.bytes = std::clamp(share / kMemoryPerBatchByte, kSmallestBatchBytes, kLargestBatchBytes);
  return limits;
}

/// A record is held several times while it is read: packed, as bytes, as fields, as text.
void keep_within(std::uint64_t memory, ReadOptions& reading) {
  constexpr std::uint64_t kRecordShare = 16;
  constexpr std::uint64_t kPageShare = 4;  // what the parser of saved pages takes
  reading.max_record_bytes = std::min(reading.max_record_bytes, memory / kRecordShare);
  reading.page.max_tree_bytes = std::min(reading.page.max_tree_bytes, memory / kPageShare);
}

SegmentWriterKind writer_kind(const std::string& name) {
  if (name == "bulk") return SegmentWriterKind::Bulk;
  return name == "xapian" ? SegmentWriterKind::Engine : SegmentWriterKind::Auto;
}

/// The articles that no model could read, though names were to be found by models.
void print_entities(const EntityCounts& counts) {
  std::uint64_t articles = 0;
  std::string langs;
  for (const auto& [lang, count] : counts.without_model) {
    articles += count;
    langs += (langs.empty() ? "" : ", ") + lang + " " + grouped(count);
  }
  if (articles == 0) return;
  std::fprintf(stderr,
               "entities  no model for the language of %s (%s): names of the metadata and "
               "of watch-lists alone\n",
               articles_counted(articles).c_str(), langs.c_str());
}

void print_summary(const AddOptions& options, const RunCounts& counts, const RejectsFile& rejects,
                   const ArchiveWriter& writer) {
  const Outcomes& outcomes = counts.outcomes;
  std::string line = grouped(outcomes.added) + " new, " + grouped(outcomes.changed) + " changed, " +
                     grouped(outcomes.unchanged) + " unchanged, " + grouped(counts.rejected) +
                     " rejected";
  if (outcomes.superseded > 0) {
    line += ", " + grouped(outcomes.superseded) +
            " replaced by a later record of the same id (were they other articles? then use "
            "--map id=url, or --map id=- to name articles by their content)";
  }
  std::fprintf(stderr, "records   %s\n", line.c_str());
  print_reading(counts);
  print_entities(counts.entities);
  if (rejects.written()) {
    std::fprintf(stderr, "rejects   %s (one JSON object a line: file, line, reason)\n",
                 rejects.path().c_str());
  }
  if (const auto archive = writer.open_base()) {
    if (const auto boilerplate = boilerplate_line(*archive); !boilerplate.empty()) {
      std::fprintf(stderr, "boilerplate  %s\n", boilerplate.c_str());
    }
    std::fprintf(stderr, "archive   %s: %s\n", options.archive.c_str(),
                 to_line(summarize(*archive), writer.manifest().default_lang).c_str());
  }
  std::fprintf(stderr, "next      morgue-query -a %s 'your words'\n",
               shell_quote(options.archive).c_str());
}

}  // namespace

ExitCode run_add(const AddOptions& options, const Surroundings& surroundings) {
  ReadOptions reading = read_options(options.reading);
  const std::string lang = language_code(options.lang.value_or(""));
  if (lang.empty() && options.lang) {
    throw IndexError(ExitCode::Usage, "--lang: no language is called " + *options.lang +
                                          "; write a code of two or three letters, such as es");
  }
  if (options.dry_run) return run_dry(options, reading, lang, surroundings);
  if (options.memory_bytes < kLeastMemory && !options.quiet) {
    std::fputs("morgue-index: note: --memory: about 256M are needed at least\n", stderr);
  }
  // An article is not refused for less than what is needed anyway.
  const std::uint64_t memory_for_one = std::max(options.memory_bytes, kLeastMemory);
  keep_within(memory_for_one, reading);
  const unsigned jobs = options.jobs == 0 ? surroundings.processors : options.jobs;
  const ArchivePaths paths{options.archive};
  ArchiveWriter writer(paths, {lang.empty() ? kFallbackLanguage : lang, options.fresh, true,
                               writer_kind(options.writer), jobs});

  PreparedEntities entities = prepare_entities(paths, writer.manifest(), options.entities,
                                               surroundings.models, EntityScope::NewArticles);
  writer.set_entities(entities.settings);
  if (!options.copies.empty()) writer.set_copies(options.copies == "on");
  if (options.boilerplate_min) writer.set_boilerplate_min(*options.boilerplate_min);
  if (options.boilerplate == "off") writer.set_boilerplate_min(0);
  if (options.boilerplate == "on" && writer.manifest().boilerplate_min == 0) {
    writer.set_boilerplate_min(kUsualBoilerplateMin);
  }
  if (!options.entities.links.empty()) writer.set_link_names(options.entities.links == "on");
  if (!options.quiet) {
    for (const std::string& note : entities.notes) {
      std::fprintf(stderr, "morgue-index: note: %s\n", note.c_str());
    }
  }

  const std::uint64_t share =
      share_of(options.memory_bytes, jobs, entities.setup.mode == EntityMode::On);
  BatchReader reader(Walker(options.inputs, {options.reading.follow_links}), reading,
                     InputLog::read(paths, writer.manifest()),
                     reading_name(options.reading, options.lang), limits_for(share));
  const Normalizer normalizer(reading.map, surroundings.today, lang);

  RejectsFile rejects(options.rejects.empty() ? rejects_path(paths, surroundings.started)
                                              : options.rejects);
  ProgressLine progress(stderr, surroundings.stderr_is_terminal && !options.quiet);
  PipelineEvents events;
  events.rejects = [&](const std::vector<RejectLine>& lines) { rejects.write(lines); };
  events.progress = [&](const RunCounts& counts) { progress.show(counts); };
  events.stop = surroundings.interrupted;
  PipelineOptions pipeline;
  pipeline.jobs = jobs;
  if (writer.segments().waits_in_memory()) pipeline.publish_documents = kPublishDocuments;
  pipeline.publish_memory = options.memory_bytes / kPublishShare;
  pipeline.share_bytes = share;
  pipeline.alone_bytes = memory_for_one / 2;
  pipeline.entities = std::move(entities.setup);
  RunInfo run;
  run.started = surroundings.started;
  run.program = std::string("morgue-index ") + MORGUE_VERSION;
  run.command = "add";
  const RunCounts counts = run_pipeline(reader, normalizer, writer, pipeline, run, events);

  progress.clear();
  if (!options.quiet) print_summary(options, counts, rejects, writer);
  if (surroundings.interrupted()) {
    std::fprintf(stderr, "morgue-index: interrupted; %s\n",
                 writer.replaces_all() ? "the archive is as it was before"
                 : options.fresh       ? "what was read so far is in the archive; the same command "
                                         "without --fresh carries on"
                                       : "what was read so far is in the archive; the same command "
                                         "carries on");
    return ExitCode::Interrupted;
  }
  if (writer.replaces_all()) {
    std::fprintf(stderr, "morgue-index: %s: no article was read, so the archive is as it was\n",
                 options.archive.c_str());
  }
  return counts.rejected > 0 ? ExitCode::Rejected : ExitCode::Done;
}

}  // namespace morgue
