// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rewriter.h"

#include <memory>

#include "common/document/document_builder.h"
#include "common/index/stored_article.h"
#include "indexer/build/entity_finder.h"

namespace morgue {
namespace {

/// Of those that wait to be written, in memory or in a small database.
constexpr std::uint32_t kDocumentsPerPart = 4'000;

MentionPlan plan_for(const std::string& data, bool anew) {
  MentionPlan plan{MentionPlan::How::Keep, decode_all_mentions(data)};
  if (anew) {
    plan.how = MentionPlan::How::Find;
    std::erase_if(plan.known,
                  [](const Mention& mention) { return mention.source != MentionSource::Import; });
  }
  return plan;
}

}  // namespace

RewrittenSegment rewrite_segment(const OpenSegment& segment, const BuildSettings& settings,
                                 const EntitySetup* entities, SegmentWriter& segments,
                                 const std::function<std::filesystem::path()>& new_database,
                                 const std::function<void(std::uint64_t)>& tick) {
  RewrittenSegment rewritten;
  EntityFinder names(entities == nullptr ? EntitySetup() : *entities);
  DocumentBuilder builder(settings, names);
  std::unique_ptr<BatchWriter> part;
  const auto write_part = [&] {
    BatchSegment batch;
    part->finish(batch);
    part.reset();
    builder.start_batch();
    rewritten.databases.push_back(new_database());
    segments.write(std::span(&batch, 1), rewritten.databases.back());
  };
  const auto end = segment.database.postlist_end("");
  for (auto it = segment.database.postlist_begin(""); it != end; ++it) {
    if (segment.hidden.contains(*it)) continue;
    const std::string data = segment.database.get_document(*it).get_data();
    const Article article = decode_stored_article(data);
    if (!part) part = segments.new_batch();
    const std::uint32_t number = part->add(
        builder.build(article, encode_fields(article), plan_for(data, entities != nullptr)));
    tick(++rewritten.documents);
    if (number == kDocumentsPerPart) write_part();
  }
  if (part) write_part();
  return rewritten;
}

}  // namespace morgue
