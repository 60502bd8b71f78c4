// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/facet_counter.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "query/match/segment_days.h"

namespace morgue {
namespace {

/// With fewer values than this part of all, they are sorted and not looked for in a table of all.
constexpr std::size_t kSparse = 16;

bool comes_before(const FacetRow& a, const FacetRow& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

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

std::vector<FacetRow> FacetCounter::rows_of(const SegmentCounts& segment) {
  std::vector<FacetRow> rows;
  rows.reserve(segment.counts.size());
  for (const Count& count : segment.counts) {
    rows.push_back({std::string(segment.values->text(count.number)), count.count, {}});
  }
  return rows;
}

/// So many rows, the first ones, when values stand in this segment alone.
std::vector<FacetRow> FacetCounter::best_of(const SegmentCounts& segment, std::size_t rows) {
  SegmentCounts best{segment.values, segment.counts};
  const auto shown = best.counts.begin() + static_cast<std::ptrdiff_t>(rows);
  std::partial_sort(best.counts.begin(), shown, best.counts.end(),
                    [&](const Count& a, const Count& b) {
                      if (a.count != b.count) return a.count > b.count;
                      return best.values->text(a.number) < best.values->text(b.number);
                    });
  best.counts.erase(shown, best.counts.end());
  return rows_of(best);
}

std::vector<FacetRow> FacetCounter::joined(const Counts& counts) const {
  std::unordered_map<std::string, std::uint64_t> sums(counts.texts.begin(), counts.texts.end());
  for (const SegmentCounts& segment : counts.segments) {
    for (const Count& count : segment.counts) {
      sums[std::string(segment.values->text(count.number))] += count.count;
    }
  }
  std::vector<FacetRow> rows;
  rows.reserve(sums.size());
  for (const auto& [text, count] : sums) rows.push_back({text, count, {}});
  return rows;
}

Facet FacetCounter::result(std::size_t source, std::size_t rows) const {
  const Counts& counts = counts_[source];
  Facet facet;
  facet.name = sources_[source].name;
  if (counts.segments.size() == 1 && counts.texts.empty()) {
    const SegmentCounts& only = counts.segments.front();
    const std::size_t shown = std::min(rows, only.counts.size());
    facet.rows = best_of(only, shown);
    facet.other_values = only.counts.size() - shown;
    return facet;
  }
  facet.rows = joined(counts);
  const std::size_t shown = std::min(rows, facet.rows.size());
  std::partial_sort(facet.rows.begin(), facet.rows.begin() + static_cast<std::ptrdiff_t>(shown),
                    facet.rows.end(), comes_before);
  facet.other_values = facet.rows.size() - shown;
  facet.rows.resize(shown);
  return facet;
}

}  // namespace morgue
