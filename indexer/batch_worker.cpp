// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/batch_worker.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace morgue {
namespace {

bool base_holds(const std::optional<ArchiveReader>& base, const BatchArticle& article) {
  if (!base) return false;
  const auto place = base->find(article.id);
  if (!place) return false;
  const std::string digest = base->segments()[place->segment]
                                 .database.get_document(place->document)
                                 .get_value(slot_number(Slot::Digest));
  return std::equal(digest.begin(), digest.end(), article.digest.begin(), article.digest.end(),
                    [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; });
}

}  // namespace

BuiltBatch BatchWorker::build(Batch batch, const std::optional<ArchiveReader>& base,
                              SegmentWriter& segments) {
  BuiltBatch built;
  built.base_generation = base ? base->manifest().generation : 0;
  built.progress = std::move(batch.progress);
  built.rejects = std::move(batch.rejects);
  built.bad_inputs = std::move(batch.bad_inputs);
  built.counts = std::move(batch.counts);
  for (Batch::Item& item : batch.items) {
    const auto reject = [&](RecordError error) {
      ++built.counts.rejected;
      built.rejects.push_back({std::move(error), true});
      built.bad_inputs.push_back(item.input);
    };
    auto record = item.chunk.parser->parse(item.chunk);
    std::string().swap(item.chunk.bytes);
    if (!record) {
      reject(std::move(record.error()));
      continue;
    }
    const auto article = normalizer_.normalize(std::move(*record));
    if (!article) {
      reject(article.error());
      continue;
    }
    add(*article, base, segments, built);
  }
  if (documents_) documents_->finish(built.segment);
  documents_.reset();
  builder_.start_batch();
  built.counts.entities = names_.take_counts();
  return built;
}

void BatchWorker::add(const Normalized& normalized, const std::optional<ArchiveReader>& base,
                      SegmentWriter& segments, BuiltBatch& built) {
  count(normalized, built);
  const Article& article = normalized.article;
  const std::string fields = encode_fields(article);
  BatchArticle entry{article.id, digest_of(fields), 0, false};
  if (!base_holds(base, entry)) {
    if (!documents_) documents_ = segments.new_batch();
    entry.document = documents_->add(builder_.build(article, fields));
  }
  built.segment.articles.push_back(std::move(entry));
}

void BatchWorker::count(const Normalized& normalized, BuiltBatch& built) {
  built.counts.count(normalized);
  if (normalized.repaired_bytes > 0) {
    Error error{"not-utf8", std::to_string(normalized.repaired_bytes) +
                                " bytes are not UTF-8 and were read as Windows-1252 (NUL bytes "
                                "were dropped); the article is indexed"};
    built.rejects.push_back({{normalized.at, std::move(error)}, false});
  }
  if (!normalized.date_problem.empty()) {
    built.rejects.push_back({{normalized.at, {"bad-date", normalized.date_problem}}, false});
  }
}

}  // namespace morgue
