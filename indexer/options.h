// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed, and what the program's surroundings are: plain data for the commands.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/article/partial_date.h"
#include "indexer/entity_models.h"

namespace morgue {

/// Read once, in main: libraries ask no clock, terminal or environment themselves.
struct Surroundings {
  bool stderr_is_terminal = false;
  std::string started;  ///< UTC, 2024-03-05T10:00:00Z
  PartialDate today;
  unsigned processors = 1;
  std::function<bool()> interrupted;
  std::filesystem::path model_folder;  ///< of the models that come with the program
  EntityModels models;                 ///< those in it
};

/// How names are found; empty: as the archive remembers.
struct EntityFlags {
  std::string mode;                     ///< on, metadata, off
  std::vector<std::string> gazetteers;  ///< files of watch-lists
  std::string models;                   ///< a folder instead of the one that comes with the program
  std::string links;                    ///< on, off: "Reagan" counts as "Ronald Reagan"
};

/// How inputs are read.
struct ReadingFlags {
  std::string format;  ///< empty: by content
  std::vector<std::string> map;
  bool follow_links = false;                      ///< also out of the folders given
  std::uint64_t max_record_bytes = 64ULL << 20U;  ///< of one record, page or document
  std::uint32_t max_depth = 512;                  ///< elements within elements, of a page
  std::uint32_t max_attributes = 512;             ///< of one tag of a page
};

struct AddOptions {
  std::string archive;
  std::vector<std::string> inputs;
  unsigned jobs = 0;  ///< 0: one for each processor
  std::uint64_t memory_bytes = 512ULL << 20U;
  ReadingFlags reading;
  std::optional<std::string> lang;  ///< of articles that do not say theirs; none: by the text
  std::string rejects;              ///< empty: below the archive
  EntityFlags entities;
  std::string copies;                            ///< on, off; empty: as the archive remembers
  std::string boilerplate;                       ///< the same
  std::optional<std::uint32_t> boilerplate_min;  ///< articles of an outlet with the paragraph
  std::string writer = "auto";                   ///< auto, bulk, xapian
  bool fresh = false;
  bool dry_run = false;  ///< read, tell, write nothing
  bool quiet = false;
};

struct RemoveOptions {
  std::string archive;
  std::vector<std::string> ids;  ///< "-": one a line from standard input
};

struct CompactOptions {
  std::string archive;
};

struct ReannotateOptions {
  std::string archive;
  EntityFlags entities;
};

struct ImportOptions {
  std::string archive;
  std::vector<std::string> inputs;
};

struct TrainCommandOptions {
  std::string model;                ///< the file to write, or to evaluate
  std::vector<std::string> labels;  ///< FILE or FILE%DOMAIN
  std::string lists, clusters;      ///< files; empty: none
  std::string lang = "en", name = "news";
  std::uint32_t seed = 1;
  std::size_t epochs = 10;
  double in_capitals = 0.2, in_title_case = 0.15;
  double smallest_weight = 0.25;
  unsigned jobs = 0;  ///< 0: one for each processor
  std::vector<std::string> evaluate;
};

struct AnnotateOptions {
  std::vector<std::string> inputs;  ///< files; none, or "-": standard input
  std::string lang;    ///< of articles that do not say theirs; empty: told from the text
  std::string models;  ///< a folder instead of the one that comes with the program
  unsigned jobs = 0;   ///< 0: one for each processor
};

struct CheckOptions {
  std::string archive;
};

struct ConvertOptions {
  std::vector<std::string> inputs;
  bool jsonl = false;  ///< an article a line, as JSON; the only form there is
  ReadingFlags reading;
};

struct InfoOptions {
  std::string archive;
  bool json = false;
  bool runs = false;
  bool digest = false;
};

}  // namespace morgue
