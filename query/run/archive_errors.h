// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong inside an archive, as one kind of error.
#pragma once

#include <functional>
#include <string>

namespace morgue {

/// Runs `use` and turns what the engine throws into IndexError; only then `archive` is asked for
/// the name it has there.
void with_archive_errors(const std::function<std::string()>& archive,
                         const std::function<void()>& use);

}  // namespace morgue
