// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/mention_importer.h"

#include <utility>

namespace morgue {
namespace {

constexpr std::uint32_t kDocumentsPerBatch = 1'000;
constexpr std::uint64_t kDocumentsPerPublish = 8'000;

}  // namespace

MentionImporter::MentionImporter(ArchiveWriter& writer, RunInfo run)
    : writer_(writer),
      run_(std::move(run)),
      base_(writer.open_base()),
      builder_(writer.build_settings(), names_) {}

bool MentionImporter::replace(std::string_view id,
                              const std::function<std::vector<Mention>(const Article&)>& make) {
  const auto place = base_->find(id);
  if (!place) return false;
  return guard_engine(writer_.paths(), [&] {
    const std::string data =
        base_->segments()[place->segment].database.get_document(place->document).get_data();
    const Article article = decode_stored_article(data);
    MentionPlan plan{MentionPlan::How::Merge, make(article)};
    for (Mention& mention : decode_all_mentions(data)) {
      if (mention.source != MentionSource::Import) plan.known.push_back(std::move(mention));
    }
    if (!documents_) documents_ = writer_.segments().new_batch();
    const std::string fields = encode_fields(article);
    const std::uint32_t document =
        documents_->add(builder_.build(article, fields, std::move(plan)));
    batch_.articles.push_back({article.id, digest_of(fields), document, true});
    if (document == kDocumentsPerBatch) flush();
    return true;
  });
}

void MentionImporter::flush() {
  if (!documents_) return;
  documents_->finish(batch_);
  documents_.reset();
  builder_.start_batch();
  Outcomes outcomes;
  writer_.accept(std::exchange(batch_, {}), base_->manifest().generation, outcomes);
  run_.changed += outcomes.changed;
  run_.superseded += outcomes.superseded;
  if (writer_.pending_documents() < kDocumentsPerPublish) return;
  writer_.publish(run_);
  base_ = writer_.open_base();
}

void MentionImporter::finish() {
  guard_engine(writer_.paths(), [&] { flush(); });
  writer_.publish(run_);
}

}  // namespace morgue
