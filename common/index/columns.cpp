// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/columns.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "common/index/archive_files.h"
#include "common/index/value.h"

namespace morgue {

struct ColumnPart {
  std::uint64_t name;
  std::uint64_t offset;
  std::uint64_t size;
  std::uint64_t checksum;
};

namespace {

// A header, the table of the parts, a checksum of both; then the parts, each at a multiple of 8.
constexpr char kColumnsMagic[16] = "MorgueColumns2\n";
constexpr std::uint32_t kDays = 1000;  ///< names of parts; others are slots
constexpr std::uint32_t kPlaces = 1001;
constexpr std::uint32_t kLengths = 1002;
constexpr std::size_t kAlignment = 8;

struct Header {
  char magic[sizeof kColumnsMagic];
  char uuid[40];
  std::uint32_t documents;
  std::uint32_t parts;
};

std::size_t padded(std::size_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

std::uint64_t checksum_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Header header_of(const Xapian::Database& database, std::size_t parts) {
  Header header{};
  std::memcpy(header.magic, kColumnsMagic, sizeof kColumnsMagic);
  const std::string uuid = database.get_uuid();
  std::memcpy(header.uuid, uuid.data(), std::min(uuid.size(), sizeof header.uuid));
  header.documents = database.get_lastdocid();
  header.parts = static_cast<std::uint32_t>(parts);
  return header;
}

template <class Value>
std::string_view bytes_of(const Value* values, std::size_t count) {
  return {reinterpret_cast<const char*>(values), count * sizeof(Value)};
}

/// Calls `use(document, value)` for each document that has one.
template <class Use>
void for_each_in_slot(const Xapian::Database& database, Slot slot, Use use) {
  const auto number = slot_number(slot);
  const auto end = database.valuestream_end(number);
  for (auto it = database.valuestream_begin(number); it != end; ++it) use(it.get_docid(), *it);
}

std::string make_days(const Xapian::Database& database) {
  std::vector<DayRange> days(database.get_lastdocid());
  for_each_in_slot(database, Slot::FirstDay, [&](Xapian::docid document, const std::string& day) {
    days[document - 1].first = decode_day(day);
  });
  for_each_in_slot(database, Slot::LastDay, [&](Xapian::docid document, const std::string& day) {
    days[document - 1].last = decode_day(day);
  });
  return std::string(bytes_of(days.data(), days.size()));
}

std::string make_places(const Xapian::Database& database) {
  std::vector<std::string> keys(database.get_lastdocid());
  for_each_in_slot(
      database, Slot::NewestThenId,
      [&](Xapian::docid document, const std::string& key) { keys[document - 1] = key; });
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  std::vector<std::uint32_t> places(keys.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  return std::string(bytes_of(places.data(), places.size()));
}

std::string make_lengths(const Xapian::Database& database) {
  std::vector<std::uint32_t> lengths(database.get_lastdocid());
  const auto end = database.postlist_end("");
  for (auto it = database.postlist_begin(""); it != end; ++it)
    lengths[*it - 1] = it.get_doclength();
  return std::string(bytes_of(lengths.data(), lengths.size()));
}

std::vector<std::uint32_t> part_names() {
  std::vector<std::uint32_t> names{kDays, kPlaces, kLengths};
  for (const Slot slot : kFacetSlots) names.push_back(static_cast<std::uint32_t>(slot));
  return names;
}

std::string make_part(const Xapian::Database& database, std::uint32_t name) {
  if (name == kDays) return make_days(database);
  if (name == kPlaces) return make_places(database);
  if (name == kLengths) return make_lengths(database);
  return make_facet_column(database, static_cast<Slot>(name), nullptr);
}

}  // namespace

std::string make_facet_column(const Xapian::Database& database, Slot slot,
                              const DocumentNumbers* among) {
  FacetColumnBuilder builder(database.get_lastdocid());
  if (among == nullptr) {
    for_each_in_slot(database, slot, [&](Xapian::docid document, const std::string& packed) {
      builder.add(document, packed);
    });
    return builder.finish();
  }
  const auto number = slot_number(slot);
  auto it = database.valuestream_begin(number);
  const auto end = database.valuestream_end(number);
  for (const std::uint32_t document : *among) {
    if (it != end) it.skip_to(document);
    if (it == end) break;
    if (it.get_docid() == document) builder.add(document, *it);
  }
  return builder.finish();
}

static std::string encode_columns(const Xapian::Database& database) {
  const std::vector<std::uint32_t> names = part_names();
  const Header header = header_of(database, names.size());
  const std::size_t head = sizeof header + names.size() * sizeof(ColumnPart);
  std::string bytes(head + sizeof(std::uint64_t), '\0');
  std::vector<ColumnPart> parts;
  for (const std::uint32_t name : names) {
    const std::string part = make_part(database, name);
    parts.push_back({name, bytes.size(), part.size(), checksum_of(part)});
    bytes.append(part);
    bytes.resize(padded(bytes.size()));
  }
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, parts.data(), parts.size() * sizeof(ColumnPart));
  const std::uint64_t checksum = checksum_of(std::string_view(bytes).substr(0, head));
  std::memcpy(bytes.data() + head, &checksum, sizeof checksum);
  return bytes;
}

std::shared_ptr<const Columns> Columns::open(const std::filesystem::path& file,
                                             const Xapian::Database& database) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) return nullptr;
  struct stat status {};
  void* mapped = MAP_FAILED;
  const bool sized = ::fstat(opened, &status) == 0 && status.st_size > 0;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (sized) mapped = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, opened, 0);
  ::close(opened);
  if (mapped == MAP_FAILED) return nullptr;
  const std::shared_ptr<Columns> columns(
      new Columns(std::string_view(static_cast<const char*>(mapped), size)));
  return columns->belongs_to(database) ? columns : nullptr;
}

Columns::~Columns() { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }

bool Columns::belongs_to(const Xapian::Database& database) {
  const std::vector<std::uint32_t> names = part_names();
  const Header wanted = header_of(database, names.size());
  const std::size_t head = sizeof wanted + names.size() * sizeof(ColumnPart);
  if (bytes_.size() < head + sizeof(std::uint64_t)) return false;
  std::uint64_t checksum = 0;
  std::memcpy(&checksum, bytes_.data() + head, sizeof checksum);
  if (std::memcmp(bytes_.data(), &wanted, sizeof wanted) != 0 ||
      checksum != checksum_of(bytes_.substr(0, head))) {
    return false;
  }
  documents_ = wanted.documents;
  parts_ = {reinterpret_cast<const ColumnPart*>(bytes_.data() + sizeof wanted), names.size()};
  return true;
}

std::string_view Columns::part(std::uint32_t name) const {
  const auto [known, is_new] = checked_.try_emplace(name);
  if (!is_new) return known->second;
  for (const ColumnPart& part : parts_) {
    if (part.name != name || part.offset > bytes_.size() ||
        part.size > bytes_.size() - part.offset || part.offset % kAlignment != 0) {
      continue;
    }
    const std::string_view bytes = bytes_.substr(part.offset, part.size);
    if (checksum_of(bytes) == part.checksum) known->second = bytes;
  }
  return known->second;
}

const FacetColumn* Columns::values(Slot slot) const {
  const auto [known, is_new] = facets_.try_emplace(slot);
  if (is_new) {
    known->second = FacetColumn::read(part(static_cast<std::uint32_t>(slot)), documents_);
  }
  return known->second ? &*known->second : nullptr;
}

/// A value of each document.
template <class Value>
std::span<const Value> Columns::array(std::uint32_t name) const {
  const std::string_view bytes = part(name);
  if (bytes.size() != documents_ * sizeof(Value)) return {};
  return {reinterpret_cast<const Value*>(bytes.data()), documents_};
}

std::span<const DayRange> Columns::days() const { return array<DayRange>(kDays); }
std::span<const std::uint32_t> Columns::places() const { return array<std::uint32_t>(kPlaces); }
std::span<const std::uint32_t> Columns::lengths() const { return array<std::uint32_t>(kLengths); }

bool Columns::is_whole() const {
  return days().size() == documents_ && places().size() == documents_ &&
         lengths().size() == documents_ &&
         std::all_of(std::begin(kFacetSlots), std::end(kFacetSlots),
                     [&](Slot slot) { return values(slot) != nullptr; });
}

void write_columns(const Xapian::Database& database, const std::filesystem::path& file) {
  replace_file(file, encode_columns(database));
}

bool columns_agree(const Xapian::Database& database, const std::filesystem::path& file) {
  return read_file(file) == encode_columns(database);
}

}  // namespace morgue
