// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/name_resolver.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "common/text/analyzer.h"
#include "indexer/entities/surface_tokens.h"

namespace morgue {
namespace {

/// A text whose names stand in brackets after their kind: "{p Ana Ruiz} left {l Lowgate}".
struct Marked {
  explicit Marked(const std::string& marked) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (marked[i] == '{') {
        const std::string kinds = "polm";
        names.push_back({static_cast<EntityKind>(kinds.find(marked[i + 1])),
                         static_cast<std::uint32_t>(text.size()), 0});
        i += 2;
      } else if (marked[i] == '}') {
        names.back().end = static_cast<std::uint32_t>(text.size());
      } else {
        text += marked[i];
      }
    }
    Analyzer analyzer;
    TokenList words;
    analyzer.analyze_with_breaks(text, words);
    make_surface_text(text, words, surface);
  }

  std::vector<TaggedName> tagged(TextPart part) const {
    std::vector<TaggedName> out;
    for (const Name& name : names) {
      TaggedName one{name.kind, part, 0, 0};
      bool found = false;
      for (std::uint32_t i = 0; i < surface.tokens.size(); ++i) {
        const Span token = surface.tokens[i];
        if (token.end <= name.begin || token.begin >= name.end) continue;
        if (!found) one.first = i;
        one.last = i;
        found = true;
      }
      if (found) out.push_back(one);
    }
    return out;
  }

  struct Name {
    EntityKind kind;
    std::uint32_t begin, end;  // bytes
  };
  std::string text;
  std::vector<Name> names;
  SurfaceText surface;
};

/// The name of each mention, parted by "; ".
std::string resolved(const std::string& body, const std::string& title = "",
                     const std::string& lang = "en") {
  const Marked in_title(title);
  const Marked in_body(body);
  auto tagged = in_title.tagged(TextPart::Title);
  for (const TaggedName& name : in_body.tagged(TextPart::Body)) tagged.push_back(name);
  std::vector<Mention> mentions;
  NameResolver().resolve(in_title.surface, in_body.surface, lang, tagged, mentions);
  std::string out;
  for (const Mention& mention : mentions) {
    out += (out.empty() ? "" : "; ") + mention.name;
  }
  return out;
}

TEST(NameResolver, OneNameForEach) {
  const struct {
    const char* body;
    const char* names;
    const char* why;
  } cases[] = {
      {"{p Claudia Sheinbaum} met {p Sheinbaum}.", "Claudia Sheinbaum; Claudia Sheinbaum",
       "a surname"},
      {"{p Sheinbaum} spoke. {p Claudia Sheinbaum} left.", "Claudia Sheinbaum; Claudia Sheinbaum",
       "which may come first"},
      {"{p President Claudia Sheinbaum} and {p Mr. Rubio}; {p Marco Rubio} left.",
       "Claudia Sheinbaum; Marco Rubio; Marco Rubio", "titles are no part of it"},
      {"{p SHEINBAUM} WINS. {p Claudia Sheinbaum} won.", "Claudia Sheinbaum; Claudia Sheinbaum",
       "capitals"},
      {"{p Sheinbaum's} plan; {p Claudia Sheinbaum}.", "Claudia Sheinbaum; Claudia Sheinbaum",
       "a possessive"},
      {"{p Bill Clinton} and {p Hillary Clinton}; {p Clinton} left.",
       "Bill Clinton; Hillary Clinton; Clinton", "a surname of two stays apart"},
      {"{p Joe Biden} and {p Beau Biden} met {p Joe Biden}.", "Joe Biden; Beau Biden; Joe Biden",
       "a family"},
      {"Mr. {p Clinton} and Mrs. {p Clinton}: {p Bill Clinton}, {p Hillary Clinton}.",
       "Bill Clinton; Hillary Clinton; Bill Clinton; Hillary Clinton", "a couple, by its titles"},
      {"{p John F. Kennedy} spoke. {p J.F. Kennedy} left. {p John Kennedy}.",
       "John F. Kennedy; John F. Kennedy; John F. Kennedy", "initials"},
      {"{p Osama bin Laden} hid; {p bin Laden} died.", "Osama bin Laden; Osama bin Laden",
       "a particle"},
      {"{p Luis de la Torre} came. {p De la Torre} left.", "Luis de la Torre; Luis de la Torre",
       "and with a capital"},
      {"The {o World Food Programme} ({o WFP}) and the {o WFP}.",
       "World Food Programme; World Food Programme; World Food Programme", "what it stands for"},
      {"The {o Lowgate Harbour Board} ({o LHB}) met. {o LHB} paid.",
       "Lowgate Harbour Board; Lowgate Harbour Board; Lowgate Harbour Board",
       "of an unknown one, too"},
      {"The {o Lowgate Harbour Board} met. The {o LRB} paid.", "Lowgate Harbour Board; LRB",
       "letters that do not fit"},
      {"The {l US}, the {l U.S.} and the {l United States}.",
       "United States; United States; United States", "countries"},
      {"{l Washington} and {p Denzel Washington}.", "Washington; Denzel Washington",
       "a place is no surname"},
      {"Sen. {p Dianne Feinstein} ({o D-CA}) spoke.", "Dianne Feinstein", "a party and a state"},
      {"{p He} left with {p Ana Ruiz}.", "Ana Ruiz", "a pronoun is no name"},
      {"It rained.\n\n{p Reuter}", "", "nor is a sign-off"},
      {"By {p Jane Alder}\n\nThe river rose.", "", "nor is a byline"},
      {"{o Acme Inc.} sued; {o Acme} won.", "Acme; Acme", "forms of firms"},
      {"TEME {o LTD} and {o Inc.} of {o S.A. de C.V.}", "", "no form of a firm alone"},
      {"{p Don Vane} met {p Don Vane} Jr. and {p Bo Lind}, Jr.",
       "Don Vane; Don Vane Jr.; Bo Lind Jr", "a son"},
      {"{p Bo Lind}, {p Jr.}, left.", "Bo Lind", "which is no name by itself"},
      {"{p Don Vane} {o Jr. League}", "Don Vane; Jr. League", "but not what is another name"},
      {"{o Vane Bank} and {o Vane Bank and Teme Power}", "Vane Bank; Vane Bank and Teme Power",
       "two firms are not one of them"},
      {"{o The New York Times} and the {o New York Times}.", "New York Times; New York Times",
       "an article"},
      {"{o Morena} won, {p Morena} said, {o Morena} lost.", "Morena; Morena; Morena", "a vote"},
      {"{p Ana Ruiz Lara} spoke. {p Ruiz} left. {p Ruiz Lara} stayed.",
       "Ana Ruiz Lara; Ana Ruiz Lara; Ana Ruiz Lara", "two surnames"},
      {"{o Iowa Beef Processors} struck. {o Iowa Beef} paid.",
       "Iowa Beef Processors; Iowa Beef Processors", "what a name begins with"},
      {"{o Lowgate Beef} and its {o Lowgate Beef Workers Union}",
       "Lowgate Beef; Lowgate Beef Workers Union", "but not of another body"},
      {"{o Vane Power}, {o Vane Motor Cars} and {o Vane}", "Vane Power; Vane Motor Cars; Vane",
       "nor of two"},
      {"In {l Lowgate} the {o Lowgate Evening Ledger} met {o Lowgate}.",
       "Lowgate; Lowgate Evening Ledger; Lowgate", "nor of a place"},
      {"The {o Lowgate Harbour Commission} met. The {o Commission} left.",
       "Lowgate Harbour Commission; Lowgate Harbour Commission", "the noun of a body"},
      {"The {o Harbour Commission}, the {o Fish Commission}, the {o Commission}.",
       "Harbour Commission; Fish Commission; Commission", "of one of two"},
      {"The {o Senate Harbour Committee}; the {o Harbour Committee}.",
       "Senate Harbour Committee; Senate Harbour Committee", "without its chamber"},
      {"The {o United States Navy}, the {o U.S. Navy} and the {o Navy}.",
       "United States Navy; United States Navy; United States Navy", "or its country"},
      {"{o Lowgate Milling Corp} ({o LMC}) fell. {o LMC} paid.",
       "Lowgate Milling; Lowgate Milling; Lowgate Milling", "an acronym with the form of the firm"},
      {"{o Consejo Nacional de Prensa} ({o Conapre})",
       "Consejo Nacional de Prensa; Consejo Nacional de Prensa", "syllables"},
      {"{o Consejo Nacional de Prensa} ({o Cosena})", "Consejo Nacional de Prensa; Cosena",
       "that are not its own"},
      {"{o Msa Realty Corp} <{o SSS}> rose.", "Msa Realty", "a stock's letters are no name"},
      {"{o VANE UNIT} SOLD. {o Vane} gained.", "Vane; Vane", "a headline's unit"},
      {"{p Saúl} \"{o Canelo}\" {p Álvarez} won.", "Saúl Álvarez", "a nickname inside"},
      {"{p Johnson} & {p Johnson} sued; {p McDonald}'s paid.", "Johnson & Johnson; McDonald's",
       "firms with an and or a possessive"},
      {"{p McDonald}'s boat", "McDonald's", "which people are taken for, too"},
      {"The {o Fish Department} of {o Game} & {o Fish Department}",
       "Game & Fish Department; Game & Fish Department", "both sides of an ampersand"},
      {"{p Ana Ruiz orBo Lind} and {p Ana deLuz}", "Ana deLuz", "words that ran together"},
      {"The {o Washington-based Atlantic Council} left.", "Atlantic Council", "a seat"},
      {"{o Teme Power} met. {o Teme Power and Vane Workers Union} agreed.",
       "Teme Power; Teme Power; Vane Workers Union", "two organisations"},
      {"{o Lowgate Bar Association and Pueblo}", "Lowgate Bar Association", "and a place"},
      {"{o Department of Health and Human Services}; {o Department of Health}",
       "Department of Health and Human Services; Department of Health", "one with an and"},
      {"{p M. P.} and {o Hon.} and {o @POTUS}", "", "initials, accounts and titles"},
      {"{p Francisco el} martes", "Francisco", "the article of what comes after"},
      {"Rep. {p Earl L. Carter} spoke.", "Earl L. Carter", "Earl is a first name, too"},
      {"The {o House of Representatives} sat. The {o House} rose.",
       "House of Representatives; House of Representatives", "a chamber"},
      {"The {o Auburn Fire Department} and the {o Fire Department}",
       "Auburn Fire Department; Auburn Fire Department", "what is of the town"},
      {"<Metal Traders {o Australasia Ltd}> sold {o Austmet}.",
       "Metal Traders Australasia; Austmet", "a firm in angle brackets"},
      {"{o Vane Motor Co Ltd of Japan} and {o Vane Motor}", "Vane Motor; Vane Motor",
       "the country of a firm"},
      {"{o United States Department of Labor}", "Department of Labor", "a known one, in full"},
      {"{o Vane Machine Co}, of {o Vane Corp}. {o Vane} paid.", "Vane Machine; Vane; Vane",
       "a firm and what it owns"},
      {"The {o Senate Committee} and the {o Senate}", "Senate Committee; Senate", "a part"},
      {"{o TV} and {o CEO}", "", "capitals that are no organisation"},
      {"", "", "nothing"},
  };
  for (const auto& one : cases) EXPECT_EQ(resolved(one.body), one.names) << one.why;
}

TEST(NameResolver, TitlesOfArticlesAndOtherLanguages) {
  EXPECT_EQ(resolved("{p Claudia Sheinbaum} spoke.", "{p Sheinbaum} speaks"),
            "Claudia Sheinbaum; Claudia Sheinbaum");
  EXPECT_EQ(resolved("{l EE.UU.} y {l Estados Unidos}", "", "es"),
            "Estados Unidos; Estados Unidos");
  EXPECT_EQ(resolved("El {o Partido Acción Nacional} y {o El PAN}", "", "es"), "PAN; PAN");
  EXPECT_EQ(resolved("La {p señora Ana Ruiz} y {p doña Ruiz}", "", "es-MX"), "Ana Ruiz; Ana Ruiz");
}

/// The kind that mentions get, by their order.
TEST(NameResolver, WhatIsKnownKeepsItsKindUnlessTheArticleSpeaksForAnother) {
  const auto kinds = [](const std::string& body) {
    const Marked marked(body);
    std::vector<Mention> mentions;
    NameResolver().resolve(SurfaceText(), marked.surface, "en", marked.tagged(TextPart::Body),
                           mentions);
    std::string out;
    for (const Mention& mention : mentions) out += "polm"[static_cast<std::size_t>(mention.kind)];
    return out;
  };
  EXPECT_EQ(kinds("{p Morena} won."), "o") << "the party";
  EXPECT_EQ(kinds("{p Morena} left. {p Morena Duarte} is a regulator."), "pp") << "a first name";
  EXPECT_EQ(kinds("{p Ms. Morena} won."), "p") << "a title";
  EXPECT_EQ(kinds("{o EE.UU.} and {m United States}"), "ll") << "no firm is called so";
  EXPECT_EQ(kinds("{o Texas} beat {o Florida}."), "oo") << "but teams are called so";
  EXPECT_EQ(kinds("{o Gordon Investment} rose. {p Gordon} fell."), "oo") << "a firm's first word";
  EXPECT_EQ(kinds("{o Gordon Foundation} rose. {p Gordon} fell."), "op") << "named after somebody";
  EXPECT_EQ(kinds("{o Gordon Investment} rose. {p Mr. Gordon} fell."), "op") << "a title";
  EXPECT_EQ(kinds("{p Storm Orla} came. {p Orla} left."), "mm") << "a storm";
  EXPECT_EQ(kinds("{p Storm Orla} came. {p Orla Ruiz} left. {p Orla} left."), "mpp")
      << "and a namesake";
  EXPECT_EQ(kinds("{o Canada} and {o Clean Air Act}"), "lm") << "a country, a law";
  EXPECT_EQ(kinds("{o Senate Democrats}, {o Liberal Democrats}"), "mo") << "no body, a party";
  EXPECT_EQ(kinds("{o Bon Homme County}, {o Derby County}"), "lo") << "a county, a club";
  EXPECT_EQ(kinds("USS {o Cole}, hurricane {p Ana}, town of {p Vane}"), "mml")
      << "what goes before";
  EXPECT_EQ(kinds("{p Walter Reed} Military Medical Center"), "m") << "what comes after";
  EXPECT_EQ(kinds("{p Enrique Peña Nieto} left. {o Peña Nieto} spoke."), "pp") << "two surnames";
}

RC_GTEST_PROP(NameResolver, MentionsStayInsideTheirTags, ()) {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "{p Ana Ruiz}", "{p Ruiz}", "{o ACME Corp.}", "{l U.S.}", "{p Mr. Ruiz's}", "{m Olympics}",
      "{o (ACME)}", "{p \"Bo\" Lind Jr.}", "said", ",", "by", "Mr.", "in", ".\n", "{p - }"});
  std::string body;
  for (const auto& one : *rc::gen::container<std::vector<std::string>>(piece)) body += one + " ";
  const Marked marked(body);
  const auto tagged = marked.tagged(TextPart::Body);
  std::vector<Mention> mentions;
  NameResolver().resolve(SurfaceText(), marked.surface, "en", tagged, mentions);
  RC_ASSERT(mentions.size() <= tagged.size());
  std::uint32_t at = 0;
  for (const Mention& mention : mentions) {
    RC_ASSERT(mention.bytes.begin >= at);
    RC_ASSERT(mention.bytes.begin < mention.bytes.end);
    RC_ASSERT(!mention.name.empty());
    const bool inside = std::any_of(tagged.begin(), tagged.end(), [&](const TaggedName& name) {
      return marked.surface.tokens[name.first].begin <= mention.bytes.begin &&
             mention.bytes.end <= marked.surface.tokens[name.last].end;
    });
    RC_ASSERT(inside);
    at = mention.bytes.end;
  }
}

}  // namespace
}  // namespace morgue
