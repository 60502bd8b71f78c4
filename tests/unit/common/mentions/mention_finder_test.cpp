// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/mention_finder.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using Names = std::vector<std::string>;

struct MentionCase {
  Names people;
  Names others;
  const char* text;
  const char* marked;
  const char* why;
};

/// The text with each mention in brackets, and the name it is of.
std::string marked(const MentionCase& test) {
  MentionFinder finder;
  for (const std::string& name : test.people) {
    finder.add(EntityKind::Person, name);
  }
  for (const std::string& name : test.others) {
    finder.add(EntityKind::Organisation, name);
  }
  Analyzer analyzer;
  TokenList tokens;
  const std::string_view text = test.text;
  analyzer.analyze(text, tokens);
  std::string out;
  std::size_t at = 0;
  std::vector<Mention> mentions;
  finder.find(TextPart::Body, text, tokens.tokens(), mentions);
  for (const Mention& mention : mentions) {
    out += std::string(text.substr(at, mention.bytes.begin - at)) + "[" +
           std::string(mention.bytes.of(text)) + "=" + mention.name + "]";
    at = mention.bytes.end;
  }
  return out + std::string(text.substr(at));
}

TEST(MentionFinder, FindsTheNamesOfTheArticle) {
  const Names claudia{"Claudia Sheinbaum"};
  const MentionCase cases[] = {
      {claudia,
       {},
       "Claudia Sheinbaum said.",
       "[Claudia Sheinbaum=Claudia Sheinbaum] said.",
       "the full name"},
      {claudia, {}, "Ms Sheinbaum said.", "Ms [Sheinbaum=Claudia Sheinbaum] said.", "the surname"},
      {claudia,
       {},
       "Sheinbaum's plan, Claudia Sheinbaum\u2019s",
       "[Sheinbaum=Claudia Sheinbaum]'s plan, [Claudia Sheinbaum=Claudia Sheinbaum]\u2019s",
       "without the possessive"},
      {claudia, {}, "sheinbaum\u2019s", "sheinbaum\u2019s", "which is no capital"},
      {claudia, {}, "CLAUDIA SHEINBAUM", "[CLAUDIA SHEINBAUM=Claudia Sheinbaum]", "in capitals"},
      {claudia,
       {},
       "claudia sheinbaum",
       "[claudia sheinbaum=Claudia Sheinbaum]",
       "a full name also in small letters"},
      {claudia, {}, "a sheinbaum", "a sheinbaum", "a surname not: it may be a common word"},
      {claudia, {}, "Claudia said.", "Claudia said.", "a first name alone may be anybody's"},
      {{"Sheinbaum, Claudia"},
       {},
       "Claudia Sheinbaum",
       "[Claudia Sheinbaum=Sheinbaum, Claudia]",
       "a name in catalogue order"},
      {{"Juan Ramón de la Fuente"},
       {},
       "Juan Ramon and de la Fuente and Fuente",
       "[Juan Ramon=Juan Ramón de la Fuente] and [de la Fuente=Juan Ramón de la Fuente] and "
       "[Fuente=Juan Ramón de la Fuente]",
       "the longest form at each place, accents aside"},
      {{"Bill Clinton", "Hillary Clinton"},
       {},
       "Clinton met Bill Clinton",
       "Clinton met [Bill Clinton=Bill Clinton]",
       "a surname of two people is nobody's"},
      {{},
       {"Morena"},
       "Morena won; morena hair",
       "[Morena=Morena] won; morena hair",
       "an organisation of one word needs its capital"},
      {{},
       {"Department of Justice"},
       "the Department of Justice, the Department",
       "the [Department of Justice=Department of Justice], the Department",
       "organisations by their full names alone"},
      {{}, {"北京"}, "他在北京。", "他在[北京=北京]。", "a script without capitals"},
      {{}, {}, "Nobody", "Nobody", "no names"},
      {{"..."}, {}, "...", "...", "a name without words"},
  };
  for (const MentionCase& test : cases) EXPECT_EQ(marked(test), test.marked) << test.why;
}

}  // namespace
}  // namespace morgue
