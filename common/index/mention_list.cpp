// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/mention_list.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>

#include "common/index/varint.h"

namespace morgue {
namespace {

constexpr TextPart kParts[] = {TextPart::Title, TextPart::Body};
constexpr unsigned kKinds = 4;
constexpr unsigned kSourceBits = 2;  // below the number of the entity
constexpr std::uint64_t kSourceMask = (1U << kSourceBits) - 1;

bool same_entity(const Mention& a, const Mention& b) {
  return a.kind == b.kind && a.name == b.name && a.facet == b.facet;
}

/// Takes numbers and strings off the front; is `good` until the bytes end early.
struct Taker {
  std::string_view bytes;
  bool good = true;

  std::uint64_t number() {
    const auto number = take_varint(bytes);
    good = good && number;
    return number.value_or(0);
  }
  std::string string() {
    const auto text = take_string(bytes);
    good = good && text;
    return std::string(text.value_or(std::string_view()));
  }
  /// A number of things that take a byte at least.
  std::uint64_t count() {
    const std::uint64_t count = number();
    good = good && count <= bytes.size();
    return good ? count : 0;
  }
};

std::vector<Mention> take_entities(Taker& take) {
  std::vector<Mention> entities(take.count());
  for (Mention& entity : entities) {
    const std::uint64_t kind = take.number();
    take.good = take.good && kind < kKinds;
    if (!take.good) return {};
    entity.kind = static_cast<EntityKind>(kind);
    entity.name = take.string();
    if (entity.kind == EntityKind::Misc) entity.facet = take.string();
  }
  return entities;
}

void take_part(Taker& take, TextPart part, const std::vector<Mention>& entities,
               std::vector<Mention>& mentions) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  std::uint64_t begin = 0;
  for (std::uint64_t left = take.count(); left > 0; --left) {
    const std::uint64_t what = take.number();
    begin += take.number();
    const std::uint64_t length = take.number();
    take.good = take.good && what >> kSourceBits < entities.size() && begin <= kMost &&
                length <= kMost - begin;
    if (!take.good) return;
    Mention& mention = mentions.emplace_back(entities[what >> kSourceBits]);
    mention.part = part;
    mention.source = static_cast<MentionSource>(what & kSourceMask);
    mention.bytes = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
  }
}

}  // namespace

std::string encode_mentions(const std::vector<Mention>& mentions) {
  if (mentions.empty()) return {};
  std::vector<const Mention*> entities;
  std::vector<std::size_t> entity_of;
  for (const Mention& mention : mentions) {
    const auto known = std::find_if(entities.begin(), entities.end(), [&](const Mention* entity) {
      return same_entity(*entity, mention);
    });
    entity_of.push_back(static_cast<std::size_t>(known - entities.begin()));
    if (known == entities.end()) entities.push_back(&mention);
  }
  std::string out;
  append_varint(out, entities.size());
  for (const Mention* entity : entities) {
    append_varint(out, static_cast<std::uint64_t>(entity->kind));
    append_string(out, entity->name);
    if (entity->kind == EntityKind::Misc) append_string(out, entity->facet);
  }
  std::size_t at = 0;
  for (const TextPart part : kParts) {
    const std::size_t first = at;
    while (at < mentions.size() && mentions[at].part == part) ++at;
    append_varint(out, at - first);
    std::uint32_t begin = 0;
    for (std::size_t i = first; i < at; ++i) {
      const Mention& mention = mentions[i];
      assert(mention.bytes.begin >= begin && "mentions are in the order of the text");
      append_varint(out, entity_of[i] << kSourceBits | static_cast<std::uint64_t>(mention.source));
      append_varint(out, mention.bytes.begin - begin);
      append_varint(out, mention.bytes.size());
      begin = mention.bytes.begin;
    }
  }
  assert(at == mentions.size() && "those of the title stand before those of the body");
  return out;
}

std::optional<std::vector<Mention>> decode_mentions(std::string_view bytes) {
  std::vector<Mention> mentions;
  if (bytes.empty()) return mentions;
  Taker take{bytes};
  const std::vector<Mention> entities = take_entities(take);
  for (const TextPart part : kParts) take_part(take, part, entities, mentions);
  if (!take.good || !take.bytes.empty()) return std::nullopt;
  return mentions;
}

}  // namespace morgue
