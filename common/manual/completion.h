// SPDX-License-Identifier: GPL-3.0-or-later
// Completion of a program's commands and options in shells.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/manual/program_manual.h"

namespace morgue {

/// The script for a shell, "bash", "zsh" or "fish"; nullopt for another one.
std::optional<std::string> completion_script(const ProgramManual& program, std::string_view shell);

}  // namespace morgue
