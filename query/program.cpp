// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/program.h"

#include <chrono>
#include <cstdlib>

#include <unistd.h>

#include "query/cli.h"
#include "query/render/pager.h"

namespace morgue {
namespace {

/// A result that could not be written is no result.
ExitCode finish(Output& output, ExitCode code, Messages& messages) {
  const std::string failure = output.finish();
  if (failure.empty()) return code;
  messages.failure("output", "cannot write the results: " + failure);
  return ExitCode::Archive;
}

/// Below XDG_STATE_HOME, else where that usually is; empty without a home.
std::string history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  std::string folder;
  if (state != nullptr && *state == '/') {
    folder = state;
  } else if (home != nullptr && *home == '/') {
    folder = std::string(home) + "/.local/state";
  }
  return folder.empty() ? folder : folder + "/morgue/history";
}

}  // namespace

Environment read_environment() {
  Environment environment;
  const char* archives = std::getenv("MORGUE_ARCHIVE");
  environment.archives = archives != nullptr ? archives : "";
  environment.current_folder = ".";
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  environment.today = static_cast<std::int32_t>(today.time_since_epoch().count());
  environment.terminal = read_terminal_facts(STDOUT_FILENO);
  environment.input_is_terminal = isatty(STDIN_FILENO) != 0;
  environment.history = history_file();
  environment.errors_on_terminal = isatty(STDERR_FILENO) != 0;
  return environment;
}

ExitCode run_program(const std::vector<std::string>& args, const Environment& environment,
                     std::istream& input, int output, Messages& messages) {
  const auto invocation = parse_command_line(args);
  if (!invocation) {
    messages.usage_error(invocation.error());
    return ExitCode::Usage;
  }
  const Options& options = invocation->options;
  messages.be_quiet(options.output.quiet);
  const Terminal terminal =
      resolve_terminal(environment.terminal, options.output.color, options.output.pager);
  Output out(output, terminal);
  if (invocation->command == nullptr) {
    out.stream() << invocation->print;
    return finish(out, ExitCode::Done, messages);
  }
  Context context{environment, terminal, input, out.stream(), messages};
  return finish(out, run_command(*invocation->command, options, context), messages);
}

}  // namespace morgue
