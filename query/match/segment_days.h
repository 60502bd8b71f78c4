// SPDX-License-Identifier: GPL-3.0-or-later
// The days that the articles of a segment may be of.
#pragma once

#include <cstdint>
#include <span>

#include <xapian.h>

#include "common/index/columns.h"
#include "common/index/value.h"

namespace morgue {

/// From the segment's columns, or from its value slots when it has none. `columns` must outlive it.
class SegmentDays {
 public:
  SegmentDays(const Xapian::Database& segment, const Columns* columns) {
    if (columns != nullptr) days_ = columns->days();
    if (!days_.empty()) return;
    first_ = segment.valuestream_begin(number_of(Slot::FirstDay));
    last_ = segment.valuestream_begin(number_of(Slot::LastDay));
    end_ = segment.valuestream_end(number_of(Slot::FirstDay));
  }

  /// Ask for documents in their order.
  DayRange of(std::uint32_t document) {
    if (!days_.empty()) return days_[document - 1];
    const auto first = day_at(first_, document);
    return first.empty() ? DayRange()
                         : DayRange{decode_day(first), decode_day(day_at(last_, document))};
  }

 private:
  static Xapian::valueno number_of(Slot slot) { return slot_number(slot); }

  std::string day_at(Xapian::ValueIterator& days, std::uint32_t document) const {
    if (days != end_) days.skip_to(document);
    return days != end_ && days.get_docid() == document ? *days : std::string();
  }

  std::span<const DayRange> days_;
  Xapian::ValueIterator first_, last_, end_;
};

}  // namespace morgue
