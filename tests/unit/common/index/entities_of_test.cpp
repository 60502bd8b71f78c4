// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/entities_of.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(EntitiesOf, MetadataThenWhatTheTextAdds) {
  Article article;
  article.people = {"Claudia  Sheinbaum", "", "Claudia Sheinbaum"};
  article.places = {"Mexico"};
  const auto body = TextPart::Body;
  const std::vector<Mention> mentions{
      {EntityKind::Organisation, body, MentionSource::Model, {0, 6}, "Morena", {}},
      {EntityKind::Person, body, MentionSource::Metadata, {7, 16}, "Claudia Sheinbaum", {}},
      {EntityKind::Organisation, body, MentionSource::Import, {20, 26}, "Mexico", {}},
      {EntityKind::Misc, body, MentionSource::WatchList, {20, 26}, "Mexico", "ship"},
      {EntityKind::Person, body, MentionSource::Model, {30, 39}, "Claudia Sheinbaum", {}}};
  const std::vector<Entity> expected{
      {EntityKind::Person, "", "Claudia Sheinbaum", true, {1, 1, 0, 0}},
      {EntityKind::Place, "", "Mexico", true, {}},
      {EntityKind::Organisation, "", "Morena", false, {0, 1, 0, 0}},
      {EntityKind::Organisation, "", "Mexico", false, {0, 0, 0, 1}},
      {EntityKind::Misc, "ship", "Mexico", false, {0, 0, 1, 0}}};
  EXPECT_EQ(entities_of(article, mentions), expected);
}

}  // namespace
}  // namespace morgue
