// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/segment_postings.h"

#include <algorithm>

namespace morgue {
namespace {

/// More postings are read again when they are asked for again; 8 MB.
constexpr std::size_t kMostKept = 1'000'000;

SegmentPostings::List read(const Xapian::Database& segment, const std::string& term) {
  SegmentPostings::List list;
  const auto end = segment.postlist_end(term);
  for (auto it = segment.postlist_begin(term); it != end; ++it) {
    list.documents.push_back(*it);
    list.frequencies.push_back(it.get_wdf());
  }
  return list;
}

}  // namespace

std::uint32_t SegmentPostings::count(const std::string& term) {
  Term& known = terms_[term];
  if (!known.count) known.count = segment_->get_termfreq(term);
  return *known.count;
}

std::shared_ptr<const SegmentPostings::List> SegmentPostings::list(const std::string& term) {
  Term& known = terms_[term];
  if (known.list != nullptr) return known.list;
  auto all = std::make_shared<const List>(read(*segment_, term));
  known.count = static_cast<std::uint32_t>(all->documents.size());
  if (kept_ + all->documents.size() <= kMostKept) {
    kept_ += all->documents.size();
    known.list = all;
  }
  return all;
}

std::shared_ptr<const SegmentPostings::List> SegmentPostings::list_for(const std::string& term,
                                                                       std::uint64_t documents) {
  const Term& known = terms_[term];
  if (known.list == nullptr && is_cheaper_to_skip(documents, count(term))) return nullptr;
  return list(term);
}

std::optional<std::uint32_t> SegmentPostings::frequency(const std::string& term,
                                                        std::uint32_t document) {
  Term& known = terms_[term];
  if (known.list != nullptr) {
    const auto& documents = known.list->documents;
    const auto found = std::lower_bound(documents.begin(), documents.end(), document);
    if (found == documents.end() || *found != document) return std::nullopt;
    return known.list->frequencies[static_cast<std::size_t>(found - documents.begin())];
  }
  if (known.count == 0U) return std::nullopt;
  if (!known.at || document < known.asked) known.at = segment_->postlist_begin(term);
  known.asked = document;
  const auto end = segment_->postlist_end(term);
  if (*known.at != end) known.at->skip_to(document);
  if (*known.at == end || **known.at != document) return std::nullopt;
  return known.at->get_wdf();
}

}  // namespace morgue
