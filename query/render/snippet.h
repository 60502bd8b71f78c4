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

/// Finds passages. Single-threaded; reuse it for all hits.
class SnippetMaker {
 public:
  /// At most so many passages of about so many words each.
  explicit SnippetMaker(std::size_t passages = 1, std::size_t words = 30)
      : passages_(passages), words_(words) {}

  /// Passages of the body: about `words` words that hold matches of as many clauses as possible,
  /// then as many matches as possible, then the first such; each match whole. A passage begins at a
  /// sentence when one begins near. A body without matches gives its first sentences.
  Snippet passage(std::string_view body, const std::vector<ShownMatch>& matches);

  /// The same of a hit, whose boilerplate is left out.
  Snippet passage(const Hit& hit);

  /// The parts of matches in a text shown whole, as a title is: byte spans, ascending and apart.
  std::vector<Span> marks_in(std::string_view text, const std::vector<ShownMatch>& matches);

 private:
  std::size_t passages_;
  std::size_t words_;
  Analyzer analyzer_;
  TokenList tokens_;
  SentenceFinder sentences_;
};

}  // namespace morgue
