// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file or of standard input.
#pragma once

#include <memory>
#include <string>

#include "indexer/input/byte_source.h"

namespace morgue {

/// Opens a file; "-" is standard input. Error code "unreadable".
Result<std::unique_ptr<ByteSource>> open_file(const std::string& path);

}  // namespace morgue
