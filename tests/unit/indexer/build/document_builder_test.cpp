// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/document_builder.h"

#include <map>
#include <memory>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/document/xapian_document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/value.h"
#include "indexer/build/entity_finder.h"
#include "indexer/watch_list_file.h"

namespace morgue {
namespace {

/// Takes every word that begins with "P" for a person of that name, and with "O" for an
/// organisation; English alone.
class LetterModel : public Recognizer {
 public:
  static std::unique_ptr<Recognizer> make(std::string_view lang) {
    if (lang != "en") return nullptr;
    return std::make_unique<LetterModel>();
  }

  void recognize(const Article& article, const TokenList& title, const TokenList& body,
                 std::vector<Mention>& mentions) override {
    add(TextPart::Title, article.title, title, mentions);
    add(TextPart::Body, article.body, body, mentions);
  }

 private:
  static void add(TextPart part, std::string_view text, const TokenList& list,
                  std::vector<Mention>& mentions) {
    for (const Token& token : list.tokens()) {
      const std::string name(token.bytes.of(text));
      if (name.front() != 'P' && name.front() != 'O') continue;
      const auto kind = name.front() == 'P' ? EntityKind::Person : EntityKind::Organisation;
      mentions.push_back({kind, part, MentionSource::Model, token.bytes, name, {}});
    }
  }
};

EntitySetup setup(EntityMode mode) {
  return {mode, LetterModel::make, {read_watch_list("type,name\nship,Orca\norg,Omega\n", "l.csv")}};
}

std::string slot_of(const Xapian::Document& document, Slot slot) {
  return document.get_value(slot_number(slot));
}

/// Everything a document holds, as text.
std::map<std::string, std::string> content_of(const Xapian::Document& document) {
  std::map<std::string, std::string> content;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    std::string& places = content["term " + *term];
    places = std::to_string(term.get_wdf()) + ":";
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      places += " " + std::to_string(*at);
    }
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    content["value " + std::to_string(value.get_valueno())] = *value;
  }
  content["data"] = document.get_data();
  return content;
}

Xapian::Document built(DocumentBuilder& builder, const Article& article, MentionPlan plan = {}) {
  return to_xapian(builder.build(article, encode_fields(article), std::move(plan)));
}

std::vector<std::string> values(const Xapian::Document& document, Slot slot) {
  return unpack_values(document.get_value(slot_number(slot)));
}

using Names = std::vector<std::string>;

Article letters() {
  Article article;
  article.id = "1";
  article.title = "Paul's Orca";
  article.body = "Old Paul Smith met Omega and Quinn.";
  article.people = {"Smith, Paul", "Quinn"};
  return article;
}

TEST(DocumentBuilder, FindsAsManyNamesAsTheModeAsksFor) {
  const struct {
    EntityMode mode;
    Names people, organisations, extra;
    std::size_t mentions;
  } cases[] = {
      {EntityMode::Off, {"Smith, Paul", "Quinn"}, {}, {}, 0},
      {EntityMode::Metadata, {"Smith, Paul", "Quinn"}, {"Omega"}, {"ship\x1fOrca"}, 4},
      {EntityMode::On,
       {"Smith, Paul", "Quinn", "Paul's"},
       {"Orca", "Old", "Omega"},
       {"ship\x1fOrca"},
       7},
  };
  for (const auto& test : cases) {
    EntityFinder names(setup(test.mode));
    DocumentBuilder builder({}, names);
    const Xapian::Document document = built(builder, letters());
    EXPECT_EQ(values(document, Slot::Person), test.people);
    EXPECT_EQ(values(document, Slot::Organisation), test.organisations);
    EXPECT_EQ(values(document, Slot::Extra), test.extra);
    EXPECT_EQ(decode_stored_mentions(document.get_data()).size(), test.mentions);
  }
}

TEST(DocumentBuilder, NamesHaveThePositionsOfTheirMentions) {
  EntityFinder names(setup(EntityMode::On));
  DocumentBuilder builder({}, names);
  const auto content = content_of(built(builder, letters()));
  EXPECT_EQ(content.at("term XPER:=Smith, Paul"), "0: 10001 10002");
  EXPECT_EQ(content.at("term XORG:=Omega"), "0: 10004");
  EXPECT_EQ(content.at("term XFship\x1f=Orca"), "0: 2");
  EXPECT_EQ(content.count("term XHAS:ship"), 1U);
  EXPECT_EQ(content.count("term XHAS:org"), 1U);
  EXPECT_EQ(content.count("term XORG:omega"), 1U);
}

TEST(DocumentBuilder, CountsWhatNoModelCouldRead) {
  EntityFinder names(setup(EntityMode::On));
  DocumentBuilder builder({}, names);
  Article article = letters();
  built(builder, article);
  article.lang = "fr";
  const Xapian::Document french = built(builder, article);
  EXPECT_EQ(values(french, Slot::Organisation), Names{"Omega"}) << "by the watch-list";
  const EntityCounts counts = names.take_counts();
  EXPECT_EQ(counts.by_model.at("en"), 1U);
  EXPECT_EQ(counts.without_model.at("fr"), 1U);
  EXPECT_TRUE(names.take_counts().by_model.empty()) << "since the last call";
}

TEST(DocumentBuilder, WhatIsKeptIsWhatWasFound) {
  EXPECT_TRUE(rc::check([] {
    const auto words = rc::gen::container<Names>(
        rc::gen::elementOf(Names{"Paul", "Smith", "Omega", "Orca", "and", "Old", "Quinn's", ".",
                                 "Peña", "Claudia", "\n\n"}));
    const auto text = [&] {
      std::string joined;
      for (const std::string& word : *words) joined += word + " ";
      return joined;
    };
    Article article = letters();
    article.title = text();
    article.body = text();
    EntityFinder names(setup(EntityMode::On));
    DocumentBuilder finding({}, names);
    NameFinder none;
    DocumentBuilder keeping({}, none);
    const Xapian::Document found = built(finding, article);
    MentionPlan plan{MentionPlan::How::Keep, decode_stored_mentions(found.get_data())};
    RC_ASSERT(content_of(built(keeping, article, std::move(plan))) == content_of(found));
    RC_ASSERT(content_of(built(finding, article)) == content_of(found));
    RC_ASSERT(decode_stored_article(found.get_data()) == article);
  }));
}

TEST(DocumentBuilder, BoilerplateIsNoText) {
  Article article;
  article.id = "a";
  article.source = "Post";
  article.body = "Paul votes today.\n\nFollow Peter.\n\nOlga votes too.";
  EntityFinder names(setup(EntityMode::On));
  DocumentBuilder without({}, names);
  const ParagraphKeys keys =
      decode_paragraph_keys(slot_of(built(without, article), Slot::Paragraphs));
  ASSERT_EQ(keys.text.size(), 3U);

  // Which of the three keys is the second paragraph's is known by what it takes away.
  Article follow = article;
  follow.body = "Follow Peter.";
  const ParagraphKey line =
      decode_paragraph_keys(slot_of(built(without, follow), Slot::Paragraphs)).text.front();
  BuildSettings settings;
  settings.boilerplate = std::make_shared<BoilerplateList>(BoilerplateList{{line}, 1});
  DocumentBuilder builder(settings, names);
  const Xapian::Document document = built(builder, article);
  auto content = content_of(document);

  EXPECT_EQ(content.count("term follow"), 0U);
  EXPECT_EQ(content["term XBP:follow"], "0: 1") << "it does not weigh";
  EXPECT_EQ(content["term XBP:=Follow Peter."], "0:");
  EXPECT_EQ(content.count("term XHAS:boiler"), 1U);
  EXPECT_EQ(content["term votes"], "2: 10001 10006") << "the words behind it keep their places";
  EXPECT_EQ(decode_number(slot_of(document, Slot::Words)), 6U);
  EXPECT_EQ(decode_stored_boilerplate(document.get_data()), (std::vector<Span>{{19, 32}}));
  EXPECT_EQ(decode_paragraph_keys(slot_of(document, Slot::Paragraphs)).boilerplate,
            std::vector{line});
  EXPECT_EQ(values(document, Slot::Person), (Names{"Paul"})) << "whom only it names is not named";
  EXPECT_EQ(decode_stored_article(document.get_data()), article) << "nothing is lost";

  MentionPlan plan{MentionPlan::How::Keep, decode_all_mentions(document.get_data())};
  EXPECT_EQ(content_of(built(without, article, std::move(plan))),
            content_of(built(without, article)))
      << "and built again without the list, it is text";
}

TEST(DocumentBuilder, ImportedMentionsStandAmongTheOthers) {
  EntityFinder names(setup(EntityMode::On));
  DocumentBuilder builder({}, names);
  const Mention import{EntityKind::Organisation, TextPart::Body,
                       MentionSource::Import,    {0, 14},
                       "Old Paul Smith",         {}};
  const Xapian::Document document = built(builder, letters(), {MentionPlan::How::Find, {import}});
  const auto mentions = decode_stored_mentions(document.get_data());
  EXPECT_EQ(std::count(mentions.begin(), mentions.end(), import), 1);
  EXPECT_EQ(values(document, Slot::Organisation), (Names{"Orca", "Old Paul Smith", "Omega"}))
      << "the longest wins over metadata and model";
}

}  // namespace
}  // namespace morgue
