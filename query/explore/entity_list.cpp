// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/entity_list.h"

#include <algorithm>
#include <map>

#include "common/index/entity_fields.h"
#include "common/text/analyzer.h"
#include "query/run/entity_values.h"

namespace morgue {
namespace {

/// Whether a name has, for each word that was typed, a word that begins with it.
class NameFilter {
 public:
  explicit NameFilter(const std::string& typed) : wanted_(words_of(typed)) {}

  bool takes(const std::string& name) {
    if (wanted_.empty()) return true;
    const std::vector<std::string> words = words_of(name);
    return std::all_of(wanted_.begin(), wanted_.end(), [&](const std::string& start) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return word.starts_with(start); });
    });
  }

 private:
  std::vector<std::string> words_of(const std::string& text) {
    analyzer_.analyze(text, tokens_);
    std::vector<std::string> words;
    for (const Token& token : tokens_.tokens()) words.emplace_back(token.folded);
    return words;
  }

  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<std::string> wanted_;
};

}  // namespace

std::vector<EntityKind> kinds_or_all(const std::vector<EntityKind>& kinds) {
  return kinds.empty() ? std::vector<EntityKind>(kNamedKinds.begin(), kNamedKinds.end()) : kinds;
}

std::vector<EntityRow> list_entities(const Selection& selection, const EntityListRequest& request) {
  const NameTable& names = selection.view().names();
  std::map<Name, std::uint64_t> articles;
  for (const Xapian::docid article : selection.articles) {
    const Xapian::Document document = selection.view().database.get_document(article);
    for (const EntityKind kind : kinds_or_all(request.kinds)) {
      for (Name& name : names_in(document, kind, names)) ++articles[std::move(name)];
    }
  }
  NameFilter filter(request.containing);
  std::vector<EntityRow> rows;
  for (const auto& [name, count] : articles) {
    if (count < request.least_articles) continue;
    const auto group = names.find(name);
    const bool taken =
        group ? group->any_name([&](const std::string& known) { return filter.takes(known); })
              : filter.takes(name.text);
    if (taken) rows.push_back({name, count});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const EntityRow& a, const EntityRow& b) { return a.articles > b.articles; });
  return rows;
}

}  // namespace morgue
