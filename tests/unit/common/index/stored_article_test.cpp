// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/stored_article.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "common/base/index_error.h"
#include "common/index/digest.h"

namespace morgue {
namespace {

Article full_article() {
  Article article;
  article.id = "x/1";
  article.title = "Aranceles";
  article.body = "Cuerpo\n\nSegundo párrafo.";
  article.byline = "Ana Ruiz";
  article.source = "El Faro";
  article.section = "Economía";
  article.lang = "es";
  article.url = "https://example.org/1";
  article.date = {2024, 3, 0};
  article.date_source = DateSource::Url;
  article.date_text = "marzo de 2024";
  article.people = {"Ana Ruiz", "José Peña"};
  article.organisations = {"Morena"};
  article.places = {"México", ""};
  article.extra = {{"tags", ExtraField::Kind::List, {"a", "b"}},
                   {"price", ExtraField::Kind::Json, {"12.50"}},
                   {"note", ExtraField::Kind::Text, {""}}};
  return article;
}

const std::vector<Mention> kMentions{
    {EntityKind::Person, TextPart::Body, MentionSource::Model, {0, 6}, "Ana Ruiz"}};

std::string stored(const Article& article, const std::vector<Mention>& mentions) {
  return encode_stored_article(encode_fields(article), mentions);
}

TEST(StoredArticle, EveryFieldComesBack) {
  const Article article = full_article();
  EXPECT_EQ(decode_stored_article(stored(article, kMentions)), article);
  EXPECT_EQ(decode_stored_mentions(stored(article, kMentions)), kMentions);
  EXPECT_EQ(decode_stored_article(stored(Article(), {})), Article());
  EXPECT_EQ(decode_stored_mentions(stored(Article(), {})), std::vector<Mention>());
}

TEST(StoredArticle, AMentionInBoilerplateIsKeptAndNamesNobody) {
  const std::vector<Mention> mentions{
      {EntityKind::Person, TextPart::Title, MentionSource::Model, {10, 16}, "Ana Ruiz"},
      {EntityKind::Person, TextPart::Body, MentionSource::Model, {0, 6}, "Ana Ruiz"},
      {EntityKind::Person, TextPart::Body, MentionSource::Model, {10, 16}, "Ana Ruiz"},
      {EntityKind::Person, TextPart::Body, MentionSource::Model, {20, 26}, "Ana Ruiz"}};
  const std::vector<Span> boilerplate{{8, 20}, {40, 41}};
  const std::string data =
      encode_stored_article(encode_fields(full_article()), mentions, boilerplate);
  EXPECT_EQ(decode_stored_boilerplate(data), boilerplate);
  EXPECT_EQ(decode_all_mentions(data), mentions);
  EXPECT_EQ(decode_stored_mentions(data),
            (std::vector<Mention>{mentions[0], mentions[1], mentions[3]}));
  EXPECT_EQ(decode_stored_article(data), full_article());
  EXPECT_EQ(decode_stored_boilerplate(stored(full_article(), mentions)), std::vector<Span>());
}

TEST(StoredArticle, AnyTextComesBack) {
  EXPECT_TRUE(rc::check([](const std::string& body, const std::vector<std::string>& people) {
    Article article;
    article.body = body;
    article.people = people;
    RC_ASSERT(decode_stored_article(stored(article, kMentions)) == article);
  }));
}

TEST(StoredArticle, ADifferenceInAnyFieldIsAnotherDigest) {
  const Article article = full_article();
  const ArticleDigest digest = digest_of(encode_fields(article));
  const auto differs = [&](auto change) {
    Article other = article;
    change(other);
    return digest_of(encode_fields(other)) != digest;
  };
  EXPECT_TRUE(differs([](Article& other) { other.title += " "; }));
  EXPECT_TRUE(differs([](Article& other) { std::swap(other.title, other.body); }));
  EXPECT_TRUE(differs([](Article& other) { other.date.day = 1; }));
  EXPECT_TRUE(differs([](Article& other) { other.date_source = DateSource::Text; }));
  EXPECT_TRUE(differs([](Article& other) { other.places.pop_back(); }));
  EXPECT_TRUE(differs([](Article& other) { other.extra[0].kind = ExtraField::Kind::Text; }));
  EXPECT_FALSE(differs([](Article&) {}));
}

TEST(StoredArticle, DamageIsAnErrorAndNeverACrash) {
  const std::string data = stored(full_article(), kMentions);
  EXPECT_THROW(decode_stored_article(""), IndexError);
  EXPECT_THROW(decode_stored_mentions(""), IndexError);
  EXPECT_THROW(decode_stored_article("\x01" + data.substr(1)), IndexError) << "another version";
  EXPECT_THROW(decode_stored_mentions("\x01" + data.substr(1)), IndexError) << "another version";
  for (std::size_t size = 1; size < data.size(); ++size) {
    EXPECT_THROW(decode_stored_article(data.substr(0, size)), IndexError) << size;
  }
  EXPECT_TRUE(rc::check([&](std::uint8_t at, char byte) {
    std::string damaged = data;
    damaged[at % damaged.size()] = byte;
    try {
      decode_stored_article(damaged);
      decode_stored_mentions(damaged);
      decode_stored_boilerplate(damaged);
    } catch (const IndexError&) {
    }
  }));
}

TEST(ContentDigest, KnowsNoOrderAndForgetsWhatIsTakenOut) {
  EXPECT_TRUE(rc::check([](const std::vector<std::string>& texts, const std::string& extra) {
    ContentDigest forward;
    ContentDigest backward;
    for (const std::string& text : texts) forward.add(digest_of(text));
    for (auto it = texts.rbegin(); it != texts.rend(); ++it) backward.add(digest_of(*it));
    RC_ASSERT(forward == backward);
    backward.add(digest_of(extra));
    RC_ASSERT(!(forward == backward));
    backward.remove(digest_of(extra));
    RC_ASSERT(forward == backward);
    RC_ASSERT(ContentDigest::from_string(forward.to_string()) == forward);
  }));
}

}  // namespace
}  // namespace morgue
