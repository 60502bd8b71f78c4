// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/name_table.h"

#include <algorithm>
#include <utility>

namespace morgue {

Result<NameTable> NameTable::make(const Corrections& corrections, LinkedNames linked) {
  NameTable table;
  std::map<Name, std::string> places;  // of aliases, for messages
  for (const AliasLine& line : corrections.aliases) {
    if (const auto added = table.add(line, places); !added) return added.error();
  }
  for (const auto& [same, shown] : table.aliases_) {
    if (table.leads_in_a_circle(same)) {
      return Error{"aliases", places.at(same) + ": \"" + same.text +
                                  "\" leads back to itself; delete one of the lines"};
    }
  }
  table.rejects_.insert(corrections.rejects.begin(), corrections.rejects.end());
  table.linked_ = std::move(linked);
  table.move_names();
  return table;
}

Result<bool> NameTable::add(const AliasLine& line, std::map<Name, std::string>& places) {
  for (const Name& same : line.same) {
    if (same == line.shown) {
      own_.insert(same);
      continue;
    }
    const auto [known, is_new] = aliases_.emplace(same, line.shown);
    if (is_new) {
      places.emplace(same, line.place);
      aliases_of_[line.shown].push_back(same);
    } else if (known->second != line.shown) {
      return Error{"aliases", line.place + ": \"" + same.text + "\" means \"" + line.shown.text +
                                  "\" here and \"" + known->second.text + "\" in " +
                                  places.at(same) + "; delete one of them"};
    }
  }
  return true;
}

bool NameTable::leads_in_a_circle(const Name& name) const {
  std::size_t steps = 0;
  for (auto next = aliases_.find(name); next != aliases_.end();
       next = aliases_.find(next->second)) {
    if (++steps > aliases_.size()) return true;
  }
  return false;
}

Name NameTable::follow_aliases(const Name& name) const {
  const Name* at = &name;
  for (auto next = aliases_.find(*at); next != aliases_.end(); next = aliases_.find(*at)) {
    at = &next->second;
  }
  return *at;
}

/// By aliases and links in turn. Where both lead in a circle, to the first of its names.
Name NameTable::follow(const Name& name) const {
  Name at = follow_aliases(name);
  for (std::vector<Name> passed;;) {
    const auto again = std::find(passed.begin(), passed.end(), at);
    if (again != passed.end()) return *std::min_element(again, passed.end());
    const std::string* link = own_.contains(at) ? nullptr : linked_.shown_for(at);
    if (link == nullptr) return at;
    if (aliases_.empty()) return {at.kind, *link};
    passed.push_back(at);
    at = follow_aliases({at.kind, *link});
  }
}

std::optional<Name> NameTable::resolve(const Name& stored) const {
  if (rejects_.contains(stored)) return std::nullopt;
  Name shown = follow(stored);
  if (rejects_.contains(shown)) return std::nullopt;
  return shown;
}

/// These, and all whose way may pass through one of them.
std::set<Name> NameTable::leading_to(const std::set<Name>& names) const {
  std::set<Name> found = names;
  std::vector<Name> open(names.begin(), names.end());
  while (!open.empty()) {
    std::vector<Name> before = linked_.stored_for(open.back());
    const auto aliases = aliases_of_.find(open.back());
    open.pop_back();
    if (aliases != aliases_of_.end()) {
      before.insert(before.end(), aliases->second.begin(), aliases->second.end());
    }
    for (Name& name : before) {
      if (found.insert(name).second) open.push_back(std::move(name));
    }
  }
  return found;
}

void NameTable::move_names() {
  std::set<Name> corrected = rejects_;
  for (const auto& [same, shown] : aliases_) corrected.insert(same);
  if (corrected.empty()) return;
  for (const Name& name : leading_to(corrected)) {
    const auto shown = resolve(name);
    if (shown && shown->kind == name.kind) continue;
    hidden_[name.kind].insert(name.text);
    if (shown) moved_[shown->kind].push_back(name);
  }
}

std::optional<NameGroup> NameTable::find(const Name& name) const {
  const auto shown = resolve(name);
  if (!shown) return std::nullopt;
  NameGroup group{*shown, {}};
  for (const Name& one : leading_to({*shown})) {
    if (resolve(one) == shown) group.stored.push_back(one);
  }
  if (group.stored.size() < 2 && *shown == name) return std::nullopt;
  return group;
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
