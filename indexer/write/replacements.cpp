// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/replacements.h"

#include <algorithm>
#include <cassert>

#include "common/index/schema.h"
#include "common/index/term.h"

namespace morgue {

Replacements::Replacements(const ArchiveReader* base) : base_(base) {
  if (base_ == nullptr) return;
  digest_ = base_->manifest().digest;
  for (const OpenSegment& segment : base_->segments()) {
    if (!segment.hidden.isEmpty()) hidden_.emplace(segment.info.id, segment.hidden);
  }
}

void Replacements::accept(const BatchSegment& batch, std::uint64_t base_generation,
                          Outcomes& outcomes) {
  const std::uint64_t current = base_ == nullptr ? 0 : base_->manifest().generation;
  const std::size_t number = hidden_in_batches_.size();
  hidden_in_batches_.emplace_back();
  for (const BatchArticle& article : batch.articles) {
    accept_one(article, number, base_generation == current, outcomes);
  }
}

void Replacements::accept_one(const BatchArticle& article, std::size_t batch, bool base_is_current,
                              Outcomes& outcomes) {
  if (const auto earlier = pending_.find(article.id); earlier != pending_.end()) {
    accept_again(earlier->second, article, batch, outcomes);
    if (earlier->second.document == 0) pending_.erase(earlier);
    return;
  }
  if (article.document == 0 && base_is_current && !shown_again_.contains(article.id)) {
    ++outcomes.unchanged;
    return;
  }
  const auto place = find_in_base(article.id);
  if (place && digest_at(*place) == article.digest && !article.rebuilt) {
    if (article.document != 0) hide_in_batch(batch, article.document);
    ++outcomes.unchanged;
    return;
  }
  if (place) hide_in_base(*place);
  ++(place ? outcomes.changed : outcomes.added);
  changed_ = true;
  if (article.document == 0) {
    show_again(article);
    return;
  }
  digest_.add(article.digest);
  pending_.emplace(article.id, Pending{batch, article.document, article.digest, place});
}

// The id was met before in this run. The last record wins; the earlier one counts as superseded,
// and the later one takes its place among the added or the changed.
void Replacements::accept_again(Pending& earlier, const BatchArticle& article, std::size_t batch,
                                Outcomes& outcomes) {
  if (earlier.digest == article.digest && !article.rebuilt) {
    if (article.document != 0) hide_in_batch(batch, article.document);
    ++outcomes.unchanged;
    return;
  }
  hide_in_batch(earlier.batch, earlier.document);
  digest_.remove(earlier.digest);
  ++outcomes.superseded;
  if (earlier.replaces && digest_at(*earlier.replaces) == article.digest && !article.rebuilt) {
    // Back to what is published.
    if (article.document != 0) hide_in_batch(batch, article.document);
    show_in_base(*earlier.replaces);
    --outcomes.changed;
    ++outcomes.unchanged;
    earlier.document = 0;
    return;
  }
  if (article.document == 0) {
    show_again(article);
    earlier.document = 0;
    return;
  }
  digest_.add(article.digest);
  earlier.batch = batch;
  earlier.document = article.document;
  earlier.digest = article.digest;
}

// The batch found this content published and made no document; a generation published since has
// replaced it by another record of this run. The old document is still there, hidden.
void Replacements::show_again(const BatchArticle& article) {
  for (std::size_t i = base_->segments().size(); i-- > 0;) {
    const OpenSegment& segment = base_->segments()[i];
    const std::string term = id_term(article.id);
    const auto end = segment.database.postlist_end(term);
    for (auto it = segment.database.postlist_begin(term); it != end; ++it) {
      const DocumentPlace place{i, *it};
      if (digest_at(place) != article.digest) continue;
      show_in_base(place);
      shown_again_.insert_or_assign(article.id, place);
      return;
    }
  }
  assert(!"a document that was published has gone while the archive was locked");
}

bool Replacements::remove(std::string_view id) {
  const auto place = find_in_base(id);
  if (!place) return false;
  hide_in_base(*place);
  changed_ = true;
  return true;
}

std::optional<DocumentPlace> Replacements::find_in_base(std::string_view id) const {
  if (base_ == nullptr) return std::nullopt;
  if (const auto shown = shown_again_.find(std::string(id)); shown != shown_again_.end()) {
    return is_hidden(shown->second) ? std::nullopt : std::optional(shown->second);
  }
  const auto place = base_->find(id);
  if (!place || is_hidden(*place)) return std::nullopt;
  return place;
}

bool Replacements::is_hidden(const DocumentPlace& place) const {
  const auto hidden = hidden_.find(base_->segments()[place.segment].info.id);
  return hidden != hidden_.end() && hidden->second.contains(place.document);
}

ArticleDigest Replacements::digest_at(const DocumentPlace& place) const {
  return guard_engine(base_->paths(), [&] {
    const std::string bytes = base_->segments()[place.segment]
                                  .database.get_document(place.document)
                                  .get_value(slot_number(Slot::Digest));
    ArticleDigest digest{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
  });
}

void Replacements::hide_in_base(const DocumentPlace& place) {
  hidden_[base_->segments()[place.segment].info.id].add(place.document);
  digest_.remove(digest_at(place));
}

void Replacements::show_in_base(const DocumentPlace& place) {
  hidden_[base_->segments()[place.segment].info.id].remove(place.document);
  digest_.add(digest_at(place));
}

void Replacements::hide_in_batch(std::size_t batch, Xapian::docid document) {
  hidden_in_batches_[batch].add(document);
}

}  // namespace morgue
