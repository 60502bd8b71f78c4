// SPDX-License-Identifier: GPL-3.0-or-later
// How much of their texts two articles share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/article/article.h"
#include "common/text/analyzer.h"

namespace morgue {

/// What an article's body is made of.
struct BodyShingles {
  std::size_t words = 0;
  std::vector<std::uint32_t> shingles;  ///< shingles_of(), of the title where there is no body
};

BodyShingles shingles_of_body(const Article& article, Analyzer& analyzer);

/// The part of the shorter text, 0 to 1, whose runs of words stand in the longer one too.
double shared_part(const BodyShingles& a, const BodyShingles& b);

}  // namespace morgue
