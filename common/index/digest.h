// SPDX-License-Identifier: GPL-3.0-or-later
// The digest of an archive's content: the same for the same articles, however they were indexed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/stored_article.h"

namespace morgue {

/// The sum (mod 2^64, in two halves) of the digests of the live articles: it knows no order, and an
/// article can be taken out of it again.
struct ContentDigest {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  void add(const ArticleDigest& article) {
    high += half(article, 0);
    low += half(article, 8);
  }
  void remove(const ArticleDigest& article) {
    high -= half(article, 0);
    low -= half(article, 8);
  }

  /// 32 hexadecimal digits.
  std::string to_string() const;
  /// What to_string() wrote; zero for anything else.
  static ContentDigest from_string(std::string_view hex);

  friend bool operator==(const ContentDigest&, const ContentDigest&) = default;

 private:
  static std::uint64_t half(const ArticleDigest& article, std::size_t from) {
    std::uint64_t value = 0;
    for (std::size_t i = from; i < from + 8; ++i) value = (value << 8U) | article[i];
    return value;
  }
};

}  // namespace morgue
