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
  std::string command;  ///< add, remove, compact, reannotate, import-entities
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t superseded = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const RunInfo&, const RunInfo&) = default;
};

/// A model that has read articles of the archive.
struct ModelInfo {
  std::string lang;
  std::string name;
  std::string checksum;

  friend bool operator==(const ModelInfo&, const ModelInfo&) = default;
};

/// A user's list of names, of which the archive keeps a copy.
struct WatchListInfo {
  std::string name;      ///< of the file it was read from, without its folder
  std::string checksum;  ///< the copy is watch-lists/CHECKSUM.csv

  friend bool operator==(const WatchListInfo&, const WatchListInfo&) = default;
};

/// How names are found in the archive's articles.
struct EntitySettings {
  std::string mode = "on";           ///< on, metadata, off
  std::vector<ModelInfo> models;     ///< several of a language after adds with several
  std::vector<WatchListInfo> lists;  ///< names unique
  /// Articles may have been found names in by other settings: another mode, model or list.
  bool mixed = false;

  friend bool operator==(const EntitySettings&, const EntitySettings&) = default;
};

inline constexpr std::uint32_t kUsualBoilerplateMin = 20;

struct Manifest {
  int format = kFormatVersion;
  std::uint64_t generation = 0;
  std::string default_lang = "en";  ///< of articles that do not say theirs
  EntitySettings entities;
  std::vector<SegmentInfo> segments;
  std::string hidden_file;  ///< below hidden/; empty when nothing is hidden
  bool link_names = true;   ///< names are linked by the evidence of all articles
  std::string names_file;   ///< below names/; empty when no two names are linked
  bool copies = true;       ///< copies are sought
  bool copies_due = false;  ///< not yet among the articles of this generation
  std::string copies_file;  ///< below copies/; empty when there are none
  /// In how many articles of an outlet a paragraph is boilerplate; 0: none is.
  std::uint32_t boilerplate_min = kUsualBoilerplateMin;
  bool boilerplate_due = false;         ///< not yet sought among the articles of this generation
  std::string boilerplate_file;         ///< below boilerplate/; empty when there is none
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
