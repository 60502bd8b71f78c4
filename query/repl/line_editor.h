// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that somebody types, or that a file holds.
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

/// Where lines come from.
class LineSource {
 public:
  virtual ~LineSource() = default;
  /// The next line without its end; nullopt at the end of the input.
  virtual std::optional<std::string> next() = 0;
};

/// One line after the other, without a prompt: a file, a pipe, a test.
class PlainLines : public LineSource {
 public:
  explicit PlainLines(std::istream& in) : in_(in) {}
  std::optional<std::string> next() override;

 private:
  std::istream& in_;
};

/// What may stand in place of the last word of a line.
struct Completions {
  std::size_t begin = 0;  ///< the byte where that word begins
  std::vector<std::string> words;
};
using Complete = std::function<Completions(const std::string& line)>;

/// Lines from a terminal, by readline: edited, completed with Tab, remembered in `history` between
/// sessions. Ctrl-C discards the line; Ctrl-D on an empty one is the end of the input. One at a
/// time in a process, for readline has one state.
class EditedLines : public LineSource {
 public:
  /// An empty path keeps no history. That it cannot be read or written is no error.
  EditedLines(std::string prompt, std::filesystem::path history, Complete complete);
  ~EditedLines() override;
  EditedLines(const EditedLines&) = delete;
  EditedLines& operator=(const EditedLines&) = delete;

  std::optional<std::string> next() override;

 private:
  std::string prompt_;
  std::filesystem::path history_;
};

}  // namespace morgue
