// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/archive_view.h"

#include <set>

#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/text/stem.h"

namespace morgue {
namespace {

/// What follows `prefix` in the terms that begin with it.
std::set<std::string> endings(const Xapian::Database& database, const std::string& prefix) {
  std::set<std::string> found;
  const auto end = database.allterms_end(prefix);
  for (auto it = database.allterms_begin(prefix); it != end; ++it) {
    found.insert((*it).substr(prefix.size()));
  }
  return found;
}

}  // namespace

ArchiveView make_view(const Xapian::Database& database,
                      const std::vector<std::string>& default_langs) {
  ArchiveView view;
  view.database = database;
  const std::string lang_values = value_term(find_field("lang")->prefix, "");
  std::set<std::string> languages = endings(database, lang_values);
  languages.insert(default_langs.begin(), default_langs.end());
  for (const std::string& lang : languages) {
    if (Stemmer::supports(lang)) view.languages.push_back(lang);
  }
  const std::set<std::string> fields = endings(database, std::string(kHasPrefix));
  view.fields.assign(fields.begin(), fields.end());
  return view;
}

}  // namespace morgue
