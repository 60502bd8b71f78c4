// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/entity_finder.h"

#include <utility>

namespace morgue {
namespace {

void count(std::map<std::string, std::uint64_t, std::less<>>& counts, std::string_view lang) {
  const auto known = counts.find(lang);
  if (known == counts.end()) {
    counts.emplace(lang, 1);
  } else {
    ++known->second;
  }
}

}  // namespace

void EntityFinder::find_names(const Article& article, std::string_view lang, const TokenList& title,
                              const TokenList& body, std::vector<Mention>& mentions) {
  if (setup_.mode == EntityMode::Off) return;
  NameFinder::find_names(article, lang, title, body, mentions);
  for (const auto& list : setup_.lists) {
    list->find(TextPart::Title, article.title, title.tokens(), mentions);
    list->find(TextPart::Body, article.body, body.tokens(), mentions);
  }
  if (setup_.mode == EntityMode::On) recognize(article, lang, title, body, mentions);
}

void EntityFinder::recognize(const Article& article, std::string_view lang, const TokenList& title,
                             const TokenList& body, std::vector<Mention>& mentions) {
  if (!setup_.model) return;
  auto model = models_.find(lang);
  if (model == models_.end()) {
    model = models_.emplace(lang, setup_.model(lang)).first;
  }
  if (model->second == nullptr) {
    count(counts_.without_model, lang);
    return;
  }
  count(counts_.by_model, lang);
  model->second->recognize(article, title, body, mentions);
}

}  // namespace morgue
