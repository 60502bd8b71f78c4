// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/input_log.h"

#include <algorithm>
#include <charconv>

namespace morgue {
namespace {

/// Tabs, line feeds and backslashes of a path or an option, so that a line stays a line.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    ++i;
    out += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

template <class Number>
Number take_number(std::string_view& line) {
  const std::string_view digits = take_until(line, '\t');
  Number number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

std::string encode_input_log(const std::vector<LoggedInput>& inputs) {
  std::string text;
  for (const LoggedInput& input : inputs) {
    text += std::to_string(input.bytes) + '\t' + std::to_string(input.modified_ns) + '\t' +
            std::to_string(input.records) + '\t' + (input.complete ? "1" : "0") + '\t' +
            escape(input.reading) + '\t' + escape(input.path) + '\n';
  }
  return text;
}

std::vector<LoggedInput> decode_input_log(std::string_view text) {
  std::vector<LoggedInput> inputs;
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    LoggedInput input;
    input.bytes = take_number<std::uint64_t>(line);
    input.modified_ns = take_number<std::int64_t>(line);
    input.records = take_number<std::uint64_t>(line);
    input.complete = take_until(line, '\t') == "1";
    input.reading = unescape(take_until(line, '\t'));
    input.path = unescape(line);
    inputs.push_back(std::move(input));
  }
  return inputs;
}

InputLog InputLog::read(const ArchivePaths& paths, const Manifest& manifest) {
  InputLog log;
  for (const std::string& name : manifest.input_logs) {
    for (LoggedInput& input : decode_input_log(read_file(paths.runs() / name))) {
      std::string path = input.path;
      log.by_path_.insert_or_assign(std::move(path), std::move(input));
    }
  }
  return log;
}

const LoggedInput* InputLog::find(const LoggedInput& input) const {
  const auto it = by_path_.find(input.path);
  if (it == by_path_.end()) return nullptr;
  const LoggedInput& logged = it->second;
  const bool same = logged.bytes == input.bytes && logged.modified_ns == input.modified_ns &&
                    logged.reading == input.reading;
  return same ? &logged : nullptr;
}

std::vector<LoggedInput> InputLog::entries() const {
  std::vector<LoggedInput> entries;
  entries.reserve(by_path_.size());
  for (const auto& [path, input] : by_path_) entries.push_back(input);
  std::sort(entries.begin(), entries.end(),
            [](const LoggedInput& a, const LoggedInput& b) { return a.path < b.path; });
  return entries;
}

}  // namespace morgue
