// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive holds, counted over its live articles.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "common/article/partial_date.h"
#include "common/index/archive_reader.h"

namespace morgue {

struct ArchiveSummary {
  std::uint64_t articles = 0;
  std::uint64_t undated = 0;
  std::optional<std::int32_t> first_day;  ///< days since 1970-01-01
  std::optional<std::int32_t> last_day;
  std::map<std::string, std::uint64_t> sources;    ///< articles of each outlet
  std::map<std::string, std::uint64_t> languages;  ///< "" when the source does not say
  std::uint64_t bytes = 0;                         ///< of the segments on disk
};

ArchiveSummary summarize(const ArchiveReader& archive);

/// "12 paragraphs of 20 or more articles of one outlet, in 310 articles: boiler:word finds them";
/// empty when there are none.
std::string boilerplate_line(const ArchiveReader& archive);

/// "3,120 articles, 2019-02-01..2025-11-30, 18 sources, in en, es, 40 taken for en, 12 without a
/// date"
std::string to_line(const ArchiveSummary& summary, const std::string& default_lang);

}  // namespace morgue
