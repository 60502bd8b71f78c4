// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/bulk/inverter.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "common/index/varint.h"
#include "indexer/write/bulk/term_order.h"
#include "indexer/write/glass/positions.h"

namespace morgue {
namespace {

/// The numbers of all terms, in the order of their bytes.
std::vector<TermNumber> sorted_terms(const TermTable& terms) {
  struct Key {
    std::uint64_t first_bytes;
    TermNumber term;
  };
  std::vector<Key> keys(terms.size());
  for (TermNumber term = 0; term < terms.size(); ++term) {
    keys[term] = {first_bytes_of(terms.text(term)), term};
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
    return terms.text(a.term) < terms.text(b.term);
  });
  std::vector<TermNumber> sorted(keys.size());
  std::transform(keys.begin(), keys.end(), sorted.begin(), [](const Key& key) { return key.term; });
  return sorted;
}

}  // namespace

std::uint64_t InvertedBatch::memory_bytes() const {
  std::uint64_t bytes = terms.capacity() * sizeof(Term) + texts.capacity() + postings.capacity() +
                        lengths.capacity() * sizeof(std::uint32_t) + data.capacity() +
                        data_ends.capacity() * sizeof(std::uint64_t);
  for (const auto& [slot, list] : values) {
    bytes += list.bytes.capacity() + list.documents.capacity() * sizeof(std::uint32_t);
  }
  return bytes;
}

std::uint32_t Inverter::add(const BuiltDocument& document) {
  assert(terms_ == nullptr || terms_ == document.terms);
  terms_ = document.terms;
  const auto number = static_cast<std::uint32_t>(batch_->lengths.size() + 1);
  std::uint32_t length = 0;
  for (const TermPosting& posting : document.postings) {
    const std::size_t start = positions_.size();
    if (posting.count > 0) glass::append_positions(positions_, document.positions_of(posting));
    postings_.push_back({posting.term, number, posting.weight,
                         static_cast<std::uint32_t>(positions_.size() - start), start});
    length += posting.weight;
    batch_->largest_weight = std::max(batch_->largest_weight, posting.weight);
  }
  batch_->lengths.push_back(length);
  for (const SlotValue& value : document.values) {
    InvertedBatch::Values& values = batch_->values[static_cast<std::uint32_t>(value.slot)];
    values.documents.push_back(number);
    append_string(values.bytes, value.bytes);
  }
  batch_->data.append(document.data);
  batch_->data_ends.push_back(batch_->data.size());
  return number;
}

std::uint64_t Inverter::memory_bytes() const {
  constexpr std::uint64_t kPerTerm = 64;  // in the builder's table, and in the batch's
  const std::uint64_t terms = terms_ == nullptr ? 0 : terms_->size() * kPerTerm;
  const std::uint64_t postings = postings_.capacity() * sizeof(Posting) + positions_.capacity();
  return batch_->memory_bytes() + terms + 2 * postings;  // finish() copies them in order
}

std::unique_ptr<InvertedBatch> Inverter::finish() {
  if (terms_ == nullptr) {
    batch_->terms.emplace_back();
  } else {
    write_terms(*terms_);
  }
  batch_->data.shrink_to_fit();
  return std::move(batch_);
}

/// Every term of the table has a posting: whoever adds one to it adds an occurrence.
void Inverter::write_terms(const TermTable& terms) {
  const std::vector<TermNumber> sorted = sorted_terms(terms);
  batch_->terms.resize(sorted.size() + 1);
  std::size_t text_bytes = 0;
  for (const TermNumber term : sorted) text_bytes += terms.text(term).size();
  batch_->texts.reserve(text_bytes);
  for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
    batch_->terms[rank].text = static_cast<std::uint32_t>(batch_->texts.size());
    batch_->terms[rank].languages = terms.languages(sorted[rank]);
    batch_->texts.append(terms.text(sorted[rank]));
  }
  write_postings(sorted);
  batch_->terms.back().text = static_cast<std::uint32_t>(batch_->texts.size());
  batch_->terms.back().postings = batch_->postings.size();
}

// Sorts the postings by term, by counting; those of a term stay in the order of their documents.
void Inverter::write_postings(const std::vector<TermNumber>& sorted) {
  std::vector<std::uint32_t> counts(sorted.size());
  for (const Posting& posting : postings_) ++counts[posting.term];
  std::vector<std::uint32_t> next(sorted.size());  // by term: where its next posting goes
  std::uint32_t first = 0;
  for (const TermNumber term : sorted) {
    next[term] = first;
    first += counts[term];
  }
  std::vector<std::uint32_t> order(postings_.size());
  for (std::uint32_t i = 0; i < postings_.size(); ++i) order[next[postings_[i].term]++] = i;

  std::string& out = batch_->postings;
  constexpr std::size_t kUsualHeadBytes = 3;
  out.reserve(positions_.size() + kUsualHeadBytes * postings_.size());
  std::size_t at = 0;
  for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
    InvertedBatch::Term& term = batch_->terms[rank];
    term.documents = counts[sorted[rank]];
    term.postings = out.size();
    std::uint32_t before = 0;
    for (const std::size_t end = at + term.documents; at < end; ++at) {
      const Posting& posting = postings_[order[at]];
      append_varint(out, posting.document - before);
      append_varint(out, posting.weight);
      append_varint(out, posting.position_bytes);
      out.append(positions_, posting.positions, posting.position_bytes);
      before = posting.document;
      term.weights += posting.weight;
    }
  }
  std::vector<Posting>().swap(postings_);
  std::string().swap(positions_);
}

}  // namespace morgue
