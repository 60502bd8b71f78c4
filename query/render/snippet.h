// SPDX-License-Identifier: GPL-3.0-or-later
// The passage of an article that shows why it was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/text/analyzer.h"
#include "common/text/segmenter.h"
#include "query/hit.h"

namespace morgue {

struct Snippet {
  std::string text;         ///< one line, with "…" where the article goes on
  std::vector<Span> marks;  ///< what matched, in bytes of `text`; ascending and apart
};

/// Finds passages for one query. Single-threaded; reuse it for all hits.
class SnippetMaker {
 public:
  explicit SnippetMaker(Marks marks, std::size_t words = 30);

  /// About `words` words of the body that hold as many different marks as possible, then as many
  /// marks as possible, then the first such. It begins at a sentence when one begins near. A body
  /// in which nothing is to mark gives its first sentences.
  Snippet passage(std::string_view body);

  /// What is to mark in a text shown whole, as a title is: byte spans, ascending and apart. A
  /// phrase is marked as one, with what stands between its words.
  std::vector<Span> marks_in(std::string_view text);

 private:
  Marks marks_;
  std::size_t words_;
  Analyzer analyzer_;
  TokenList tokens_;
  SentenceFinder sentences_;
};

}  // namespace morgue
