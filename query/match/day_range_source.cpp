// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/day_range_source.h"

#include <charconv>
#include <string_view>

namespace morgue {
namespace {

// How the engine describes a query of this source alone, around what the source says of itself.
constexpr std::string_view kBefore = "Query(PostingSource(Days(";
constexpr std::string_view kBetween = "..";
constexpr std::string_view kAfter = ")))";

bool take(std::string_view& text, std::string_view wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(wanted.size());
  return true;
}

bool take(std::string_view& text, std::int32_t& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
  return read.ec == std::errc();
}

}  // namespace

std::string DayRangeSource::get_description() const {
  return "Days(" + std::to_string(wanted_.first) + std::string(kBetween) +
         std::to_string(wanted_.last) + ")";
}

std::optional<DayRange> DayRangeSource::range_of(const Xapian::Query& query) {
  if (query.get_type() != Xapian::Query::LEAF_POSTING_SOURCE) return std::nullopt;
  const std::string description = query.get_description();
  std::string_view rest = description;
  DayRange range;
  if (take(rest, kBefore) && take(rest, range.first) && take(rest, kBetween) &&
      take(rest, range.last) && rest == kAfter) {
    return range;
  }
  return std::nullopt;
}

void DayRangeSource::init(const Xapian::Database& database) {
  const auto columns = columns_->find(database.get_uuid());
  days_.emplace(database, columns == columns_->end() ? nullptr : columns->second.get());
  current_ = 0;
  last_document_ = database.get_lastdocid();
}

void DayRangeSource::skip_to(Xapian::docid document, double) {
  if (document > current_) current_ = document;
  while (current_ <= last_document_ && !days_->of(current_).meets(wanted_)) ++current_;
}

bool DayRangeSource::check(Xapian::docid document, double) {
  current_ = document;
  return days_->of(document).meets(wanted_);
}

Xapian::Query days_query(const DayRange& wanted, std::shared_ptr<const ColumnsByUuid> columns) {
  auto source = std::make_unique<DayRangeSource>(wanted, std::move(columns));
  return Xapian::Query(source.release()->release());
}

}  // namespace morgue
