// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/batch_worker.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/build/memory_estimate.h"

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

Error too_much_memory(const Article& article, std::uint64_t needed) {
  constexpr std::uint64_t kMega = 1U << 20U;
  // Half of the memory is for what is built.
  return {"too-large", std::to_string(text_bytes(article)) +
                           " bytes of text that would take too much memory; cut it into articles, "
                           "or add it with --memory " +
                           std::to_string(2 * needed / kMega + 1) + "M"};
}

}  // namespace

BuiltBatch BatchWorker::build(Batch& batch, const std::optional<ArchiveReader>& base,
                              SegmentWriter& segments, MemoryRoom room) {
  BuiltBatch built;
  built.base_generation = base ? base->manifest().generation : 0;
  built.rejects = std::exchange(batch.rejects, {});
  built.bad_inputs = std::exchange(batch.bad_inputs, {});
  built.counts = std::exchange(batch.counts, {});
  std::size_t done = 0;
  for (; done < batch.items.size(); ++done) {
    Batch::Item& item = batch.items[done];
    const auto reject = [&](RecordError error) {
      ++built.counts.rejected;
      built.rejects.push_back({std::move(error), true});
      built.bad_inputs.push_back(item.input);
    };
    auto record = item.chunk.parser->parse(item.chunk);
    if (!record) {
      reject(std::move(record.error()));
      continue;
    }
    const auto article = normalizer_.normalize(std::move(*record));
    if (!article) {
      reject(article.error());
      continue;
    }
    const Fit fit = fit_of(article->article, room);
    if (fit == Fit::Leave) break;
    std::string().swap(item.chunk.bytes);
    if (fit == Fit::Reject) {
      reject({article->at, too_much_memory(article->article, memory_for(article->article, room))});
      continue;
    }
    add(*article, base, segments, built);
  }
  batch.items.erase(batch.items.begin(), batch.items.begin() + static_cast<std::ptrdiff_t>(done));
  if (batch.items.empty()) built.progress = std::exchange(batch.progress, {});
  if (documents_) documents_->finish(built.segment);
  documents_.reset();
  builder_.start_batch();
  built.counts.entities = names_.take_counts();
  return built;
}

/// 0 of an article that no room is too small for.
std::uint64_t BatchWorker::memory_for(const Article& article, MemoryRoom room) const {
  constexpr std::uint64_t kSmall = 8;  // part of the room
  const bool small = text_bytes(article) * kMostMemoryPerTextByte < room.bytes / kSmall;
  return small ? 0 : memory_to_build(article, with_models_);
}

BatchWorker::Fit BatchWorker::fit_of(const Article& article, MemoryRoom room) const {
  const std::uint64_t held = documents_ ? documents_->memory_bytes() : 0;
  if (held + memory_for(article, room) <= room.bytes) return Fit::Add;
  if (documents_ || !room.is_all) return Fit::Leave;
  return Fit::Reject;
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
