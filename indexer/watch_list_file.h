// SPDX-License-Identifier: GPL-3.0-or-later
// A table of names to a watch-list.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/entities/watch_list.h"

namespace morgue {

/// Reads comma-, semicolon- or tab-separated values in UTF-8, quoted as in any CSV. The first row
/// names the columns: "type" and "name", and as many as wanted of "aliases" (those of a cell
/// are parted by "|") and "anycase" ("yes", "no" or nothing):
///
///   type,name,aliases,anycase
///   person,Claudia Sheinbaum,CSP|Sheinbaum Pardo
///   company,Pemex,Petróleos Mexicanos,yes
///
/// Throws IndexError (ExitCode::Usage) that lists what is wrong, each with `name` and line.
std::shared_ptr<const WatchList> read_watch_list(std::string_view csv, const std::string& name);

}  // namespace morgue
