// SPDX-License-Identifier: GPL-3.0-or-later
// The mentions of an article in few bytes: encode beside decode.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/mention.h"

namespace morgue {

/// Each entity once, then a few bytes a mention. No mentions: no bytes. Precondition: those of the
/// title before those of the body, each in the order of where they begin.
std::string encode_mentions(const std::vector<Mention>& mentions);

/// What encode_mentions() made; nullopt for anything else.
std::optional<std::vector<Mention>> decode_mentions(std::string_view bytes);

}  // namespace morgue
