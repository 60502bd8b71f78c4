// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/bulk/merged_terms.h"

#include <algorithm>

#include "indexer/write/bulk/term_order.h"

namespace morgue {
namespace {

/// The next term of a batch.
struct Head {
  std::uint64_t first_bytes = 0;
  std::string_view text;
  MergedTerms::Source source{};
};

/// For a heap whose top is the term that comes first.
struct ComesLater {
  bool operator()(const Head& a, const Head& b) const {
    if (a.first_bytes != b.first_bytes) return a.first_bytes > b.first_bytes;
    const int order = a.text.compare(b.text);
    return order != 0 ? order > 0 : a.source.batch > b.source.batch;
  }
};

}  // namespace

MergedTerms::MergedTerms(Batches batches) : batches_(batches) {
  std::size_t terms = 0;
  std::uint32_t documents = 0;
  std::vector<Head> heads;
  const auto push = [&](Source source) {
    const std::string_view text = text_of(source);
    heads.push_back({first_bytes_of(text), text, source});
    std::push_heap(heads.begin(), heads.end(), ComesLater());
  };
  for (std::uint32_t batch = 0; batch < batches_.size(); ++batch) {
    offsets_.push_back(documents);
    documents += static_cast<std::uint32_t>(batches_[batch]->lengths.size());
    terms += batches_[batch]->term_count();
    if (batches_[batch]->term_count() > 0) push({batch, 0});
  }
  sources_.reserve(terms);
  while (!heads.empty()) {
    std::pop_heap(heads.begin(), heads.end(), ComesLater());
    const Source source = heads.back().source;
    heads.pop_back();
    sources_.push_back(source);
    if (source.term + 1 < batches_[source.batch]->term_count()) {
      push({source.batch, source.term + 1});
    }
  }
}

}  // namespace morgue
