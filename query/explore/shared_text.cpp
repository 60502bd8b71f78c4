// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/shared_text.h"

#include <algorithm>

#include "common/text/shingles.h"

namespace morgue {

BodyShingles shingles_of_body(const Article& article, Analyzer& analyzer) {
  TokenList words;
  analyzer.analyze(article.body.empty() ? article.title : article.body, words);
  return {words.tokens().size(), shingles_of(words.tokens())};
}

double shared_part(const BodyShingles& a, const BodyShingles& b) {
  const std::size_t shorter = std::min(a.shingles.size(), b.shingles.size());
  if (shorter == 0) return 0;
  return static_cast<double>(count_shared(a.shingles, b.shingles)) / static_cast<double>(shorter);
}

}  // namespace morgue
