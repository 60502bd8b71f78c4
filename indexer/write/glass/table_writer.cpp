// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/glass/table_writer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/base/index_error.h"

namespace morgue::glass {
namespace {

constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kOffsetBytes = 2;  ///< of an item, in the directory
constexpr std::size_t kBlockNumberBytes = 4;
constexpr std::size_t kComponentBytes = 2;
constexpr std::uint32_t kBlockRevision = 1;

// At least four items fit into a block.
constexpr std::size_t kMaxItemBytes = (kBlockBytes - kHeaderBytes - 4 * kOffsetBytes) / 4;

// Of a leaf's item: the two bytes that say its size and kind, and the one that says the key's size.
constexpr std::size_t kItemHeadBytes = 3;
constexpr unsigned kFirstComponent = 0x2000;
constexpr unsigned kLastComponent = 0x4000;

/// A tag is not cut so as to leave less of it than this in a block.
constexpr std::size_t kLeastTagPart = 64;

constexpr std::size_t kFileBuffer = 1U << 20U;

void put_number(char* at, std::uint32_t number, std::size_t bytes) {
  for (; bytes-- > 0; number >>= 8U) at[bytes] = static_cast<char>(number & 0xFFU);
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw IndexError(ExitCode::Archive,
                   file.string() + ": cannot be written: " + std::strerror(errno));
}

}  // namespace

/// The block of a level that is being filled: a directory of offsets grows from below, the items
/// from above.
struct TableWriter::Level {
  std::array<char, kBlockBytes> block{};
  std::size_t directory_end = kHeaderBytes;
  std::size_t items_start = kBlockBytes;
  Divider divider;  ///< of this block

  bool empty() const { return directory_end == kHeaderBytes; }
  std::size_t room() const { return items_start - directory_end; }

  bool add(std::string_view item) {
    if (room() < item.size() + kOffsetBytes) return false;
    items_start -= item.size();
    std::memcpy(block.data() + items_start, item.data(), item.size());
    put_number(block.data() + directory_end, static_cast<std::uint32_t>(items_start), kOffsetBytes);
    directory_end += kOffsetBytes;
    return true;
  }

  void clear() {
    block.fill(0);
    directory_end = kHeaderBytes;
    items_start = kBlockBytes;
  }
};

TableWriter::TableWriter(std::filesystem::path file) : path_(std::move(file)) {}

TableWriter::~TableWriter() = default;

void TableWriter::start_file() {
  buffer_ = std::make_unique<char[]>(kFileBuffer);
  file_.reset(std::fopen(path_.c_str(), "wbx"));
  if (!file_) fail(path_);
  std::setvbuf(file_.get(), buffer_.get(), _IOFBF, kFileBuffer);
  // The leftmost leaf begins with an item that has no key and no tag.
  std::array<char, kItemHeadBytes> first{};
  put_number(first.data(), kFirstComponent | kLastComponent, 2);
  level(0).add({first.data(), first.size()});
}

TableWriter::Level& TableWriter::level(std::size_t number) {
  if (number == levels_.size()) levels_.emplace_back();
  return levels_[number];
}

std::uint32_t TableWriter::write_block(std::size_t number) {
  Level& level = levels_[number];
  char* block = level.block.data();
  const auto room = static_cast<std::uint32_t>(level.room());
  put_number(block, kBlockRevision, 4);
  put_number(block + 4, static_cast<std::uint32_t>(number), 1);
  put_number(block + 5, room, 2);  // the largest free stretch
  put_number(block + 7, room, 2);  // all that is free
  put_number(block + 9, static_cast<std::uint32_t>(level.directory_end), 2);
  if (std::fwrite(block, 1, kBlockBytes, file_.get()) != kBlockBytes) fail(path_);
  level.clear();
  return table_.blocks++;
}

// The first child of a block has no key: whatever is before the second belongs to it.
void TableWriter::add_child(std::size_t number, std::uint32_t block, const Divider& divider) {
  const auto item = [&](std::string_view key, std::uint32_t component) {
    std::string bytes(kBlockNumberBytes + 1, '\0');
    put_number(bytes.data(), block, kBlockNumberBytes);
    bytes[kBlockNumberBytes] = static_cast<char>(key.size());
    bytes.append(key).append(kComponentBytes, '\0');
    put_number(bytes.data() + bytes.size() - kComponentBytes, component, kComponentBytes);
    return bytes;
  };
  if (!level(number).empty()) {
    if (levels_[number].add(item(divider.key, divider.component))) return;
    const Divider full = std::exchange(levels_[number].divider, {});
    add_child(number + 1, write_block(number), full);
  }
  levels_[number].divider = divider;
  levels_[number].add(item({}, 0));
}

void TableWriter::add_item(std::string_view item, std::string_view key, std::uint16_t component) {
  if (!levels_[0].add(item)) {
    const Divider full = std::exchange(levels_[0].divider, {});
    add_child(1, write_block(0), full);
    const auto differs = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end());
    const auto same = static_cast<std::size_t>(differs.first - key.begin());
    levels_[0].divider = {std::string(key.substr(0, same + 1)), component};
    levels_[0].add(item);
  }
  last_key_.assign(key);
}

// A tag that does not fit into an item, or into what is left of the block, is cut into components.
void TableWriter::add(std::string_view key, std::string_view tag) {
  assert(!key.empty() && key.size() <= kMaxKeyBytes);
  assert(table_.entries == 0 || last_key_ < key);
  if (!file_) start_file();
  std::uint16_t component = 1;
  do {
    const std::size_t head = kItemHeadBytes + key.size() + (component > 1 ? kComponentBytes : 0);
    std::size_t part = std::min(tag.size(), kMaxItemBytes - head);
    const std::size_t room = levels_[0].room();
    const std::size_t taken = head + kOffsetBytes;
    if (taken + tag.size() > room && room > taken + kLeastTagPart) {
      part = std::min(part, room - taken);
    }
    const bool last = part == tag.size();
    item_.resize(head);
    put_number(item_.data(),
               static_cast<std::uint32_t>(head + part - kItemHeadBytes) |
                   (component == 1 ? kFirstComponent : 0) | (last ? kLastComponent : 0),
               2);
    item_[2] = static_cast<char>(key.size());
    std::memcpy(item_.data() + kItemHeadBytes, key.data(), key.size());
    if (component > 1) put_number(item_.data() + head - kComponentBytes, component, 2);
    item_.append(tag.substr(0, part));
    add_item(item_, key, component);
    tag.remove_prefix(part);
    ++component;
  } while (!tag.empty());
  ++table_.entries;
}

TableRoot TableWriter::finish() {
  if (!file_) return table_;
  for (std::size_t number = 0;; ++number) {
    const Divider divider = levels_[number].divider;
    const std::uint32_t block = write_block(number);
    if (number + 1 == levels_.size()) {
      table_.root = block;
      table_.level = static_cast<std::uint32_t>(number);
      break;
    }
    add_child(number + 1, block, divider);
  }
  if (std::fclose(file_.release()) != 0) fail(path_);
  return table_;
}

}  // namespace morgue::glass
