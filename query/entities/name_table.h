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

namespace morgue {

/// Stored names that count as one.
struct NameGroup {
  Name shown;
  std::vector<Name> stored;  ///< sorted; holds `shown` when articles may be indexed by it

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
  static Result<NameTable> make(const Corrections& corrections, const std::map<Name, Name>& linked);

  bool empty() const { return groups_.empty() && hidden_.empty(); }

  /// nullopt: rejected.
  std::optional<Name> resolve(const Name& stored) const;

  /// All names that count as something other than themselves, with what they count as.
  const std::vector<NameGroup>& groups() const { return groups_; }

  /// The group that a name, shown or stored, belongs to; null when it stands for itself alone.
  const NameGroup* find(const Name& name) const;

  /// Stored names of this kind that do not count as a name of this kind: rejected, or of another.
  const std::set<std::string, std::less<>>& hidden(EntityKind kind) const;

  bool moves_to(EntityKind kind) const { return !moved_to(kind).empty(); }
  /// Stored names of other kinds that count as a name of this one.
  const std::vector<Name>& moved_to(EntityKind kind) const;

 private:
  std::map<Name, std::optional<Name>> resolved_;  ///< nullopt: rejected
  std::vector<NameGroup> groups_;                 ///< by shown name
  std::map<Name, std::size_t> group_of_;
  std::map<EntityKind, std::set<std::string, std::less<>>> hidden_;
  std::map<EntityKind, std::vector<Name>> moved_;
};

}  // namespace morgue
