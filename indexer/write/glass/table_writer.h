// SPDX-License-Identifier: GPL-3.0-or-later
// One table of a glass database, written from its first entry to its last; see FORMAT.md.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::glass {

inline constexpr std::uint32_t kBlockBytes = 8192;
inline constexpr std::size_t kMaxKeyBytes = 255;

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t root = 0;    ///< the number of a block
  std::uint32_t level = 0;   ///< of the root; leaves are at level 0
  std::uint32_t blocks = 0;  ///< 0: the table is empty, and has no file
  std::uint64_t entries = 0;
};

/// Used by one thread. Memory: a block a level, and the file's buffer.
class TableWriter {
 public:
  /// The file is made with the first entry. Throws IndexError when it cannot be written, as add()
  /// and finish() do.
  explicit TableWriter(std::filesystem::path file);
  ~TableWriter();

  /// Adds an entry. Preconditions: the keys come in ascending order; 1 to kMaxKeyBytes bytes.
  void add(std::string_view key, std::string_view tag);

  TableRoot finish();

 private:
  struct Level;
  /// Where a block starts: the first entry that lies in it or, shorter, what tells it from the last
  /// of the block before.
  struct Divider {
    std::string key;
    std::uint16_t component = 0;
  };

  void start_file();
  Level& level(std::size_t number);
  void add_item(std::string_view item, std::string_view key, std::uint16_t component);
  void add_child(std::size_t number, std::uint32_t block, const Divider& divider);
  std::uint32_t write_block(std::size_t number);

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::filesystem::path path_;
  std::unique_ptr<char[]> buffer_;  ///< of the file: it must live longer
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::vector<Level> levels_;
  std::string item_;      ///< the one that is made
  std::string last_key_;  ///< of the item before it
  TableRoot table_;
};

}  // namespace morgue::glass
