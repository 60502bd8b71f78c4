// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/corrections.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <system_error>
#include <utility>

#include "common/index/archive_files.h"
#include "common/index/entity_fields.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAnyKind = "entity";

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    if (at == text.npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> lines_of(std::string_view content) {
  std::vector<std::string_view> lines = split(content, '\n');
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

std::string_view without_return(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool says_nothing(std::string_view line) { return line.empty() || line.front() == '#'; }

std::string spell_alias(const Name& same, EntityKind kind) {
  return same.kind == kind ? same.text : std::string(name_of(same.kind)) + ":" + same.text;
}

Result<AliasLine> read_alias_line(std::string_view line) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (!is_valid_utf8(line)) return Error{"aliases", "the line is not UTF-8"};
  if (cells.size() < 3) {
    return Error{"aliases", "a line is: type, tab, name, tab, other names with | between them"};
  }
  const auto kind = read_name_kind(cells[0]);
  if (!kind) return kind.error();
  AliasLine read{{*kind, value_form(cells[1])}, {}, {}};
  for (const std::string_view typed : split(cells[2], '|')) {
    Name same = read_alias(typed, *kind);
    if (!same.text.empty()) read.same.push_back(std::move(same));
  }
  if (read.shown.text.empty() || read.same.empty()) {
    return Error{"aliases", "a name is empty"};
  }
  return read;
}

Result<std::vector<Name>> read_reject_line(std::string_view line) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (!is_valid_utf8(line)) return Error{"rejects", "the line is not UTF-8"};
  if (cells.size() < 2 || value_form(cells[1]).empty()) {
    return Error{"rejects", "a line is: type, tab, name"};
  }
  const std::string name = value_form(cells[1]);
  if (cells[0] == kAnyKind) {
    std::vector<Name> all;
    for (const EntityKind kind : kNamedKinds) all.push_back({kind, name});
    return all;
  }
  const auto kind = read_name_kind(cells[0]);
  if (!kind) return kind.error();
  return std::vector<Name>{{*kind, name}};
}

std::string content_of(const fs::path& file) {
  return fs::exists(file) ? read_file(file) : std::string();
}

Error at_line(const char* code, const fs::path& file, std::size_t number, const Error& error) {
  return {code, file.string() + ":" + std::to_string(number) + ": " + error.message +
                    "; mend or delete the line"};
}

/// The file with each line that says something replaced by what `change` makes of it; a line that
/// becomes empty goes. Returns whether anything changed.
bool change_lines(const fs::path& file,
                  const std::function<std::string(std::string_view line)>& change,
                  const std::string& added) {
  const std::string before = content_of(file);
  std::string after;
  for (const std::string_view whole : lines_of(before)) {
    const std::string_view line = without_return(whole);
    if (says_nothing(line)) {
      after.append(whole) += '\n';
      continue;
    }
    const std::string changed = change(line);
    if (changed == line) {
      after.append(whole) += '\n';
    } else if (!changed.empty()) {
      after += changed + '\n';
    }
  }
  if (!added.empty()) after += added + '\n';
  if (after == before) return false;
  replace_file(file, after);
  return true;
}

std::string spell(const AliasLine& line) {
  if (line.same.empty()) return {};
  std::string text = std::string(name_of(line.shown.kind)) + '\t' + line.shown.text + '\t';
  for (std::size_t i = 0; i < line.same.size(); ++i) {
    if (i > 0) text += '|';
    text += spell_alias(line.same[i], line.shown.kind);
  }
  return text;
}

}  // namespace

Name read_alias(std::string_view typed, EntityKind kind) {
  const std::size_t colon = typed.find(':');
  if (colon != typed.npos) {
    for (const EntityKind other : kNamedKinds) {
      if (typed.substr(0, colon) == name_of(other)) {
        return {other, value_form(typed.substr(colon + 1))};
      }
    }
  }
  return {kind, value_form(typed)};
}

Result<EntityKind> read_name_kind(std::string_view typed) {
  const Field* field = find_field(typed);
  const auto kind = field == nullptr ? std::nullopt : kind_of(*field);
  if (kind) return *kind;
  return Error{"type", "\"" + std::string(typed) + "\" is none of the types person, org and place"};
}

Result<Corrections> read_corrections(const fs::path& aliases, const fs::path& rejects) {
  Corrections corrections;
  std::size_t number = 0;
  const std::string alias_lines = content_of(aliases);
  for (const std::string_view whole : lines_of(alias_lines)) {
    ++number;
    const std::string_view line = without_return(whole);
    if (says_nothing(line)) continue;
    auto read = read_alias_line(line);
    if (!read) return at_line("aliases", aliases, number, read.error());
    read->place = aliases.string() + ":" + std::to_string(number);
    corrections.aliases.push_back(std::move(*read));
  }
  number = 0;
  const std::string reject_lines = content_of(rejects);
  for (const std::string_view whole : lines_of(reject_lines)) {
    ++number;
    const std::string_view line = without_return(whole);
    if (says_nothing(line)) continue;
    const auto read = read_reject_line(line);
    if (!read) return at_line("rejects", rejects, number, read.error());
    corrections.rejects.insert(corrections.rejects.end(), read->begin(), read->end());
  }
  return corrections;
}

bool add_alias(const fs::path& aliases, const Name& shown, const Name& same) {
  bool done = false;
  const auto change = [&](std::string_view line) {
    auto read = read_alias_line(line);
    if (done || !read || read->shown != shown) return std::string(line);
    done = true;
    if (std::find(read->same.begin(), read->same.end(), same) != read->same.end()) {
      return std::string(line);
    }
    read->same.push_back(same);
    return spell(*read);
  };
  const bool changed = change_lines(aliases, change, "");
  if (done) return changed;
  return change_lines(
      aliases, [](std::string_view line) { return std::string(line); },
      spell(AliasLine{shown, {same}, {}}));
}

bool remove_alias(const fs::path& aliases, const Name& same) {
  return change_lines(
      aliases,
      [&](std::string_view line) {
        auto read = read_alias_line(line);
        if (!read || std::erase(read->same, same) == 0) return std::string(line);
        return spell(*read);
      },
      "");
}

bool add_reject(const fs::path& rejects, const Name& name) {
  bool known = false;
  const auto keep = [&](std::string_view line) {
    const auto read = read_reject_line(line);
    if (read && std::find(read->begin(), read->end(), name) != read->end()) known = true;
    return std::string(line);
  };
  change_lines(rejects, keep, "");
  if (known) return false;
  return change_lines(rejects, keep, std::string(name_of(name.kind)) + '\t' + name.text);
}

bool remove_reject(const fs::path& rejects, const Name& name) {
  return change_lines(
      rejects,
      [&](std::string_view line) {
        const auto read = read_reject_line(line);
        if (!read || std::find(read->begin(), read->end(), name) == read->end()) {
          return std::string(line);
        }
        // A line for all types goes on to hold the others.
        std::string others;
        for (const Name& other : *read) {
          if (other == name) continue;
          others +=
              (others.empty() ? "" : "\n") + std::string(name_of(other.kind)) + '\t' + other.text;
        }
        return others;
      },
      "");
}

}  // namespace morgue
