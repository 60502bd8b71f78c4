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

}  // namespace

RewrittenSegment rewrite_segment(const OpenSegment& segment, const std::string& default_lang,
                                 const std::function<std::filesystem::path()>& new_database,
                                 const std::function<void(std::uint64_t)>& tick) {
  RewrittenSegment rewritten;
  DocumentBuilder builder(default_lang);
  std::unique_ptr<SegmentWriter> writer;
  const auto end = segment.database.postlist_end("");
  for (auto it = segment.database.postlist_begin(""); it != end; ++it) {
    if (segment.hidden.contains(*it)) continue;
    const Article article = decode_stored_article(segment.database.get_document(*it).get_data());
    if (!writer) {
      rewritten.databases.push_back(new_database());
      writer = std::make_unique<SegmentWriter>(rewritten.databases.back());
    }
    writer->add(builder.build(article, encode_fields(article)));
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
