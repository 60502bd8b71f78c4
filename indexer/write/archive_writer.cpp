// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/archive_writer.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "common/base/index_error.h"
#include "common/index/schema.h"
#include "indexer/write/bulk/write_segment.h"
#include "indexer/write/derived_lists.h"
#include "indexer/write/merger.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

/// Batches not yet published; below segments/, so that a rename would not cross file systems.
constexpr std::string_view kScratch = "scratch";

void make_folders(const ArchivePaths& paths) {
  for (const fs::path& folder : {paths.segments(), paths.hidden(), paths.names(), paths.copies(),
                                 paths.boilerplate(), paths.runs(), paths.rejects()}) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
      throw IndexError(ExitCode::Archive,
                       folder.string() + ": cannot make this folder: " + error.message());
    }
  }
}

/// Removes the entries of a folder that are not in `used`. What cannot be removed now is removed by
/// the next run.
void remove_others(const fs::path& folder, const std::set<std::string>& used) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (used.count(entry.path().filename().string()) == 0) fs::remove_all(entry.path(), ignored);
  }
}

std::vector<std::uint64_t> sizes_of(const std::vector<SegmentInfo>& segments) {
  std::vector<std::uint64_t> sizes;
  for (const SegmentInfo& segment : segments) sizes.push_back(segment.documents);
  return sizes;
}

/// None where the list is damaged: the next one is found without it.
BoilerplateList boilerplate_of(const ArchiveReader& archive) {
  try {
    return archive.boilerplate_list();
  } catch (const IndexError&) {
    return {};
  }
}

/// Adds `documents`, moved up by `offset`, to `to`.
void add_shifted(HiddenDocuments& to, const HiddenDocuments& documents, std::uint32_t offset) {
  for (const std::uint32_t document : documents) to.add(document + offset);
}

}  // namespace

ArchiveWriter::ArchiveWriter(const ArchivePaths& paths, const WriterOptions& options)
    : paths_(paths) {
  const bool exists = fs::exists(paths_.manifest());
  if (!exists && !options.create) read_manifest(paths_);  // throws, saying what to do
  if (!exists && fs::exists(paths_.root) && !fs::is_empty(paths_.root) &&
      !fs::exists(paths_.lock())) {
    throw IndexError(ExitCode::Archive, paths_.root.string() +
                                            ": exists and is not a Morgue archive; choose another "
                                            "name, or remove it first");
  }
  make_folders(paths_);
  lock_.emplace(paths_);
  if (exists) manifest_ = read_manifest(paths_);
  if (!exists || options.fresh) {
    manifest_.default_lang = options.default_lang;
    base_is_empty_ = true;
  }
  replaces_all_ = exists && options.fresh;
  clear_away_unused();
  std::error_code ignored;
  fs::remove_all(paths_.segments() / kScratch, ignored);
  if (base_is_empty_) {
    manifest_.segments.clear();
    manifest_.input_logs.clear();
    manifest_.hidden_file.clear();
    manifest_.digest = {};
    manifest_.entities = {};
    manifest_.link_names = true;
    manifest_.names_file.clear();
    manifest_.copies = true;
    manifest_.copies_due = false;
    manifest_.copies_file.clear();
    manifest_.boilerplate_min = kUsualBoilerplateMin;
    manifest_.boilerplate_due = false;
    manifest_.boilerplate_file.clear();
  }
  entities_ = manifest_.entities;
  link_names_ = manifest_.link_names;
  copies_ = manifest_.copies;
  boilerplate_min_ = manifest_.boilerplate_min;
  segments_ = make_segment_writer(options);
  reopen_base();
}

ArchiveWriter::~ArchiveWriter() {
  std::error_code ignored;
  fs::remove_all(paths_.segments() / kScratch, ignored);
}

void ArchiveWriter::reopen_base() {
  base_ = open_base();
  replacements_ = std::make_unique<Replacements>(base_ ? &*base_ : nullptr);
  boilerplate_ =
      std::make_shared<BoilerplateList>(base_ ? boilerplate_of(*base_) : BoilerplateList());
}

std::unique_ptr<SegmentWriter> ArchiveWriter::make_segment_writer(const WriterOptions& options) {
  if (options.writer != SegmentWriterKind::Engine) {
    if (engine_reads_segments(paths_.segments() / kScratch)) {
      return make_bulk_writer(options.jobs > 1 ? std::launch::async : std::launch::deferred);
    }
    if (options.writer == SegmentWriterKind::Bulk) {
      throw IndexError(ExitCode::Usage,
                       "--writer bulk: the version of Xapian that is installed does not read what "
                       "the bulk writer writes; leave the option away, or use --writer xapian");
    }
  }
  return make_engine_writer([this] { return new_database(); });
}

std::optional<ArchiveReader> ArchiveWriter::open_base() const {
  if (base_is_empty_) return std::nullopt;
  return ArchiveReader::open(paths_);
}

fs::path ArchiveWriter::new_database() {
  return paths_.segments() / kScratch / numbered("batch", next_name_++) / "xapian";
}

std::string ArchiveWriter::new_segment_id() {
  std::string id = numbered("g", manifest_.generation + 1);
  for (int part = 0;; ++part) {
    const std::string name = id + static_cast<char>('a' + part);
    if (!fs::exists(paths_.segment(name))) return name;
  }
}

void ArchiveWriter::accept(BatchSegment batch, std::uint64_t base_generation, Outcomes& outcomes) {
  replacements_->accept(batch, base_generation, outcomes);
  pending_documents_ += batch.documents;
  pending_memory_ += batch.memory_bytes;
  batches_.push_back(std::move(batch));
}

bool ArchiveWriter::remove(std::string_view id) {
  if (!replacements_->remove(id)) return false;
  forget_inputs_ = true;
  return true;
}

void ArchiveWriter::publish(const RunInfo& run, PublishPart part) {
  const bool same_settings = entities_ == manifest_.entities &&
                             link_names_ == manifest_.link_names && copies_ == manifest_.copies &&
                             boilerplate_min_ == manifest_.boilerplate_min;
  const bool nothing_due =
      part == PublishPart::More || !(manifest_.copies_due || manifest_.boilerplate_due);
  const bool nothing_new = !replacements_->changed() && logged_.empty() && !forget_inputs_ &&
                           same_settings && nothing_due;
  if (nothing_new && !base_is_empty_) return;
  if (replaces_all_ && pending_documents_ == 0) return;
  guard_engine(paths_, [&] {
    Manifest next = manifest_;
    HiddenBySegment hidden = replacements_->hidden();
    if (replacements_->changed()) add_pending_segment(next, hidden);
    merge_neighbours(next, hidden);
    if (part == PublishPart::Last) mark_boilerplate(next, hidden);
    next.digest = replacements_->digest();
    write_manifest(std::move(next), hidden, run, part);
  });
}

void ArchiveWriter::add_pending_segment(Manifest& next, HiddenBySegment& hidden) {
  HiddenDocuments hidden_here;
  std::uint32_t documents = 0;
  for (std::size_t i = 0; i < batches_.size(); ++i) {
    if (batches_[i].documents == 0) continue;
    add_shifted(hidden_here, replacements_->hidden_in_batches()[i], documents);
    documents += batches_[i].documents;
  }
  if (documents == hidden_here.cardinality()) return;
  const SegmentInfo info{new_segment_id(), documents, 0};
  segments_->write(batches_, paths_.database(info.id));
  next.segments.push_back(info);
  hidden[info.id] = std::move(hidden_here);
}

void ArchiveWriter::merge_neighbours(Manifest& next, HiddenBySegment& hidden) {
  for (;;) {
    const MergeRange range = choose_merge(sizes_of(next.segments));
    if (range.empty()) return;
    SegmentInfo merged{new_segment_id(), 0, 0};
    std::vector<fs::path> sources;
    for (std::size_t i = range.first; i < range.last; ++i) {
      const SegmentInfo& segment = next.segments[i];
      sources.push_back(paths_.database(segment.id));
      add_shifted(hidden[merged.id], hidden[segment.id], merged.documents);
      merged.documents += segment.documents;
      hidden.erase(segment.id);
    }
    merge_databases(sources, paths_.database(merged.id));
    const auto first = next.segments.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto last = next.segments.begin() + static_cast<std::ptrdiff_t>(range.last);
    *first = merged;
    next.segments.erase(first + 1, last);
  }
}

// From here on everything is on disk beside the live files; the rename of the manifest decides.
void ArchiveWriter::write_manifest(Manifest next, const HiddenBySegment& hidden, const RunInfo& run,
                                   PublishPart part) {
  next.generation = manifest_.generation + 1;
  next.entities = entities_;
  next.hidden_file.clear();
  for (SegmentInfo& segment : next.segments) {
    const auto it = hidden.find(segment.id);
    segment.hidden = it == hidden.end() ? 0 : static_cast<std::uint32_t>(it->second.cardinality());
    if (segment.hidden > 0) next.hidden_file = numbered("generation", next.generation);
    const Xapian::Database check(paths_.database(segment.id).string());
    if (check.get_doccount() != segment.documents) {
      throw IndexError(ExitCode::Archive,
                       paths_.segment(segment.id).string() +
                           ": a segment just written does not hold its articles; the archive is "
                           "unchanged; is the disk full?");
    }
  }
  if (!next.hidden_file.empty()) {
    replace_file(paths_.hidden() / next.hidden_file, encode_hidden(hidden));
  }
  next.link_names = link_names_;
  write_name_list(paths_, hidden, next);
  next.copies = copies_;
  next.copies_due = copies_;
  next.copies_file.clear();
  next.boilerplate_min = boilerplate_min_;
  next.boilerplate_due = boilerplate_min_ > 0;
  if (part == PublishPart::Last) {
    write_copy_list(paths_, hidden, next);
    write_boilerplate_list(paths_, *boilerplate_, next);
  }
  if (forget_inputs_) next.input_logs.clear();
  if (!logged_.empty()) {
    // Few large logs rather than many small ones.
    constexpr std::size_t kMaxLogs = 16;
    if (next.input_logs.size() >= kMaxLogs) {
      std::vector<LoggedInput> all = InputLog::read(paths_, next).entries();
      logged_.insert(logged_.begin(), all.begin(), all.end());
      next.input_logs.clear();
    }
    next.input_logs.push_back(numbered("inputs", next.generation));
    replace_file(paths_.runs() / next.input_logs.back(), encode_input_log(logged_));
  }
  if (!next.runs.empty() && next.runs.back().started == run.started &&
      next.runs.back().command == run.command) {
    next.runs.pop_back();
  }
  next.runs.push_back(run);
  if (next.runs.size() > Manifest::kMaxRuns) next.runs.erase(next.runs.begin());

  for (const SegmentInfo& segment : next.segments) add_columns(segment.id);
  for (const SegmentInfo& segment : next.segments) {
    const auto known = std::find_if(manifest_.segments.begin(), manifest_.segments.end(),
                                    [&](const SegmentInfo& old) { return old.id == segment.id; });
    if (known == manifest_.segments.end()) sync_tree(paths_.segment(segment.id));
  }
  sync_path(paths_.segments());
  replace_file(paths_.manifest(), encode_manifest(next));

  manifest_ = std::move(next);
  std::error_code ignored;
  for (const BatchSegment& batch : batches_) {
    fs::remove_all(batch.database.parent_path(), ignored);
  }
  batches_.clear();
  pending_documents_ = 0;
  pending_memory_ = 0;
  logged_.clear();
  forget_inputs_ = false;
  replaces_all_ = false;
  base_is_empty_ = false;
  clear_away_unused();
  reopen_base();
}

/// Where there are none, or not those of the segment.
void ArchiveWriter::add_columns(const std::string& segment) const {
  const Xapian::Database database(paths_.database(segment).string());
  const auto known = Columns::open(paths_.columns(segment), database);
  if (known == nullptr || !known->is_whole()) write_columns(database, paths_.columns(segment));
}

void ArchiveWriter::clear_away_unused() const {
  std::set<std::string> segments;
  for (const SegmentInfo& segment : manifest_.segments) segments.insert(segment.id);
  segments.emplace(kScratch);  // other threads may be building there
  remove_others(paths_.segments(), segments);
  remove_others(paths_.hidden(), {manifest_.hidden_file});
  remove_others(paths_.names(), {manifest_.names_file});
  remove_others(paths_.copies(), {manifest_.copies_file});
  remove_others(paths_.boilerplate(), {manifest_.boilerplate_file});
  std::set<std::string> lists;
  for (const WatchListInfo& list : manifest_.entities.lists) lists.insert(list.checksum + ".csv");
  remove_others(paths_.watch_lists(), lists);
  remove_others(paths_.runs(), {manifest_.input_logs.begin(), manifest_.input_logs.end()});
}

}  // namespace morgue
