// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a segment: what facets, dates, scores and sorting ask of every match, beside the
// database and made of it, in a file that is mapped into memory.
//
// The file can always be made again from the database, and whatever reads it can do without. It
// names its database and its version, and each part has a checksum, which is looked at when the
// part is first used: a file that is missing, damaged or of something else is no file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include <xapian.h>

#include "common/index/facet_column.h"
#include "common/index/hidden.h"
#include "common/index/schema.h"

namespace morgue {

/// The days that an article may be of, since 1970-01-01. Without a date no day lies in it.
struct DayRange {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();

  bool known() const { return first <= last; }
  /// Whether it has a date, and that may lie in `other`.
  bool meets(const DayRange& other) const {
    return known() && first <= other.last && other.first <= last;
  }
};

/// Slots that have a column of values.
inline constexpr Slot kFacetSlots[] = {Slot::Source,   Slot::Section, Slot::Byline,
                                       Slot::Language, Slot::Person,  Slot::Organisation,
                                       Slot::Place,    Slot::Extra};

/// Where a part of the file is.
struct ColumnPart;

/// What is mapped stays readable when the file is removed. Used by one thread.
class Columns {
 public:
  /// Null when there is no such file, or it is not of this database.
  static std::shared_ptr<const Columns> open(const std::filesystem::path& file,
                                             const Xapian::Database& database);

  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  /// Whether no part is damaged.
  bool is_whole() const;

  // Null or empty when the part is damaged. Of document 1 first.
  const FacetColumn* values(Slot slot) const;
  std::span<const DayRange> days() const;
  /// The place of each document among all when they are sorted by Slot::NewestThenId.
  std::span<const std::uint32_t> places() const;
  /// What the engine calls document length: the sum of the frequencies, see schema.h.
  std::span<const std::uint32_t> lengths() const;

 private:
  explicit Columns(std::string_view bytes) : bytes_(bytes) {}

  bool belongs_to(const Xapian::Database& database);
  std::string_view part(std::uint32_t name) const;
  template <class Value>
  std::span<const Value> array(std::uint32_t name) const;

  std::string_view bytes_;  ///< mapped
  std::uint32_t documents_ = 0;
  std::span<const ColumnPart> parts_;
  mutable std::map<std::uint32_t, std::string_view> checked_;  ///< empty: damaged
  mutable std::map<Slot, std::optional<FacetColumn>> facets_;
};

/// The column of a slot, as FacetColumn::read() takes it; of the documents of `among` alone, or of
/// all when that is null. Throws Xapian::Error.
std::string make_facet_column(const Xapian::Database& database, Slot slot,
                              const DocumentNumbers* among);

/// Writes the file anew, so that a reader has the old or the new. Throws IndexError, Xapian::Error.
void write_columns(const Xapian::Database& database, const std::filesystem::path& file);

/// Whether a file holds what write_columns() would write.
bool columns_agree(const Xapian::Database& database, const std::filesystem::path& file);

}  // namespace morgue
