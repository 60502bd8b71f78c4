// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory an article takes while it is built.
#pragma once

#include <cstdint>

#include "common/article/article.h"

namespace morgue {

/// Bytes of the article's text: what the estimate grows with.
std::uint64_t text_bytes(const Article& article);

/// At most so many bytes of memory for each byte of text, whatever the text is.
inline constexpr std::uint64_t kMostMemoryPerTextByte = 500;

/// About how many bytes of memory it takes to find the article's words, and, with models, its
/// names, and to invert it. Rather too high than too low, the more so for plain prose: it takes a
/// good part of the time of indexing the article, so ask for large ones alone. The rates are those
/// measured on articles of 4 MB: prose, nothing but different words, sentences of one word, names,
/// single letters, Chinese.
std::uint64_t memory_to_build(const Article& article, bool with_models);

}  // namespace morgue
