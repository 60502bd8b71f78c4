// SPDX-License-Identifier: GPL-3.0-or-later
// What the names that articles are indexed by count as: corrections applied at query time.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/name.h"
#include "common/base/result.h"
#include "query/entities/corrections.h"
#include "query/entities/linked_names.h"

namespace morgue {

/// Stored names that count as one.
struct NameGroup {
  Name shown;
  std::vector<Name> stored;  ///< sorted; holds `shown`, too

  /// Any of the names it is known by: shown first.
  template <class Test>
  bool any_name(Test test) const {
    if (test(shown.text)) return true;
    for (const Name& name : stored) {
      if (name != shown && test(name.text)) return true;
    }
    return false;
  }
};

/// Immutable once made. A stored name counts as what the user's aliases say, and that as what the
/// archive itself says of it (`linked`) where no alias does, and so on. It counts as nothing when
/// it, or what it counts as in the end, is rejected.
class NameTable {
 public:
  NameTable() = default;

  /// Error "aliases": one name means two, or names lead in a circle.
  static Result<NameTable> make(const Corrections& corrections, LinkedNames linked);

  bool empty() const { return aliases_.empty() && rejects_.empty() && linked_.empty(); }

  /// nullopt: rejected.
  std::optional<Name> resolve(const Name& stored) const;

  /// Calls `use(const Name&)` for every name that an alias or a link speaks of, some more than
  /// once.
  template <class Use>
  void for_each_known(Use use) const {
    for (const auto& [same, shown] : aliases_) {
      use(same);
      use(shown);
    }
    linked_.for_each([&](const NameLink& link) {
      use(link.stored);
      use(Name{link.stored.kind, link.shown});
    });
  }

  /// The group that a name, shown or stored, belongs to; nullopt when it stands for itself alone.
  std::optional<NameGroup> find(const Name& name) const;

  /// Stored names of this kind that do not count as a name of this kind: rejected, or of another.
  const std::set<std::string, std::less<>>& hidden(EntityKind kind) const;

  bool moves_to(EntityKind kind) const { return !moved_to(kind).empty(); }
  /// Stored names of other kinds that count as a name of this one.
  const std::vector<Name>& moved_to(EntityKind kind) const;

 private:
  Result<bool> add(const AliasLine& line, std::map<Name, std::string>& places);
  Name follow_aliases(const Name& name) const;
  Name follow(const Name& name) const;
  bool leads_in_a_circle(const Name& name) const;
  std::set<Name> leading_to(const std::set<Name>& names) const;
  void move_names();

  std::map<Name, Name> aliases_;
  std::map<Name, std::vector<Name>> aliases_of_;  ///< the same, from the name shown
  std::set<Name> own_;                            ///< that a line says to count as themselves
  std::set<Name> rejects_;
  LinkedNames linked_;
  std::map<EntityKind, std::set<std::string, std::less<>>> hidden_;
  std::map<EntityKind, std::vector<Name>> moved_;
};

}  // namespace morgue
