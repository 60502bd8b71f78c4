// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraphs are boilerplate: the rule, over all articles of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "common/index/paragraph_keys.h"

namespace morgue {

/// Of how many articles of its outlet a short paragraph is in one at least.
inline constexpr std::uint64_t kShortInOneOf = 20;

/// Calls what it is given with the paragraphs of each article, always in one order.
using EachArticle = std::function<void(const std::function<void(const ParagraphKeys&)>&)>;

/// A paragraph is boilerplate when `least` articles of one outlet have it; a short one
/// (kShortParagraph) when one in kShortInOneOf of the outlet's articles has it too. Articles of an
/// outlet with the same paragraphs throughout count as one, so an article that is printed again and
/// again is none. How the articles are ordered does not matter. Ascending, each once.
/// Memory: 24 bytes for each article, and 16 for each of `most_keys`; the articles are read once
/// more for each so many paragraphs.
std::vector<ParagraphKey> find_boilerplate(const EachArticle& each_article, std::uint64_t least,
                                           std::size_t most_keys = 4'000'000);

}  // namespace morgue
