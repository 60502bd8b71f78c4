// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/bulk/write_segment.h"

#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/term.h"
#include "common/text/stem.h"
#include "indexer/write/bulk/merged_terms.h"
#include "indexer/write/glass/codes.h"
#include "indexer/write/glass/list_writer.h"
#include "indexer/write/glass/table_writer.h"
#include "indexer/write/glass/version_file.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using Batches = std::span<const InvertedBatch* const>;

glass::Statistics statistics_of(Batches batches) {
  glass::Statistics all;
  for (const InvertedBatch* batch : batches) {
    all.documents += static_cast<std::uint32_t>(batch->lengths.size());
    all.largest_weight = std::max(all.largest_weight, batch->largest_weight);
    for (const std::uint32_t length : batch->lengths) {
      all.total_length += length;
      all.longest = std::max(all.longest, length);
      if (length > 0 && (all.shortest == 0 || length < all.shortest)) all.shortest = length;
    }
  }
  return all;
}

/// Calls `use(document, value)` for the values of a slot, in the order of the documents.
template <class Use>
void for_each_value(const MergedTerms& merged, std::uint32_t slot, Use use) {
  for (std::size_t i = 0; i < merged.batches().size(); ++i) {
    const auto values = merged.batches()[i]->values.find(slot);
    if (values == merged.batches()[i]->values.end()) continue;
    std::string_view bytes = values->second.bytes;
    for (const std::uint32_t document : values->second.documents) {
      use(merged.offset(i) + document, *take_string(bytes));
    }
  }
}

std::set<std::uint32_t> slots_of(Batches batches) {
  std::set<std::uint32_t> slots;
  for (const InvertedBatch* batch : batches) {
    for (const auto& [slot, values] : batch->values) slots.insert(slot);
  }
  return slots;
}

void write_values(const MergedTerms& merged, glass::ListWriter& lists) {
  const std::set<std::uint32_t> slots = slots_of(merged.batches());
  for (const std::uint32_t slot : slots) {
    std::uint64_t documents = 0;
    std::string_view lowest, highest;
    for_each_value(merged, slot, [&](std::uint32_t, std::string_view value) {
      lowest = documents == 0 ? value : std::min(lowest, value);
      highest = std::max(highest, value);
      ++documents;
    });
    lists.add_value_statistics(slot, documents, lowest, highest);
  }
  for (const std::uint32_t slot : slots) {
    lists.start_values(slot);
    for_each_value(merged, slot, [&](std::uint32_t document, std::string_view value) {
      lists.add_value(document, value);
    });
    lists.end_values();
  }
}

glass::TableRoot write_postings(const MergedTerms& merged, const fs::path& file) {
  glass::TableWriter table(file);
  glass::ListWriter lists(table);
  write_values(merged, lists);
  lists.start_lengths();
  for (std::size_t i = 0; i < merged.batches().size(); ++i) {
    std::uint32_t document = merged.offset(i);
    for (const std::uint32_t length : merged.batches()[i]->lengths) lists.add(++document, length);
  }
  lists.end();
  merged.for_each([&](std::string_view term, std::span<const MergedTerms::Source> sources) {
    std::uint64_t documents = 0;
    std::uint64_t weights = 0;
    for (const MergedTerms::Source& source : sources) {
      documents += merged.term(source).documents;
      weights += merged.term(source).weights;
    }
    lists.start_postings(term, documents, weights);
    merged.for_each_posting(sources, [&](std::uint32_t document, std::uint32_t weight,
                                         std::string_view) { lists.add(document, weight); });
    lists.end();
  });
  return table.finish();
}

glass::TableRoot write_positions(const MergedTerms& merged, const fs::path& file) {
  glass::TableWriter table(file);
  std::string key;
  merged.for_each([&](std::string_view term, std::span<const MergedTerms::Source> sources) {
    key.clear();
    glass::append_term_before(key, term);
    const std::size_t term_bytes = key.size();
    merged.for_each_posting(sources,
                            [&](std::uint32_t document, std::uint32_t, std::string_view positions) {
                              if (positions.empty()) return;
                              key.resize(term_bytes);
                              glass::append_sortable(key, document);
                              table.add(key, positions);
                            });
  });
  return table.finish();
}

glass::TableRoot write_data(const MergedTerms& merged, const fs::path& file) {
  glass::TableWriter table(file);
  std::string key;
  for (std::size_t i = 0; i < merged.batches().size(); ++i) {
    const InvertedBatch& batch = *merged.batches()[i];
    std::uint64_t start = 0;
    std::uint32_t document = merged.offset(i);
    for (const std::uint64_t end : batch.data_ends) {
      const std::string_view data = std::string_view(batch.data).substr(start, end - start);
      start = end;
      key.clear();
      glass::append_sortable(key, ++document);
      if (!data.empty()) table.add(key, data);  // none is the same as an empty one
    }
  }
  return table.finish();
}

/// Makes the engine tell a list of synonyms from other tags.
constexpr unsigned kSynonymMark = 0x60;

/// The stems, each with the forms that share it (schema.h).
glass::TableRoot write_stems(const MergedTerms& merged, const fs::path& file) {
  const std::vector<std::string> languages = Stemmer::languages();
  std::vector<std::optional<Stemmer>> stemmers(languages.size());
  std::vector<std::pair<std::string, std::string_view>> forms;  // by the key of their stem
  merged.for_each([&](std::string_view term, std::span<const MergedTerms::Source> sources) {
    StemmedLanguages used = 0;
    for (const MergedTerms::Source& source : sources) used |= merged.term(source).languages;
    for (std::size_t i = 0; used != 0; ++i, used >>= 1U) {
      if ((used & 1U) == 0 || term.size() > kMaxFormBytes) continue;
      if (!stemmers[i]) stemmers[i].emplace(languages[i]);
      const std::string stem = stemmers[i]->stem(term);
      if (stem != term) forms.emplace_back(stem_key(languages[i], stem), term);
    }
  });
  std::sort(forms.begin(), forms.end());
  glass::TableWriter table(file);
  std::string tag;
  for (auto form = forms.begin(); form != forms.end();) {
    const std::string& key = form->first;
    tag.clear();
    for (; form != forms.end() && form->first == key; ++form) {
      tag += static_cast<char>(form->second.size() ^ kSynonymMark);
      tag.append(form->second);
    }
    table.add(key, tag);
  }
  return table.finish();
}

}  // namespace

void write_segment(Batches batches, const fs::path& target, std::launch tables_by) {
  fs::create_directories(target);
  const MergedTerms merged(batches);
  glass::Tables tables;
  auto positions =
      std::async(tables_by, [&] { return write_positions(merged, target / "position.glass"); });
  auto data = std::async(tables_by, [&] {
    tables.data = write_data(merged, target / "docdata.glass");
    tables.synonyms = write_stems(merged, target / "synonym.glass");
  });
  tables.postings = write_postings(merged, target / "postlist.glass");
  tables.positions = positions.get();
  data.get();
  glass::write_version_file(target, tables, statistics_of(batches));
}

}  // namespace morgue
