// SPDX-License-Identifier: GPL-3.0-or-later
// Which inputs were read completely: a run need not read them again while they are unchanged.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/archive_files.h"

namespace morgue {

/// A file whose records are all in the archive, or the first `records` of them when it is not
/// `complete`. Inputs with rejected records are never logged as complete: they are read, and
/// their rejects reported, in every run.
struct LoggedInput {
  std::string path;  ///< absolute
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::string reading;  ///< the options that decide what is read: format, mapping, language
  std::uint64_t records = 0;
  bool complete = false;

  friend bool operator==(const LoggedInput&, const LoggedInput&) = default;
};

/// One line an input: tab-separated, escaped.
std::string encode_input_log(const std::vector<LoggedInput>& inputs);
std::vector<LoggedInput> decode_input_log(std::string_view text);

/// All inputs logged by a manifest, the latest entry of each path.
class InputLog {
 public:
  static InputLog read(const ArchivePaths& paths, const Manifest& manifest);

  /// The entry of the same path, size, time and reading options; null when there is none.
  const LoggedInput* find(const LoggedInput& input) const;

  std::vector<LoggedInput> entries() const;

 private:
  std::unordered_map<std::string, LoggedInput> by_path_;
};

}  // namespace morgue
