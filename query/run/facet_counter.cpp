// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/facet_counter.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "common/base/number_table.h"
#include "query/match/segment_days.h"

namespace morgue {
namespace {

/// With fewer documents than this part of all values, what they have is sorted: to pass over a
/// table of all values costs about one step for each, to sort the dozen values of a document a few
/// hundred.
constexpr std::size_t kSparse = 256;

std::vector<std::uint32_t> numbers_of(const DocumentNumbers& documents) {
  std::vector<std::uint32_t> numbers(documents.cardinality());
  documents.toUint32Array(numbers.data());
  return numbers;
}

/// Calls `use(PartialDate)` for each period that one of the days lies in.
template <class Use>
void for_each_period(DayRange days, FacetSource::Kind kind, Use use) {
  for (std::int32_t day = days.first; day <= days.last;) {
    const PartialDate period = period_of(day, kind);
    use(period);
    day = period.last_day() + 1;
  }
}

}  // namespace

FacetCache::Values FacetCache::find(const FacetSource& source, std::size_t place,
                                    const DocumentNumbers& among) {
  const std::pair key(source.name, place);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  const auto values = std::make_shared<const FacetValues>(archives_.segment(place), source,
                                                          archives_.view().names_on_demand, among);
  if (values->has_all()) known_.emplace(key, values);
  return values;
}

FacetCounter::FacetCounter(std::vector<FacetSource> sources, const OpenArchives& archives,
                           const ArticleSet& all, FacetCache& cache)
    : sources_(std::move(sources)),
      archives_(archives),
      all_(all),
      cache_(cache),
      counts_(sources_.size()) {
  for (Counts& counts : counts_) counts.without_value.segments.resize(archives.segments());
}

FacetCache::Values FacetCounter::values(std::size_t source, std::size_t place) {
  FacetCache::Values& known = values_[{source, place}];
  if (known == nullptr) known = cache_.find(sources_[source], place, all_.segments[place]);
  return known;
}

void FacetCounter::count(const ArticleSet& articles) {
  for (std::size_t place = 0; place < articles.segments.size(); ++place) {
    if (sources_.empty() || articles.segments[place].isEmpty()) continue;
    const std::vector<std::uint32_t> documents = numbers_of(articles.segments[place]);
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].is_period()) {
        count_periods(i, place, documents);
      } else {
        count_values(i, place, documents);
      }
    }
  }
}

void FacetCounter::count_values(std::size_t source, std::size_t place,
                                const std::vector<std::uint32_t>& documents) {
  SegmentCounts segment{values(source, place), {}};
  const FacetValues& values = *segment.values;
  std::vector<std::uint32_t> without;
  const auto for_each = [&](auto use) {
    for (const std::uint32_t document : documents) {
      bool any = false;
      values.for_each(document, [&](FacetValues::Number number) {
        any = true;
        use(number);
      });
      if (!any) without.push_back(document);
    }
  };
  if (documents.size() * kSparse < values.size()) {
    std::vector<FacetValues::Number> seen;
    for_each([&](FacetValues::Number number) { seen.push_back(number); });
    std::sort(seen.begin(), seen.end());
    for (const FacetValues::Number number : seen) {
      if (segment.counts.empty() || segment.counts.back().number != number) {
        segment.counts.push_back({number, 0});
      }
      ++segment.counts.back().count;
    }
  } else {
    std::vector<std::uint32_t> table(values.size());
    for_each([&](FacetValues::Number number) { ++table[number]; });
    for (FacetValues::Number number = 0; number < table.size(); ++number) {
      if (table[number] > 0) segment.counts.push_back({number, table[number]});
    }
  }
  Counts& counts = counts_[source];
  counts.without_value.segments[place] = DocumentNumbers(without.size(), without.data());
  if (!segment.counts.empty()) counts.segments.push_back(std::move(segment));
}

void FacetCounter::count_periods(std::size_t source, std::size_t place,
                                 const std::vector<std::uint32_t>& documents) {
  const FacetSource::Kind kind = sources_[source].kind;
  std::map<std::string, std::uint64_t>& texts = counts_[source].texts;
  const OpenSegment& segment = archives_.segment(place);
  SegmentDays days(segment.database, segment.columns.get());
  std::unordered_map<std::int32_t, std::uint64_t> whole;  // articles of one day
  for (const std::uint32_t document : documents) {
    const DayRange range = days.of(document);
    if (!range.known()) {
      counts_[source].without_value.segments[place].add(document);
    } else if (range.first == range.last) {
      ++whole[range.first];
    } else {
      for_each_period(range, kind, [&](PartialDate period) { ++texts[period.to_string()]; });
    }
  }
  for (const auto& [day, count] : whole) texts[period_of(day, kind).to_string()] += count;
}

std::vector<std::string> FacetCounter::texts_of(std::size_t source, Xapian::docid article) {
  const std::size_t segments = archives_.segments();
  const std::size_t place = JoinedNumber::place(article, segments);
  const std::uint32_t document = JoinedNumber::document(article, segments);
  const OpenSegment& segment = archives_.segment(place);
  std::vector<std::string> texts;
  if (sources_[source].is_period()) {
    SegmentDays days(segment.database, segment.columns.get());
    for_each_period(days.of(document), sources_[source].kind,
                    [&](PartialDate period) { texts.push_back(period.to_string()); });
    return texts;
  }
  const FacetCache::Values known = values(source, place);
  known->for_each(document,
                  [&](FacetValues::Number number) { texts.emplace_back(known->text(number)); });
  return texts;
}

void FacetCounter::count_once(Xapian::docid counted, const std::vector<Xapian::docid>& copies) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const std::vector<std::string> own = texts_of(i, counted);
    std::set<std::string> seen(own.begin(), own.end());
    for (const Xapian::docid copy : copies) {
      for (std::string& text : texts_of(i, copy)) {
        if (seen.insert(text).second) ++counts_[i].texts[std::move(text)];
      }
    }
  }
}

std::vector<FacetCounter::Sum> FacetCounter::sums_of(const Counts& counts) {
  std::vector<Sum> sums;
  std::size_t most = counts.texts.size();
  for (const SegmentCounts& segment : counts.segments) most += segment.counts.size();
  sums.reserve(most);
  NumberTable numbers;
  numbers.reserve(most);
  // Of one segment no value comes twice.
  const bool alone = counts.segments.size() + (counts.texts.empty() ? 0 : 1) == 1;
  const auto add = [&](std::string_view text, std::uint64_t count) {
    const auto next = static_cast<std::uint32_t>(sums.size());
    const auto number =
        alone ? next
              : numbers.number(std::hash<std::string_view>()(text), next,
                               [&](std::uint32_t known) { return sums[known].value == text; });
    if (number == next) sums.push_back({text, 0});
    sums[number].count += count;
  };
  for (const SegmentCounts& segment : counts.segments) {
    for (const Count& count : segment.counts) add(segment.values->text(count.number), count.count);
  }
  for (const auto& [text, count] : counts.texts) add(text, count);
  return sums;
}

Facet FacetCounter::result(std::size_t source, std::size_t rows) const {
  std::vector<Sum> sums = sums_of(counts_[source]);
  const std::size_t shown = std::min(rows, sums.size());
  const auto end = sums.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(sums.begin(), end, sums.end(), [](const Sum& a, const Sum& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  Facet facet;
  facet.name = sources_[source].name;
  for (auto sum = sums.begin(); sum != end; ++sum) {
    facet.rows.push_back({std::string(sum->value), sum->count, {}});
  }
  facet.other_values = sums.size() - shown;
  return facet;
}

}  // namespace morgue
