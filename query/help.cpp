// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/help.h"

namespace morgue {

std::string first_run_screen() {
  return "morgue-query searches news archives that morgue-index made. Examples:\n"
         "  morgue-query 'Morena AND tariffs'                       articles, best first\n"
         "  morgue-query facets tariffs --facet source,month        who and when\n"
         "  morgue-query count 'tariffs date:2024'                  one number\n"
         "morgue-query --help lists the commands; -a NAME.morgue chooses an archive.\n";
}

std::string program_help() {
  std::string help =
      "usage: morgue-query [COMMAND] [OPTIONS] WORDS…\n"
      "Search in news archives. Without a command: search.\n"
      "\n"
      "commands:\n";
  for (const Command& command : commands()) {
    std::string name = "  " + std::string(command.name);
    name.resize(12, ' ');
    help += name + std::string(command.summary) + '\n';
  }
  return help +
         "\n"
         "morgue-query COMMAND --help lists the options of a command, with examples.\n"
         "The archive is that of -a DIR, else of MORGUE_ARCHIVE (several parted by \":\"),\n"
         "else the only *.morgue folder here.\n"
         "Exit code: 0 hits, 1 none, 2 faulty command line or query, 4 archive missing or "
         "damaged.\n";
}

std::string command_help(const Command& command, std::string_view options) {
  return "usage: morgue-query " + std::string(command.name) + " [OPTIONS] " +
         std::string(command.words) + '\n' + std::string(command.summary) + '\n' +
         std::string(options) + '\n' + std::string(command.help) + '\n';
}

std::string version_line() { return "morgue-query " MORGUE_VERSION "\n"; }

}  // namespace morgue
