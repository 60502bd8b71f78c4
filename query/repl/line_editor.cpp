// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/line_editor.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

// It wants stdio to be included first.
#include <readline/history.h>
#include <readline/readline.h>

namespace morgue {
namespace {

constexpr int kMostLines = 1000;  ///< of history

// Readline calls plain functions, so what they need stands here; there is one EditedLines at most.
Complete* current_complete = nullptr;
volatile std::sig_atomic_t line_given_up = 0;

void on_line_interrupt(int /*signal*/) { line_given_up = 1; }

/// Called while readline waits for a key: after Ctrl-C the line is given up.
int on_event() {
  if (line_given_up != 0) rl_done = 1;
  return 0;
}

char* copied(const std::string& text) { return ::strdup(text.c_str()); }

/// The list readline wants: first what replaces the word, then the choices.
char** completions_of(const char* /*text*/, int /*start*/, int end) {
  rl_attempted_completion_over = 1;  // no names of files
  if (current_complete == nullptr) return nullptr;
  const Completions found =
      (*current_complete)(std::string(rl_line_buffer, static_cast<std::size_t>(end)));
  if (found.words.empty()) return nullptr;
  // Readline takes the word from the last blank or bracket on; ours begins there, too.
  auto** list = static_cast<char**>(std::calloc(found.words.size() + 2, sizeof(char*)));
  if (list == nullptr) return nullptr;
  if (found.words.size() == 1) {
    list[0] = copied(found.words.front());
    return list;
  }
  std::string common = found.words.front();
  for (std::size_t i = 0; i < found.words.size(); ++i) {
    std::size_t same = 0;
    const std::string& word = found.words[i];
    while (same < common.size() && same < word.size() && common[same] == word[same]) ++same;
    common.resize(same);
    list[i + 1] = copied(word);
  }
  // A choice need not begin as what was typed (capitals, a later word): then that stays.
  const std::string typed(rl_line_buffer + found.begin,
                          static_cast<std::size_t>(end) - found.begin);
  list[0] = copied(common.size() > typed.size() ? common : typed);
  return list;
}

}  // namespace

std::optional<std::string> PlainLines::next() {
  std::string line;
  if (!std::getline(in_, line)) return std::nullopt;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

EditedLines::EditedLines(std::string prompt, std::filesystem::path history, Complete complete)
    : prompt_(std::move(prompt)), history_(std::move(history)) {
  current_complete = new Complete(std::move(complete));
  rl_readline_name = "morgue-query";
  rl_attempted_completion_function = completions_of;
  rl_completer_word_break_characters = const_cast<char*>(" \t()");
  rl_completer_quote_characters = "";
  rl_completion_append_character = '\0';
  rl_catch_signals = 0;
  rl_event_hook = on_event;
  using_history();
  stifle_history(kMostLines);
  if (!history_.empty()) read_history(history_.c_str());
}

EditedLines::~EditedLines() {
  if (!history_.empty()) {
    std::error_code error;
    std::filesystem::create_directories(history_.parent_path(), error);
    write_history(history_.c_str());
  }
  delete std::exchange(current_complete, nullptr);
}

std::optional<std::string> EditedLines::next() {
  for (;;) {
    struct sigaction ours {};
    struct sigaction before {};
    ours.sa_handler = on_line_interrupt;
    sigaction(SIGINT, &ours, &before);
    line_given_up = 0;
    char* typed = readline(prompt_.c_str());
    sigaction(SIGINT, &before, nullptr);
    if (line_given_up != 0) {
      std::free(typed);
      std::fputs("^C\n", stdout);
      std::fflush(stdout);
      continue;
    }
    if (typed == nullptr) {
      std::fputs("\n", stdout);
      std::fflush(stdout);
      return std::nullopt;
    }
    std::string line(typed);
    std::free(typed);
    const HIST_ENTRY* last = history_get(history_base + history_length - 1);
    const bool again = last != nullptr && line == last->line;
    if (!again && line.find_first_not_of(' ') != line.npos) add_history(line.c_str());
    return line;
  }
}

}  // namespace morgue
