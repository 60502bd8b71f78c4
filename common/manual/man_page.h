// SPDX-License-Identifier: GPL-3.0-or-later
// A program's manual page.
#pragma once

#include <string>

#include "common/manual/program_manual.h"

namespace morgue {

/// In the man macros of roff, for section 1.
std::string man_page(const ProgramManual& program);

}  // namespace morgue
