// SPDX-License-Identifier: GPL-3.0-or-later
// Boilerplate by its definition: every paragraph is compared with all others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/base/span.h"

namespace morgue::brute {

/// Of each article the paragraphs, as spans in bytes of its body, that stand in `least` articles of
/// its outlet; those of less than five words in a twentieth of them, too. Articles of an outlet
/// with the same set of paragraphs are one, and those without paragraphs are none.
std::vector<std::vector<Span>> find_boilerplate(const std::vector<Article>& articles,
                                                std::size_t least);

}  // namespace morgue::brute
