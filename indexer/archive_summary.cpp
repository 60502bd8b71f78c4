// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/archive_summary.h"

#include <algorithm>
#include <filesystem>

#include "common/index/schema.h"
#include "common/index/value.h"
#include "indexer/progress.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

/// Calls `use(value)` for each live document that has a value in the slot.
template <class Use>
void for_each_live(const OpenSegment& segment, Slot slot, Use use) {
  const auto number = slot_number(slot);
  const auto end = segment.database.valuestream_end(number);
  for (auto it = segment.database.valuestream_begin(number); it != end; ++it) {
    if (!segment.hidden.contains(it.get_docid())) use(*it);
  }
}

void count_values(const OpenSegment& segment, Slot slot,
                  std::map<std::string, std::uint64_t>& counts) {
  for_each_live(segment, slot, [&](const std::string& packed) {
    for_each_value(packed, [&](std::string_view value) { ++counts[std::string(value)]; });
  });
}

void count_dates(const OpenSegment& segment, ArchiveSummary& summary) {
  for_each_live(segment, Slot::FirstDay, [&](const std::string& bytes) {
    const std::int32_t day = decode_day(bytes);
    summary.first_day = std::min(summary.first_day.value_or(day), day);
    --summary.undated;
  });
  for_each_live(segment, Slot::LastDay, [&](const std::string& bytes) {
    const std::int32_t day = decode_day(bytes);
    summary.last_day = std::max(summary.last_day.value_or(day), day);
  });
}

std::uint64_t bytes_below(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file(ignored)) bytes += entry.file_size(ignored);
  }
  return bytes;
}

}  // namespace

ArchiveSummary summarize(const ArchiveReader& archive) {
  return guard_engine(archive.paths(), [&] {
    ArchiveSummary summary;
    summary.articles = archive.manifest().articles();
    summary.undated = summary.articles;
    std::uint64_t with_language = 0;
    for (const OpenSegment& segment : archive.segments()) {
      count_dates(segment, summary);
      count_values(segment, Slot::Source, summary.sources);
      count_values(segment, Slot::Language, summary.languages);
      summary.bytes += bytes_below(archive.paths().segment(segment.info.id));
    }
    for (const auto& [lang, count] : summary.languages) with_language += count;
    if (with_language < summary.articles) {
      summary.languages[""] = summary.articles - with_language;
    }
    return summary;
  });
}

std::string boilerplate_line(const ArchiveReader& archive) {
  const BoilerplateList list = archive.boilerplate_list();
  if (list.keys.empty()) return {};
  return grouped(list.keys.size()) + (list.keys.size() == 1 ? " paragraph" : " paragraphs") +
         " of " + grouped(archive.manifest().boilerplate_min) +
         " or more articles of one outlet, in " + grouped(list.articles) +
         " articles: boiler:word finds them";
}

std::string to_line(const ArchiveSummary& summary, const std::string& default_lang) {
  std::string line = grouped(summary.articles) + (summary.articles == 1 ? " article" : " articles");
  if (summary.first_day && summary.last_day) {
    line += ", " + date_of_day(*summary.first_day).to_string() + ".." +
            date_of_day(*summary.last_day).to_string();
  }
  if (!summary.sources.empty()) {
    line += ", " + grouped(summary.sources.size()) +
            (summary.sources.size() == 1 ? " source" : " sources");
  }
  std::string list;
  for (const auto& [lang, count] : summary.languages) {
    if (!lang.empty()) list += (list.empty() ? "" : ", ") + lang;
  }
  const auto silent = summary.languages.find("");
  if (!list.empty()) line += ", in " + list;
  if (silent != summary.languages.end()) {
    line += ", " + grouped(silent->second) + " taken for " + default_lang;
  }
  if (summary.undated > 0) line += ", " + grouped(summary.undated) + " without a date";
  return line;
}

}  // namespace morgue
