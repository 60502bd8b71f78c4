// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/name_table.h"

#include <algorithm>
#include <utility>

namespace morgue {
namespace {

/// The user's aliases: every name to the one it is shown as.
class Aliases {
 public:
  Result<bool> add(const AliasLine& line) {
    for (const Name& same : line.same) {
      if (same == line.shown) {
        own_.insert(same);
        continue;
      }
      const auto [known, is_new] = lines_.emplace(same, &line);
      if (!is_new && known->second->shown != line.shown) {
        return Error{"aliases", line.place + ": \"" + same.text + "\" means \"" + line.shown.text +
                                    "\" here and \"" + known->second->shown.text + "\" in " +
                                    known->second->place + "; delete one of them"};
      }
    }
    return true;
  }

  /// Error: they lead in a circle.
  Result<Name> follow(const Name& name) const {
    Name at = name;
    for (std::size_t steps = 0;; ++steps) {
      const auto next = lines_.find(at);
      if (next == lines_.end()) return at;
      if (steps > lines_.size()) {
        return Error{"aliases", next->second->place + ": \"" + at.text +
                                    "\" leads back to itself; delete one of the lines"};
      }
      at = next->second->shown;
    }
  }

  /// Whether a line says what the name counts as: another, or itself.
  bool knows(const Name& name) const { return lines_.contains(name) || own_.contains(name); }
  const std::map<Name, const AliasLine*>& lines() const { return lines_; }

 private:
  std::map<Name, const AliasLine*> lines_;
  std::set<Name> own_;
};

/// By aliases and links in turn. Where both lead in a circle, to the first of its names.
Result<Name> follow(const Name& name, const Aliases& aliases, const std::map<Name, Name>& linked) {
  auto at = aliases.follow(name);
  if (!at) return at.error();
  for (std::vector<Name> passed;;) {
    const auto again = std::find(passed.begin(), passed.end(), *at);
    if (again != passed.end()) return *std::min_element(again, passed.end());
    const auto link = linked.find(*at);
    if (link == linked.end() || aliases.knows(*at)) return at;
    passed.push_back(*at);
    at = aliases.follow(link->second);
    if (!at) return at.error();
  }
}

}  // namespace

Result<NameTable> NameTable::make(const Corrections& corrections,
                                  const std::map<Name, Name>& linked) {
  Aliases aliases;
  for (const AliasLine& line : corrections.aliases) {
    if (const auto added = aliases.add(line); !added) return added.error();
  }
  const std::set<Name> rejects(corrections.rejects.begin(), corrections.rejects.end());

  std::set<Name> names(rejects);
  for (const auto& [same, line] : aliases.lines()) names.insert({same, line->shown});
  for (const auto& [stored, other] : linked) names.insert({stored, other});

  NameTable table;
  std::map<Name, NameGroup> groups;
  for (const Name& name : names) {
    const auto shown = follow(name, aliases, linked);
    if (!shown) return shown.error();
    if (rejects.contains(name) || rejects.contains(*shown)) {
      table.resolved_.emplace(name, std::nullopt);
      table.hidden_[name.kind].insert(name.text);
      continue;
    }
    table.resolved_.emplace(name, *shown);
    groups.try_emplace(*shown, NameGroup{*shown, {}}).first->second.stored.push_back(name);
    if (shown->kind != name.kind) {
      table.hidden_[name.kind].insert(name.text);
      table.moved_[shown->kind].push_back(name);
    }
  }
  for (auto& [shown, group] : groups) {
    for (const Name& name : group.stored) table.group_of_.emplace(name, table.groups_.size());
    table.group_of_.emplace(shown, table.groups_.size());
    table.groups_.push_back(std::move(group));
  }
  return table;
}

std::optional<Name> NameTable::resolve(const Name& stored) const {
  const auto known = resolved_.find(stored);
  return known == resolved_.end() ? stored : known->second;
}

const NameGroup* NameTable::find(const Name& name) const {
  const auto known = group_of_.find(name);
  return known == group_of_.end() ? nullptr : &groups_[known->second];
}

const std::set<std::string, std::less<>>& NameTable::hidden(EntityKind kind) const {
  static const std::set<std::string, std::less<>> kNone;
  const auto known = hidden_.find(kind);
  return known == hidden_.end() ? kNone : known->second;
}

const std::vector<Name>& NameTable::moved_to(EntityKind kind) const {
  static const std::vector<Name> kNone;
  const auto known = moved_.find(kind);
  return known == moved_.end() ? kNone : known->second;
}

}  // namespace morgue
