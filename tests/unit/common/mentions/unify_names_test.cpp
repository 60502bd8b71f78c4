// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/unify_names.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using enum EntityKind;
using Names = std::vector<std::string>;

/// What names by the model are called in an article whose metadata has the given ones.
Names unified(EntityKind kind, const Names& given, const Names& found) {
  std::vector<NameUnifier::Given> metadata;
  for (const std::string& name : given) metadata.emplace_back(kind, name);
  std::vector<PlacedMention> mentions;
  for (const std::string& name : found) {
    mentions.push_back({{kind, TextPart::Body, MentionSource::Model, {}, name, {}}, 0, 0});
  }
  NameUnifier().unify(metadata, mentions);
  Names names;
  for (const PlacedMention& placed : mentions) names.push_back(placed.mention.name);
  return names;
}

TEST(UnifyNames, OfAnArticle) {
  const Names claudia{"Claudia Sheinbaum Pardo"};
  const struct {
    EntityKind kind;
    Names given;
    Names found;
    Names unified;
    const char* why;
  } cases[] = {
      {Person, {"Sheinbaum, Claudia"}, {"Claudia Sheinbaum"}, {"Sheinbaum, Claudia"}, "order"},
      {Person, {"José Peña"}, {"JOSE PENA"}, {"José Peña"}, "capitals and accents"},
      {Person, claudia, {"Claudia Sheinbaum"}, claudia, "the first words"},
      {Person, claudia, {"Pardo"}, claudia, "the last word"},
      {Person, claudia, {"Claudia"}, {"Claudia"}, "a first name alone is anybody's"},
      {Person, {"George W. Bush"}, {"George Bush"}, {"George W. Bush"}, "a middle name left out"},
      {Person, {"Claudia Sheinbaum"}, {"C. Sheinbaum"}, {"Claudia Sheinbaum"}, "initials"},
      {Person, {"Joe Biden"}, {"Beau Biden"}, {"Beau Biden"}, "another of the family"},
      {Person,
       {"Bill Clinton", "Hillary Clinton"},
       {"Clinton", "Bill Clinton"},
       {"Clinton", "Bill Clinton"},
       "a surname of two"},
      {Person,
       {"Clinton"},
       {"Bill Clinton", "Hillary Clinton"},
       {"Bill Clinton", "Hillary Clinton"},
       "a surname given, of two"},
      {Person, {"Clinton"}, {"Bill Clinton", "Clinton"}, {"Clinton", "Clinton"}, "and of one"},
      {Organisation, {"PAN"}, {"El PAN", "the PAN"}, {"PAN", "PAN"}, "articles"},
      {Organisation,
       {"United Nations"},
       {"UN", "U.N."},
       {"United Nations", "United Nations"},
       "initials in capitals"},
      {Organisation, {"United Nations"}, {"un"}, {"un"}, "which small letters are not"},
      {Organisation,
       {"Department of Justice"},
       {"DOJ", "DJ"},
       {"DOJ", "Department of Justice"},
       "small words are left out"},
      {Organisation, {"Bank of Mexico"}, {"Mexico"}, {"Mexico"}, "no part of a name"},
      {Place, {"The Hague"}, {"Hague"}, {"The Hague"}, "articles"},
      {Place, {"New Mexico"}, {"Mexico"}, {"Mexico"}, "no part of a name"},
      {Person, {}, {"Ruiz", "Ana Ruiz"}, {"Ruiz", "Ana Ruiz"}, "the model knows its own names"},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(unified(test.kind, test.given, test.found), test.unified) << test.why;
  }
}

TEST(UnifyNames, TheMostTrustedSourceNamesIt) {
  const auto mention = [](MentionSource source, std::string name) {
    return PlacedMention{{Person, TextPart::Body, source, {}, std::move(name), {}}, 0, 0};
  };
  std::vector<PlacedMention> mentions{mention(MentionSource::Model, "Sheinbaum"),
                                      mention(MentionSource::WatchList, "Claudia Sheinbaum"),
                                      mention(MentionSource::Import, "Claudia Sheinbaum Pardo")};
  NameUnifier().unify({}, mentions);
  for (const PlacedMention& placed : mentions) {
    if (placed.mention.source == MentionSource::Model) continue;  // nobody is called so
    EXPECT_EQ(placed.mention.name, "Claudia Sheinbaum Pardo");
  }
  mentions = {mention(MentionSource::Model, "Ruiz"), mention(MentionSource::WatchList, "Ana Ruiz")};
  NameUnifier().unify({{Organisation, "Ana Ruiz"}}, mentions);
  EXPECT_EQ(mentions[0].mention.name, "Ana Ruiz");
}

}  // namespace
}  // namespace morgue
