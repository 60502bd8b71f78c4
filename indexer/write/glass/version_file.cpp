// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/glass/version_file.h"

#include <fstream>
#include <random>
#include <string>

#include "common/base/index_error.h"
#include "common/index/varint.h"

namespace morgue::glass {
namespace {

constexpr std::string_view kMagic("\x0f\x0dXapian Glass", 14);
constexpr unsigned kFormatYear = 2016;
constexpr unsigned kFormatMonth = 3;
constexpr unsigned kFormatDay = 14;
constexpr std::size_t kUuidBytes = 16;
constexpr std::uint64_t kFirstRevision = 1;

constexpr std::uint64_t kSequential = 2;
constexpr std::uint64_t kNoRoot = 1;

// From how many bytes on tags of a table are compressed by whoever changes it; 0: never.
constexpr std::uint64_t kNotCompressed = 0;
constexpr std::uint64_t kCompressed = 18;

void append_table(std::string& out, const TableRoot& table, std::uint64_t compressed) {
  const bool empty = table.blocks == 0;
  append_varint(out, table.root);
  append_varint(out, std::uint64_t{table.level} << 2U | kSequential | (empty ? kNoRoot : 0));
  append_varint(out, table.entries);
  append_varint(out, kBlockBytes >> 11U);
  append_varint(out, compressed);
  std::string free_blocks;
  if (!empty) {
    append_varint(free_blocks, kFirstRevision);
    append_varint(free_blocks, table.blocks);
    free_blocks.append(4, '\0');  // there are none: the list begins and ends nowhere
  }
  append_string(out, free_blocks);
}

}  // namespace

void write_version_file(const std::filesystem::path& folder, const Tables& tables,
                        const Statistics& statistics) {
  std::string bytes(kMagic);
  constexpr unsigned kDate = (kFormatYear - 2014) << 9U | kFormatMonth << 5U | kFormatDay;
  bytes += static_cast<char>(kDate >> 8U);
  bytes += static_cast<char>(kDate & 0xFFU);
  std::random_device random;
  for (std::size_t i = 0; i < kUuidBytes; ++i) bytes += static_cast<char>(random() & 0xFFU);
  append_varint(bytes, kFirstRevision);
  append_table(bytes, tables.postings, kNotCompressed);
  append_table(bytes, tables.data, kCompressed);
  append_table(bytes, {}, kCompressed);  // term lists
  append_table(bytes, tables.positions, kNotCompressed);
  append_table(bytes, {}, kCompressed);  // spelling
  append_table(bytes, tables.synonyms, kCompressed);
  append_varint(bytes, statistics.documents);
  append_varint(bytes, 0);  // how much higher the last number is
  append_varint(bytes, statistics.shortest);
  append_varint(bytes, statistics.largest_weight);
  append_varint(bytes, statistics.longest - statistics.largest_weight);
  append_varint(bytes, 0);  // the oldest changeset
  append_varint(bytes, statistics.total_length);
  append_varint(bytes, 0);  // the commonest word of the spelling table
  const std::filesystem::path file = folder / "iamglass";
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) throw IndexError(ExitCode::Archive, file.string() + ": cannot be written");
}

}  // namespace morgue::glass
