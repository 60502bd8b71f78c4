// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/reading.h"

#include <cstdio>

#include "common/base/index_error.h"
#include "indexer/input/open_input.h"
#include "indexer/progress.h"

namespace morgue {
namespace {

std::string percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "0 %" : std::to_string((100 * part + whole / 2) / whole) + " %";
}

void print_mapping(const RunCounts& counts) {
  const std::uint64_t read = counts.records - counts.outcomes.unchanged - counts.rejected;
  if (counts.mapped.empty() || read == 0) return;
  std::string line;
  for (const auto& [pair, count] : counts.mapped) {
    if (100 * count < read) continue;
    line += (line.empty() ? "" : ", ") + pair.first + " ← " + pair.second;
    if (count < read) line += " (" + percent(count, read) + ")";
  }
  std::fprintf(stderr, "fields    %s\n", line.c_str());
}

}  // namespace

ReadOptions read_options(const ReadingFlags& flags) {
  auto map = FieldMap::parse(flags.map);
  if (!map) throw IndexError(ExitCode::Usage, "--map: " + map.error().message);
  ReadOptions options;
  options.format = flags.format;
  options.map = std::move(*map);
  options.max_record_bytes = flags.max_record_bytes;
  options.page.max_depth = flags.max_depth;
  options.page.max_attributes = flags.max_attributes;
  return options;
}

std::string reading_name(const ReadingFlags& flags, const std::optional<std::string>& lang) {
  std::string name = flags.format;
  for (const std::string& map : flags.map) name += ";" + map;
  if (lang) name += ";--lang=" + *lang;
  // Those that nobody changed leave no trace, so that logs of before stay good.
  const ReadingFlags usual;
  const auto add = [&](const char* flag, std::uint64_t value, std::uint64_t without) {
    if (value != without) name.append(flag).append(std::to_string(value));
  };
  add(";--max-record=", flags.max_record_bytes, usual.max_record_bytes);
  add(";--max-depth=", flags.max_depth, usual.max_depth);
  add(";--max-attributes=", flags.max_attributes, usual.max_attributes);
  return name;
}

void print_reading(const RunCounts& counts) {
  print_mapping(counts);
  if (counts.detected_langs > 0) {
    std::fprintf(stderr, "language  told from the text of %s\n",
                 articles_counted(counts.detected_langs).c_str());
  }
  if (counts.bad_dates > 0) {
    std::fprintf(stderr, "dates     %s given that could not be read\n",
                 grouped(counts.bad_dates).c_str());
  }
}

std::string articles_counted(std::uint64_t count) {
  return grouped(count) + (count == 1 ? " article" : " articles");
}

void read_articles(const InputFile& file, const ReadOptions& options, const Normalizer& normalizer,
                   const Surroundings& surroundings,
                   const std::function<void(const Result<Normalized, RecordError>&)>& use) {
  const auto reader = open_input(file, options);
  while (!surroundings.interrupted()) {
    auto chunk = reader->next();
    if (!chunk) return;
    if (!*chunk) {
      use(chunk->error());
      continue;
    }
    auto record = (*chunk)->parser->parse(**chunk);
    if (record) {
      use(normalizer.normalize(*record));
    } else {
      use(record.error());
    }
  }
}

}  // namespace morgue
