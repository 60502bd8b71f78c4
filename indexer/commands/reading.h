// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that read inputs have in common.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/input/walk.h"
#include "indexer/normalize/normalize.h"
#include "indexer/options.h"
#include "indexer/readers/read_options.h"
#include "indexer/report.h"

namespace morgue {

/// Throws IndexError (ExitCode::Usage) when --map is none.
ReadOptions read_options(const ReadingFlags& flags);

/// All flags that decide what is read from an input, and how; two runs with the same read the same.
std::string reading_name(const ReadingFlags& flags, const std::optional<std::string>& lang);

/// To standard error: what gave the fields, languages and dates of what was read.
void print_reading(const RunCounts& counts);

/// "1 article", "1,234 articles".
std::string articles_counted(std::uint64_t count);

/// Reads a file to its end, or until the user ends it: `use` is given each record as an article, or
/// as why it is none.
void read_articles(const InputFile& file, const ReadOptions& options, const Normalizer& normalizer,
                   const Surroundings& surroundings,
                   const std::function<void(const Result<Normalized, RecordError>&)>& use);

}  // namespace morgue
