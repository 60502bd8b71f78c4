// SPDX-License-Identifier: GPL-3.0-or-later
// Training data as it is kept: whole files, zstd-packed or not.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/result.h"

namespace morgue {

/// The content of a file; one whose name ends in .zst is unpacked. Error "input", naming the file.
Result<std::string> read_maybe_packed(const std::filesystem::path& file);

}  // namespace morgue
