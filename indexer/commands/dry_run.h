// SPDX-License-Identifier: GPL-3.0-or-later
// add --dry-run.
#pragma once

#include <string>

#include "common/base/exit_code.h"
#include "indexer/options.h"
#include "indexer/readers/read_options.h"

namespace morgue {

/// Reads all inputs as add would, and tells what it would make of them: counts, where fields come
/// from, outlets and dates, the first records of each kind that would be rejected. Nothing is
/// written, and no archive is looked at, so nothing counts as unchanged.
ExitCode run_dry(const AddOptions& options, const ReadOptions& reading, const std::string& lang,
                 const Surroundings& surroundings);

}  // namespace morgue
