// SPDX-License-Identifier: GPL-3.0-or-later
// The paragraphs of a body, and which of them are boilerplate.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/index/boilerplate_list.h"
#include "common/index/paragraph_keys.h"
#include "common/text/analyzer.h"

namespace morgue {

/// Used by one thread; reuse it.
class BodyParagraphs {
 public:
  /// `tokens` are those of `body`, with breaks.
  void find(std::string_view outlet, std::string_view body, const TokenList& tokens,
            const BoilerplateList& boilerplate);

  const ParagraphKeys& keys() const { return keys_; }

  /// Whether the word of this number stands in boilerplate.
  bool is_boilerplate(std::uint32_t word) const { return !marks_.empty() && marks_[word]; }

  /// Words in boilerplate.
  std::size_t words() const { return words_; }

  /// Bytes of the body that are boilerplate: a span for each paragraph, ascending.
  const std::vector<Span>& spans() const { return spans_; }

 private:
  void mark(std::uint32_t first, std::uint32_t last, std::size_t words);
  void find_spans(std::string_view body, const std::vector<Token>& tokens);

  ParagraphKeys keys_;
  std::vector<bool> marks_;  ///< by word; empty without boilerplate
  std::size_t words_ = 0;
  std::vector<Span> spans_;
};

}  // namespace morgue
