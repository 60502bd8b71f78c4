// SPDX-License-Identifier: GPL-3.0-or-later
// One name for each entity of an article, whoever found it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/mention.h"
#include "common/mentions/merge_mentions.h"
#include "common/text/analyzer.h"

namespace morgue {

/// Calls an entity by the name that the most trusted source has for it: that of the metadata, then
/// of an import, of a watch-list, of the model.
///
///   people          the same words ("Sheinbaum, Claudia"); the first two or more ("Claudia
///                   Sheinbaum" of "Claudia Sheinbaum Pardo") or the last ones ("Pardo"); first
///                   and last with some between left out ("George Bush" of "George W. Bush");
///                   initials ("C. Sheinbaum")
///   organisations   the same words but for an article ("El PAN"), and initials in capitals
///                   ("UN" of "United Nations")
///   places          the same words but for an article
///
/// A name that fits two others of its kind, as "Clinton" where a Bill and a Hillary Clinton are,
/// is left as it is. Types of the user's own are not touched. Single-threaded; reuse it.
class NameUnifier {
 public:
  using Given = std::pair<EntityKind, std::string>;

  /// Renames mentions; `given` are the names of the metadata.
  void unify(const std::vector<Given>& given, std::vector<PlacedMention>& mentions);

 private:
  struct Name {
    EntityKind kind = EntityKind::Person;
    std::string name;
    std::vector<std::string> words;
    std::string initials;      ///< of the words but the small ones; organisations alone
    bool in_capitals = false;  ///< one word, all capitals
  };

  std::vector<Name> names_by(MentionSource source, const std::vector<PlacedMention>& mentions);
  Name analysed(EntityKind kind, std::string name);
  const Name* same_entity(const Name& name, const std::vector<Name>& fresh) const;
  static bool fits(const Name& known, const Name& name);

  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Name> known_;
};

}  // namespace morgue
