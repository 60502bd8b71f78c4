// SPDX-License-Identifier: GPL-3.0-or-later
// Article to mentions: the interface of everything that finds names in text.
#pragma once

#include <vector>

#include "common/article/article.h"
#include "common/article/mention.h"
#include "common/text/analyzer.h"

namespace morgue {

/// Finds names. One thread each; reuse it.
class Recognizer {
 public:
  Recognizer() = default;
  Recognizer(const Recognizer&) = delete;
  Recognizer& operator=(const Recognizer&) = delete;
  virtual ~Recognizer() = default;

  /// Appends the mentions of an article: of the title, then of the body, each in the order of the
  /// text, none overlapping another of this recognizer. The token lists are those of the article's
  /// title and body, with sentences and paragraphs. Metadata is not looked at.
  virtual void recognize(const Article& article, const TokenList& title, const TokenList& body,
                         std::vector<Mention>& mentions) = 0;
};

}  // namespace morgue
