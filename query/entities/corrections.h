// SPDX-License-Identifier: GPL-3.0-or-later
// The user's own corrections of names: aliases.tsv and rejects.tsv of an archive, read and changed.
//
// aliases.tsv   type, tab, the name to show, tab, the names that mean the same, "|" between them:
//                 person  Claudia Sheinbaum  Sheinbaum Pardo, Claudia|CSP
//               A name that was taken for something else says for what: org  Morena  person:Morena
//               A name that means itself, whatever the archive takes it for: person  Bush  Bush
// rejects.tsv   type, tab, a name that is none: person  He
//               The type "entity" stands for all three.
// Types: person, org, place. Empty lines, and lines that begin with "#", say nothing. Both files
// may be edited by hand; deleting a line undoes it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/name.h"
#include "common/base/result.h"

namespace morgue {

struct AliasLine {
  Name shown;
  std::vector<Name> same;
  std::string place;  ///< "news.morgue/aliases.tsv:3", for messages
};

struct Corrections {
  std::vector<AliasLine> aliases;  ///< in the order of the file
  std::vector<Name> rejects;
};

/// The kind that "person", "people", "org", "place" and the like stand for. Error "type".
Result<EntityKind> read_name_kind(std::string_view typed);

/// "person:Morena" in a line about organisations; else a name of the line's own kind. Precondition:
/// valid UTF-8.
Name read_alias(std::string_view typed, EntityKind kind);

/// Files that do not exist hold none. Error "aliases" or "rejects", with file and line.
Result<Corrections> read_corrections(const std::filesystem::path& aliases,
                                     const std::filesystem::path& rejects);

/// Each of these changes the file so that a reader sees the old or the new one, keeps every other
/// line as it is, and returns false when there was nothing to change. Throws IndexError when the
/// file cannot be written.
bool add_alias(const std::filesystem::path& aliases, const Name& shown, const Name& same);
bool remove_alias(const std::filesystem::path& aliases, const Name& same);
bool add_reject(const std::filesystem::path& rejects, const Name& name);
bool remove_reject(const std::filesystem::path& rejects, const Name& name);

}  // namespace morgue
