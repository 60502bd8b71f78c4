// SPDX-License-Identifier: GPL-3.0-or-later
// manifest.json: what an archive consists of. Replaced as a whole, so it is one generation or the
// next.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/digest.h"
#include "common/index/schema.h"

namespace morgue {

struct SegmentInfo {
  std::string id;               ///< the name of its folder
  std::uint32_t documents = 0;  ///< hidden ones too
  std::uint32_t hidden = 0;

  friend bool operator==(const SegmentInfo&, const SegmentInfo&) = default;
};

/// One run of the indexer, as it is remembered.
struct RunInfo {
  std::string started;  ///< UTC, 2024-03-05T10:00:00Z
  double seconds = 0;
  std::string program;  ///< name and version
  std::string command;  ///< add, remove, compact
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t superseded = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const RunInfo&, const RunInfo&) = default;
};

struct Manifest {
  int format = kFormatVersion;
  std::uint64_t generation = 0;
  std::string default_lang = "en";  ///< of articles that do not say theirs
  std::vector<SegmentInfo> segments;
  std::string hidden_file;              ///< below hidden/; empty when nothing is hidden
  std::vector<std::string> input_logs;  ///< below runs/: inputs that were read completely
  ContentDigest digest;
  std::vector<RunInfo> runs;  ///< oldest first, the last kMaxRuns

  static constexpr std::size_t kMaxRuns = 100;

  /// Live articles.
  std::uint64_t articles() const;

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

/// JSON, one key a line, so that people and diff can read it.
std::string encode_manifest(const Manifest& manifest);

/// Throws IndexError (ExitCode::Archive) when it is no manifest, or one of another format version;
/// the message then names the version and the command that upgrades.
Manifest decode_manifest(std::string_view json, const std::string& archive);

}  // namespace morgue
