// SPDX-License-Identifier: GPL-3.0-or-later
// The whole article as a document's data: encode beside decode.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// Identifies an article's content: equal articles have equal digests, in every run and version.
/// 16 bytes of XXH3-128 over encode_fields().
using ArticleDigest = std::array<unsigned char, 16>;

/// The article's fields in a fixed order, not compressed.
std::string encode_fields(const Article& article);

ArticleDigest digest_of(std::string_view encoded_fields);

/// A version byte, then zstd over encoded fields.
std::string compress_fields(std::string_view encoded_fields);

/// What compress_fields() made; throws IndexError (ExitCode::Archive) when it is anything else.
Article decode_stored_article(std::string_view data);

}  // namespace morgue
