// SPDX-License-Identifier: GPL-3.0-or-later
// Mentions of several recognizers to one list.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/mention.h"
#include "common/text/analyzer.h"

namespace morgue {

/// A mention and the tokens it stands in, first to last, both included.
struct PlacedMention {
  Mention mention;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// The tokens of mentions; those that touch no token are left out. The lists are those of the
/// article's title and body.
std::vector<PlacedMention> place_mentions(std::vector<Mention> mentions, const TokenList& title,
                                          const TokenList& body);

/// Of mentions that share a token, the one with the most tokens stays; of equal ones that of the
/// metadata, of an import, of a watch-list, of the model, in this order. Mentions of a user's own
/// type contend with those of the same type alone. What stays is sorted as encode_mentions() wants
/// it.
void decide_overlaps(std::vector<PlacedMention>& mentions);

/// How much a source is trusted: the smaller the more.
int rank_of(MentionSource source);

}  // namespace morgue
