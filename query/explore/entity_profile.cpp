// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/entity_profile.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/entities_of.h"
#include "common/index/entity_fields.h"
#include "common/index/stored_article.h"
#include "common/text/code_point.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t kContextBytes = 90;

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && continues_code_point(text[at]);
}

/// Up to kContextBytes before a mention, from a word's begin, in its paragraph.
std::string before(std::string_view text, std::size_t mention) {
  std::size_t begin = mention > kContextBytes ? mention - kContextBytes : 0;
  while (is_inside_character(text, begin)) ++begin;
  std::string_view part = text.substr(begin, mention - begin);
  if (begin > 0) part.remove_prefix(std::min(part.size(), part.find(' ')));
  const std::size_t line = part.rfind('\n');
  if (line != part.npos) part.remove_prefix(line + 1);
  return std::string(part);
}

std::string after(std::string_view text, std::size_t mention_end) {
  std::size_t end = std::min(text.size(), mention_end + kContextBytes);
  while (is_inside_character(text, end)) --end;
  std::string_view part = text.substr(mention_end, end - mention_end);
  if (end < text.size()) part = part.substr(0, part.rfind(' '));
  return std::string(part.substr(0, part.find('\n')));
}

EntityContext context_of(Article article, const Mention& mention) {
  EntityContext context;
  context.article = std::move(article);
  const std::string& text =
      mention.part == TextPart::Title ? context.article.title : context.article.body;
  context.before = before(text, mention.bytes.begin);
  context.mention = std::string(mention.bytes.of(text));
  context.after = after(text, mention.bytes.end);
  return context;
}

/// Newest first, undated last.
std::vector<Xapian::docid> by_age(const Selection& selection) {
  std::vector<std::pair<std::string, Xapian::docid>> keys;
  const auto slot = slot_number(Slot::NewestThenId);
  for (const Xapian::docid article : selection.articles) {
    keys.emplace_back(selection.view().database.get_document(article).get_value(slot), article);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<Xapian::docid> articles;
  for (const auto& [key, article] : keys) articles.push_back(article);
  return articles;
}

}  // namespace

EntityProfile profile_entity(const Selection& selection, const Name& name,
                             std::size_t most_contexts) {
  EntityProfile profile{name, {}, selection.articles.size(), 0, {}, {}};
  const NameTable& names = selection.view().names();
  const auto counts_as_it = [&](EntityKind kind, const std::string& stored) {
    return names.resolve({kind, stored}) == name;
  };
  std::map<Name, std::uint64_t> known_as;
  for (const Xapian::docid article : by_age(selection)) {
    const std::string data = selection.view().database.get_document(article).get_data();
    const Article stored = decode_stored_article(data);
    const std::vector<Mention> mentions = decode_stored_mentions(data);
    bool given = false;
    for (const Entity& entity : entities_of(stored, mentions)) {
      if (!entity.facet.empty() || !counts_as_it(entity.kind, entity.name)) continue;
      ++known_as[{entity.kind, entity.name}];
      given = given || entity.given;
      for (std::size_t i = 0; i < profile.mentions.size(); ++i) {
        profile.mentions[i] += entity.found_by[i];
      }
    }
    profile.given += given ? 1 : 0;
    if (profile.contexts.size() == most_contexts) continue;
    const auto mention = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& one) {
      return one.facet.empty() && counts_as_it(one.kind, one.name);
    });
    if (mention != mentions.end()) profile.contexts.push_back(context_of(stored, *mention));
  }
  for (const auto& [stored, articles] : known_as) profile.known_as.push_back({stored, articles});
  std::stable_sort(profile.known_as.begin(), profile.known_as.end(),
                   [](const EntityRow& a, const EntityRow& b) { return a.articles > b.articles; });
  return profile;
}

}  // namespace morgue
