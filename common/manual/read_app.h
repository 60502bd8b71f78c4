// SPDX-License-Identifier: GPL-3.0-or-later
// The options of a command line as data.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/manual/program_manual.h"

namespace morgue {

/// Those that help shows; what is no option, but a word of the command, is left out.
inline std::vector<ManualOption> options_of(const CLI::App& app) {
  std::vector<ManualOption> options;
  for (const CLI::Option* option : app.get_options()) {
    ManualOption one;
    for (const std::string& name : option->get_snames()) one.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) one.names.push_back("--" + name);
    if (one.names.empty()) continue;
    if (option->get_items_expected_max() > 0) one.value = option->get_type_name();
    one.help = option->get_description();
    options.push_back(std::move(one));
  }
  return options;
}

}  // namespace morgue
