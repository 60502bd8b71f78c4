// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/manual/man_page.h"

#include <algorithm>
#include <string_view>

namespace morgue {
namespace {

/// Text as it is: no sign of it is a command of roff.
std::string plain(std::string_view text) {
  std::string escaped;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if (c == '\'') {
      escaped += "\\(aq";
    } else {
      escaped += c;
    }
    line_begins = c == '\n';
  }
  return escaped;
}

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string as_written(std::string_view text) {
  return text.empty() ? std::string() : ".PP\n.nf\n" + plain(text) + "\n.fi\n";
}

std::string paragraph_of(const ManualOption& option) {
  std::string names;
  for (const std::string& name : option.names) {
    names.append(names.empty() ? "" : ", ").append("\\fB").append(plain(name)).append("\\fR");
  }
  if (!option.value.empty()) names += " \\fI" + plain(option.value) + "\\fR";
  return ".TP\n" + names + "\n" + plain(option.help) + "\n";
}

}  // namespace

std::string man_page(const ProgramManual& program) {
  std::string page = ".TH " + upper_case(program.name) +
                     " 1 \"\" \"Morgue " MORGUE_VERSION "\" \"Morgue\"\n.SH NAME\n" +
                     plain(program.name) + " \\- " + plain(program.summary) +
                     "\n.SH SYNOPSIS\n.B " + plain(program.name) +
                     "\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fIWORDS\\fR]\n";
  page += ".SH DESCRIPTION\n" + as_written(program.text) + ".SH COMMANDS\n";
  for (const ManualCommand& command : program.commands) {
    page += ".SS \"" + plain(command.name) +
            (command.words.empty() ? "" : " " + plain(command.words)) + "\"\n" +
            plain(command.summary) + "\n" + as_written(command.text);
    for (const ManualOption& option : command.options) page += paragraph_of(option);
  }
  return page;
}

}  // namespace morgue
