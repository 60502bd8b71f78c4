// SPDX-License-Identifier: GPL-3.0-or-later
// The ids that a command is given.
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "query/options.h"

namespace morgue {

/// The ids of the command line; "-" stands for those of standard input, one a line.
void for_each_id(const Options& options, std::istream& in,
                 const std::function<void(const std::string&)>& use);

}  // namespace morgue
