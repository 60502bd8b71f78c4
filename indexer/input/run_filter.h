// SPDX-License-Identifier: GPL-3.0-or-later
// Another program, as a filter: bytes in, bytes out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace morgue {

/// What a filter may use; one that wants more is ended.
struct FilterLimits {
  std::uint64_t max_output_bytes = std::uint64_t{64} << 20U;
  std::uint64_t max_memory_bytes = std::uint64_t{2} << 30U;
  unsigned max_cpu_seconds = 120;
};

/// What a program (looked for on PATH) writes to its standard output when it reads `input` from its
/// standard input. Errors: "no-program" (it is not installed), "filter-failed" (it ended with
/// another status than 0; with what it said).
Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input,
                               const FilterLimits& limits);

}  // namespace morgue
