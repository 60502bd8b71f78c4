// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/entity_finder.h"

#include <iterator>
#include <utility>

#include "common/text/fold.h"

namespace morgue {
namespace {

std::vector<NameUnifier::Given> given_names(const Article& article) {
  std::vector<NameUnifier::Given> given;
  for (Entity& entity : entities_of(article, {})) given.emplace_back(entity.kind, entity.name);
  return given;
}

void count(std::map<std::string, std::uint64_t, std::less<>>& counts, std::string_view lang) {
  const auto known = counts.find(lang);
  if (known == counts.end()) {
    counts.emplace(lang, 1);
  } else {
    ++known->second;
  }
}

}  // namespace

std::vector<PlacedMention> EntityFinder::find(const Article& article, std::string_view lang,
                                              const TokenList& title, const TokenList& body,
                                              MentionPlan plan) {
  std::vector<Mention> mentions = std::move(plan.known);
  if (plan.how == MentionPlan::How::Find) find_names(article, lang, title, body, mentions);
  std::vector<PlacedMention> placed = place_mentions(std::move(mentions), title, body);
  if (plan.how == MentionPlan::How::Keep) return placed;
  decide_overlaps(placed);
  unifier_.unify(given_names(article), placed);
  return placed;
}

void EntityFinder::find_names(const Article& article, std::string_view lang, const TokenList& title,
                              const TokenList& body, std::vector<Mention>& mentions) {
  if (setup_.mode == EntityMode::Off) return;
  const auto in_both = [&](const auto& finder) {
    finder.find(TextPart::Title, article.title, title.tokens(), mentions);
    finder.find(TextPart::Body, article.body, body.tokens(), mentions);
  };
  metadata_.clear();
  for (auto& [kind, name] : given_names(article)) metadata_.add(kind, std::move(name));
  if (!metadata_.empty()) in_both(metadata_);
  for (const auto& list : setup_.lists) in_both(*list);
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
