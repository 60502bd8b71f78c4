// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rewriter.h"

#include <memory>
#include <system_error>
#include <utility>

#include "common/document/document_builder.h"
#include "common/index/stored_article.h"
#include "indexer/build/entity_finder.h"

namespace morgue {
namespace {

// What is built waits in batches as large as those of the input, several of which are written as
// one database: fewer are to be merged then, mostly none.
constexpr std::uint32_t kBatchDocuments = 1'000;
constexpr std::uint64_t kBatchBytes = 4U << 20U;      ///< of encoded articles
constexpr std::uint64_t kDatabaseBytes = 64U << 20U;  ///< of batches in memory
constexpr std::size_t kDatabaseBatches = 16;

MentionPlan plan_for(const std::string& data, bool anew) {
  MentionPlan plan{MentionPlan::How::Keep, decode_all_mentions(data)};
  if (anew) {
    plan.how = MentionPlan::How::Find;
    std::erase_if(plan.known,
                  [](const Mention& mention) { return mention.source != MentionSource::Import; });
  }
  return plan;
}

/// Takes documents, and leaves databases.
class Parts {
 public:
  Parts(SegmentWriter& writer, const std::function<std::filesystem::path()>& new_database,
        DocumentBuilder& builder)
      : writer_(writer), new_database_(new_database), builder_(builder) {}

  void add(const Article& article, const std::string& fields, MentionPlan plan) {
    if (!batch_) batch_ = writer_.new_batch();
    const std::uint32_t number = batch_->add(builder_.build(article, fields, std::move(plan)));
    bytes_ += fields.size();
    if (number < kBatchDocuments && bytes_ < kBatchBytes) return;
    finish_batch();
    if (memory_ >= kDatabaseBytes || batches_.size() >= kDatabaseBatches) write();
  }

  std::vector<std::filesystem::path> finish() {
    if (batch_) finish_batch();
    if (!batches_.empty()) write();
    return std::move(databases_);
  }

 private:
  void finish_batch() {
    batches_.emplace_back();
    batch_->finish(batches_.back());
    batch_.reset();
    builder_.start_batch();
    memory_ += batches_.back().memory_bytes;
    bytes_ = 0;
  }

  void write() {
    databases_.push_back(new_database_());
    writer_.write(batches_, databases_.back());
    std::error_code ignored;
    for (const BatchSegment& batch : batches_) {
      if (!batch.database.empty()) {
        std::filesystem::remove_all(batch.database.parent_path(), ignored);
      }
    }
    batches_.clear();
    memory_ = 0;
  }

  SegmentWriter& writer_;
  const std::function<std::filesystem::path()>& new_database_;
  DocumentBuilder& builder_;
  std::unique_ptr<BatchWriter> batch_;
  std::uint64_t bytes_ = 0;  ///< of articles in it
  std::vector<BatchSegment> batches_;
  std::uint64_t memory_ = 0;  ///< that they take
  std::vector<std::filesystem::path> databases_;
};

}  // namespace

Rewritten rewrite_segments(std::span<const OpenSegment> segments, const BuildSettings& settings,
                           const EntitySetup* entities, SegmentWriter& writer,
                           const std::function<std::filesystem::path()>& new_database,
                           const std::function<void(std::uint64_t)>& tick) {
  Rewritten rewritten;
  EntityFinder names(entities == nullptr ? EntitySetup() : *entities);
  DocumentBuilder builder(settings, names);
  Parts parts(writer, new_database, builder);
  for (const OpenSegment& segment : segments) {
    const auto end = segment.database.postlist_end("");
    for (auto it = segment.database.postlist_begin(""); it != end; ++it) {
      if (segment.hidden.contains(*it)) continue;
      const std::string data = segment.database.get_document(*it).get_data();
      const Article article = decode_stored_article(data);
      parts.add(article, encode_fields(article), plan_for(data, entities != nullptr));
      tick(++rewritten.documents);
    }
  }
  rewritten.databases = parts.finish();
  return rewritten;
}

}  // namespace morgue
