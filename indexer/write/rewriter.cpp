// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/rewriter.h"

#include <memory>

#include "common/index/stored_article.h"
#include "indexer/build/document_builder.h"
#include "indexer/write/segment_writer.h"

namespace morgue {
namespace {

/// Small databases then one compaction is the fastest way the engine's interface offers.
constexpr Xapian::doccount kDocumentsPerPart = 1'000;

MentionPlan plan_for(const std::string& data, bool anew) {
  MentionPlan plan{MentionPlan::How::Keep, decode_stored_mentions(data)};
  if (anew) {
    plan.how = MentionPlan::How::Find;
    std::erase_if(plan.known,
                  [](const Mention& mention) { return mention.source != MentionSource::Import; });
  }
  return plan;
}

}  // namespace

RewrittenSegment rewrite_segment(const OpenSegment& segment, const BuildSettings& settings,
                                 const EntitySetup* entities,
                                 const std::function<std::filesystem::path()>& new_database,
                                 const std::function<void(std::uint64_t)>& tick) {
  RewrittenSegment rewritten;
  DocumentBuilder builder(settings, entities == nullptr ? EntitySetup() : *entities);
  std::unique_ptr<SegmentWriter> writer;
  const auto end = segment.database.postlist_end("");
  for (auto it = segment.database.postlist_begin(""); it != end; ++it) {
    if (segment.hidden.contains(*it)) continue;
    const std::string data = segment.database.get_document(*it).get_data();
    const Article article = decode_stored_article(data);
    if (!writer) {
      rewritten.databases.push_back(new_database());
      writer = std::make_unique<SegmentWriter>(rewritten.databases.back());
    }
    writer->add(
        builder.build(article, encode_fields(article), plan_for(data, entities != nullptr)));
    tick(++rewritten.documents);
    if (writer->documents() < kDocumentsPerPart) continue;
    writer->finish();
    writer.reset();
  }
  if (writer) writer->finish();
  rewritten.vocabulary = builder.take_vocabulary();
  return rewritten;
}

}  // namespace morgue
