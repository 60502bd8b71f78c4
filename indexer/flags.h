// SPDX-License-Identifier: GPL-3.0-or-later
// Flags that several commands have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/options.h"

namespace CLI {
class App;
}

namespace morgue {

/// 512M as bytes; nullopt when it is no size.
std::optional<std::uint64_t> read_size(const std::string& text);

void add_archive(CLI::App& command, std::string& archive);
void add_entity_flags(CLI::App& command, EntityFlags& flags);
void add_reading(CLI::App& command, ReadingFlags& flags);

}  // namespace morgue
