// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs to an archive, and to plain articles, in one line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/base/exit_code.h"
#include "indexer/options.h"

namespace morgue::test_support {

/// Surroundings of a test: no terminal, a fixed clock, two processors, never interrupted.
Surroundings test_surroundings();

/// Runs `add`; `options` may carry more than archive and inputs.
ExitCode index_inputs(const std::filesystem::path& archive,
                      const std::vector<std::filesystem::path>& inputs, AddOptions options = {},
                      EntityModels models = {});

/// What the readers and the normalizer make of inputs, in order; records they reject are left out.
/// Of more than `most`, the first.
std::vector<Article> read_articles(const std::vector<std::filesystem::path>& inputs,
                                   std::size_t most = SIZE_MAX);

}  // namespace morgue::test_support
