// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/manual/completion.h"

#include <algorithm>

namespace morgue {
namespace {

/// Between single quotes of any of the three shells.
std::string quoted(std::string_view text, bool fish = false) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += fish ? "\\'" : "'\\''";
    } else if (c == '\\' && fish) {
      quoted += "\\\\";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

/// "_morgue_query".
std::string function_of(const ProgramManual& program) {
  std::string name = "_" + program.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::string names_of(const ManualCommand& command) {
  std::string names;
  for (const ManualOption& option : command.options) {
    for (const std::string& name : option.names)
      names.append(names.empty() ? "" : " ").append(name);
  }
  return names;
}

std::string command_names(const ProgramManual& program, std::string_view between) {
  std::string names;
  for (const ManualCommand& command : program.commands) {
    names.append(names.empty() ? "" : between).append(command.name);
  }
  return names;
}

/// The first command is the one that may be left out, where a program has one.
std::string bash_script(const ProgramManual& program) {
  const std::string function = function_of(program);
  std::string script = function + "() {\n" +
                       "  local word=${COMP_WORDS[COMP_CWORD]} command= i\n"
                       "  COMPREPLY=()\n"
                       "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
                       "    case ${COMP_WORDS[i]} in\n"
                       "      " +
                       command_names(program, "|") +
                       ") command=${COMP_WORDS[i]}; break ;;\n"
                       "    esac\n"
                       "  done\n"
                       "  case $word in\n"
                       "    -*)\n"
                       "      local names=\n"
                       "      case $command in\n";
  for (const ManualCommand& command : program.commands) {
    const bool first = &command == &program.commands.front();
    script += "        " + std::string(first ? "''|" : "") + command.name +
              ") names=" + quoted(names_of(command)) + " ;;\n";
  }
  return script +
         "      esac\n"
         "      COMPREPLY=($(compgen -W \"$names\" -- \"$word\")) ;;\n"
         "    *)\n"
         "      if [ -z \"$command\" ]; then\n"
         "        COMPREPLY=($(compgen -W " +
         quoted(command_names(program, " ")) +
         " -- \"$word\"))\n"
         "      fi\n"
         "      COMPREPLY+=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F " +
         function + " " + program.name + "\n";
}

std::string zsh_script(const ProgramManual& program) {
  const std::string function = function_of(program);
  std::string script = "#compdef " + program.name + "\n" + function +
                       "() {\n"
                       "  local -a commands options\n"
                       "  commands=(\n";
  for (const ManualCommand& command : program.commands) {
    script += "    " + quoted(command.name + ":" + command.summary) + "\n";
  }
  script +=
      "  )\n"
      "  case ${words[2]} in\n";
  for (const ManualCommand& command : program.commands) {
    const bool first = &command == &program.commands.front();
    // Whatever is no command's name is a word of the first command.
    if (first) continue;
    script += "    " + command.name + ")\n      options=(\n";
    for (const ManualOption& option : command.options) {
      for (const std::string& name : option.names) {
        script += "        " + quoted(name + ":" + option.help) + "\n";
      }
    }
    script += "      ) ;;\n";
  }
  script += "    *)\n      options=(\n";
  for (const ManualOption& option : program.commands.front().options) {
    for (const std::string& name : option.names) {
      script += "        " + quoted(name + ":" + option.help) + "\n";
    }
  }
  return script +
         "      ) ;;\n"
         "  esac\n"
         "  if [[ ${words[CURRENT]} == -* ]]; then\n"
         "    _describe -o option options\n"
         "  else\n"
         "    (( CURRENT == 2 )) && _describe command commands\n"
         "    _files\n"
         "  fi\n"
         "}\n"
         // Read as a file of the function path it completes at once, else it is made known.
         "if [[ ${funcstack[1]} == _" +
         program.name + " ]]; then\n  " + function + " \"$@\"\nelse\n  compdef " + function + " " +
         program.name + "\nfi\n";
}

std::string fish_script(const ProgramManual& program) {
  const std::string begin = "complete -c " + program.name;
  std::string script;
  for (const ManualCommand& command : program.commands) {
    script += begin + " -n __fish_use_subcommand -a " + command.name + " -d " +
              quoted(command.summary, true) + "\n";
  }
  for (const ManualCommand& command : program.commands) {
    for (const ManualOption& option : command.options) {
      script += begin + " -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names) {
        script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      script += (option.value.empty() ? "" : " -r") + std::string(" -d ") +
                quoted(option.help, true) + "\n";
    }
  }
  return script;
}

}  // namespace

std::optional<std::string> completion_script(const ProgramManual& program, std::string_view shell) {
  if (shell == "bash") return bash_script(program);
  if (shell == "zsh") return zsh_script(program);
  if (shell == "fish") return fish_script(program);
  return std::nullopt;
}

}  // namespace morgue
