// SPDX-License-Identifier: GPL-3.0-or-later
// The whole article, and what was found in its text, as a document's data: encode beside decode.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/article/mention.h"
#include "common/base/span.h"

namespace morgue {

/// Identifies an article's content: equal articles have equal digests, in every run and version.
/// 16 bytes of XXH3-128 over encode_fields().
using ArticleDigest = std::array<unsigned char, 16>;

/// The article's fields in a fixed order, not compressed.
std::string encode_fields(const Article& article);

ArticleDigest digest_of(std::string_view encoded_fields);

/// A version byte, the mentions, the boilerplate, then zstd over encoded fields. Mentions and
/// boilerplate are no part of the digest: another way to find names does not make another article.
/// `boilerplate` are spans of the body in bytes, ascending and apart. Preconditions: as those of
/// encode_mentions().
std::string encode_stored_article(std::string_view encoded_fields,
                                  const std::vector<Mention>& mentions,
                                  const std::vector<Span>& boilerplate = {});

/// What encode_stored_article() was given; throws IndexError (ExitCode::Archive) when `data` is
/// anything else. All but the article is read without decompressing it.
Article decode_stored_article(std::string_view data);
std::vector<Span> decode_stored_boilerplate(std::string_view data);
std::vector<Mention> decode_all_mentions(std::string_view data);

/// Those alone that do not begin in boilerplate: whom the article names.
std::vector<Mention> decode_stored_mentions(std::string_view data);

/// Whether a mention begins in boilerplate.
bool is_in(const std::vector<Span>& boilerplate, const Mention& mention);

}  // namespace morgue
