// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of certain days.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include <xapian.h>

#include "common/index/columns.h"
#include "query/match/segment_days.h"

namespace morgue {

/// By the UUID of the segment's database; a segment that has none is absent.
using ColumnsByUuid = std::map<std::string, std::shared_ptr<const Columns>>;

/// Those whose date may lie within a range. Has no weight.
class DayRangeSource : public Xapian::PostingSource {
 public:
  DayRangeSource(const DayRange& wanted, std::shared_ptr<const ColumnsByUuid> columns)
      : wanted_(wanted), columns_(std::move(columns)) {}

  /// The range that a query asks for, if it is one of this source and nothing else.
  static std::optional<DayRange> range_of(const Xapian::Query& query);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_document_; }
  Xapian::doccount get_termfreq_max() const override { return last_document_; }

  void next(double min_weight) override { skip_to(current_ + 1, min_weight); }
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return current_ > last_document_; }
  Xapian::docid get_docid() const override { return current_; }

  DayRangeSource* clone() const override { return new DayRangeSource(wanted_, columns_); }
  void init(const Xapian::Database& database) override;
  std::string get_description() const override;

 private:
  DayRange wanted_;
  std::shared_ptr<const ColumnsByUuid> columns_;
  std::optional<SegmentDays> days_;
  Xapian::docid current_ = 0;
  Xapian::docid last_document_ = 0;
};

/// The documents as a query.
Xapian::Query days_query(const DayRange& wanted, std::shared_ptr<const ColumnsByUuid> columns);

}  // namespace morgue
