// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/name_finder.h"

#include <utility>

#include "common/index/entities_of.h"

namespace morgue {
namespace {

std::vector<NameUnifier::Given> given_names(const Article& article) {
  std::vector<NameUnifier::Given> given;
  for (Entity& entity : entities_of(article, {})) given.emplace_back(entity.kind, entity.name);
  return given;
}

}  // namespace

std::vector<PlacedMention> NameFinder::find(const Article& article, std::string_view lang,
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

void NameFinder::find_names(const Article& article, std::string_view /*lang*/,
                            const TokenList& title, const TokenList& body,
                            std::vector<Mention>& mentions) {
  metadata_.clear();
  for (auto& [kind, name] : given_names(article)) metadata_.add(kind, std::move(name));
  if (metadata_.empty()) return;
  metadata_.find(TextPart::Title, article.title, title.tokens(), mentions);
  metadata_.find(TextPart::Body, article.body, body.tokens(), mentions);
}

}  // namespace morgue
