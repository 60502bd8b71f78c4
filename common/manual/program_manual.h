// SPDX-License-Identifier: GPL-3.0-or-later
// What a program can be told, as data: its help, its manual page and the completion of shells are
// made of the same.
#pragma once

#include <string>
#include <vector>

namespace morgue {

struct ManualOption {
  std::vector<std::string> names;  ///< "-a", "--archive"; of what is no option, "DIR"
  std::string value;               ///< "DIR"; empty: it takes none
  std::string help;
};

struct ManualCommand {
  std::string name;
  std::string words;    ///< what follows it: "QUERY…"
  std::string summary;  ///< a line
  std::string text;     ///< more, and examples; may be empty
  std::vector<ManualOption> options;
};

struct ProgramManual {
  std::string name;     ///< "morgue-query"
  std::string summary;  ///< "search in news archives"
  std::string text;     ///< what holds for all commands
  std::vector<ManualCommand> commands;
};

}  // namespace morgue
