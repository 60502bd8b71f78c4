// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/bulk/inverter.h"

#include <algorithm>
#include <cassert>
#include <utility>

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
  Document& kept = documents_.emplace_back();
  kept.postings.reserve(document.postings.size());
  positions_.clear();
  for (const TermPosting& posting : document.postings) {
    const std::size_t start = positions_.size();
    if (posting.count > 0) glass::append_positions(positions_, document.positions_of(posting));
    kept.postings.push_back(
        {posting.term, posting.weight, static_cast<std::uint32_t>(positions_.size() - start)});
    length += posting.weight;
    batch_->largest_weight = std::max(batch_->largest_weight, posting.weight);
  }
  kept.positions = positions_;
  kept_bytes_ +=
      sizeof kept + kept.postings.capacity() * sizeof(Posting) + kept.positions.capacity();
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
  return batch_->memory_bytes() + terms + 2 * kept_bytes_;  // finish() copies them in order
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

// Sorts the postings by term: their sizes tell where those of each term begin, and in the order of
// the documents each is written behind the one before it.
void Inverter::write_postings(const std::vector<TermNumber>& sorted) {
  struct Column {
    std::uint64_t bytes = 0;  ///< of all postings; then where the next one goes
    std::uint64_t weights = 0;
    std::uint32_t documents = 0;
    std::uint32_t last_document = 0;
  };
  std::vector<Column> columns(sorted.size());  // by term
  std::uint32_t number = 0;
  for (const Document& document : documents_) {
    ++number;
    for (const Posting& posting : document.postings) {
      Column& column = columns[posting.term];
      column.bytes += varint_bytes(number - column.last_document) + varint_bytes(posting.weight) +
                      varint_bytes(posting.position_bytes) + posting.position_bytes;
      column.weights += posting.weight;
      ++column.documents;
      column.last_document = number;
    }
  }
  std::uint64_t end = 0;
  for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
    Column& column = columns[sorted[rank]];
    InvertedBatch::Term& term = batch_->terms[rank];
    term.documents = column.documents;
    term.weights = column.weights;
    term.postings = end;
    end += std::exchange(column.bytes, end);
    column.last_document = 0;
  }
  batch_->postings.resize(end);
  number = 0;
  for (Document& document : documents_) {
    ++number;
    const char* positions = document.positions.data();
    for (const Posting& posting : document.postings) {
      Column& column = columns[posting.term];
      char* const start = batch_->postings.data() + column.bytes;
      char* at = put_varint(start, number - column.last_document);
      at = put_varint(at, posting.weight);
      at = put_varint(at, posting.position_bytes);
      at = std::copy_n(positions, posting.position_bytes, at);
      positions += posting.position_bytes;
      column.bytes += static_cast<std::uint64_t>(at - start);
      column.last_document = number;
    }
    document = {};  // another batch may need its memory
  }
  documents_.clear();
}

}  // namespace morgue
