// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences and paragraphs of a text.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

/// Paragraphs: runs of lines parted by a blank line; or, where a text has no blank line, by a line
/// that begins with white space (as in wire copy). Byte spans in order, without surrounding white
/// space, none empty.
std::vector<Span> find_paragraphs(std::string_view utf8);

/// Finds sentences by ICU's rules. Single-threaded; reuse it.
class SentenceFinder {
 public:
  SentenceFinder();
  ~SentenceFinder();
  SentenceFinder(SentenceFinder&&) noexcept;
  SentenceFinder& operator=(SentenceFinder&&) noexcept;

  /// Byte spans of the sentences of one paragraph, in order, covering it. A single line break
  /// inside a paragraph does not end a sentence.
  std::vector<Span> find(std::string_view paragraph);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
