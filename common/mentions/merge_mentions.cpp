// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/merge_mentions.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace morgue {
namespace {

/// As the text has them.
auto text_order(const PlacedMention& placed) {
  const Mention& mention = placed.mention;
  return std::tie(mention.part, mention.bytes.begin, mention.bytes.end, mention.facet, mention.kind,
                  mention.name);
}

/// Those that contend for the same tokens: of one part, and of one type of the user's own or none.
auto contest(const PlacedMention& placed) {
  return std::tie(placed.mention.facet, placed.mention.part);
}

/// Whether `a` is kept where it shares a token with `b`.
bool is_stronger(const PlacedMention& a, const PlacedMention& b) {
  const auto length = [](const PlacedMention& placed) { return placed.last - placed.first; };
  if (length(a) != length(b)) return length(a) > length(b);
  const int rank_a = rank_of(a.mention.source);
  const int rank_b = rank_of(b.mention.source);
  if (rank_a != rank_b) return rank_a < rank_b;
  return text_order(a) < text_order(b);
}

/// Decides one contest; `kept` gets what stays.
void decide(std::vector<PlacedMention>& mentions, std::size_t begin, std::size_t end,
            std::vector<PlacedMention>& kept) {
  std::uint32_t tokens = 0;
  bool any_shared = false;
  for (std::size_t i = begin; i < end; ++i) {
    any_shared = any_shared || (i > begin && mentions[i].first < tokens);
    tokens = std::max(tokens, mentions[i].last + 1);
  }
  const auto first = mentions.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = mentions.begin() + static_cast<std::ptrdiff_t>(end);
  if (!any_shared) {
    std::move(first, last, std::back_inserter(kept));
    return;
  }
  std::sort(first, last, is_stronger);
  std::vector<bool> taken(tokens);
  for (auto it = first; it != last; ++it) {
    const auto from = taken.begin() + it->first;
    const auto to = taken.begin() + it->last + 1;
    if (std::find(from, to, true) != to) continue;
    std::fill(from, to, true);
    kept.push_back(std::move(*it));
  }
}

}  // namespace

int rank_of(MentionSource source) {
  switch (source) {
    case MentionSource::Metadata:
      return 0;
    case MentionSource::Import:
      return 1;
    case MentionSource::WatchList:
      return 2;
    case MentionSource::Model:
      return 3;
  }
  return 3;
}

std::vector<PlacedMention> place_mentions(std::vector<Mention> mentions, const TokenList& title,
                                          const TokenList& body) {
  std::vector<PlacedMention> placed;
  placed.reserve(mentions.size());
  for (Mention& mention : mentions) {
    const auto& tokens = (mention.part == TextPart::Title ? title : body).tokens();
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.bytes.end <= mention.bytes.begin;
    });
    auto last = first;
    while (last != tokens.end() && last->bytes.begin < mention.bytes.end) ++last;
    if (first == last) continue;
    placed.push_back({std::move(mention), static_cast<std::uint32_t>(first - tokens.begin()),
                      static_cast<std::uint32_t>(last - tokens.begin() - 1)});
  }
  return placed;
}

void decide_overlaps(std::vector<PlacedMention>& mentions) {
  std::sort(mentions.begin(), mentions.end(), [](const PlacedMention& a, const PlacedMention& b) {
    if (contest(a) != contest(b)) return contest(a) < contest(b);
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
  });
  std::vector<PlacedMention> kept;
  kept.reserve(mentions.size());
  for (std::size_t begin = 0; begin < mentions.size();) {
    std::size_t end = begin + 1;
    while (end < mentions.size() && contest(mentions[end]) == contest(mentions[begin])) ++end;
    decide(mentions, begin, end, kept);
    begin = end;
  }
  std::sort(kept.begin(), kept.end(), [](const PlacedMention& a, const PlacedMention& b) {
    return text_order(a) < text_order(b);
  });
  mentions = std::move(kept);
}

}  // namespace morgue
