// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of one paragraph by the rules of Unicode, in two ways that find the same.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/text/char_table.h"

namespace morgue {

/// The class of a character to SimpleSentences, by ICU's own sentence break property.
CharClass sentence_class(std::int32_t code_point);

/// Finds the sentences of text without marks and rare scripts, for which the rules (UAX #29) come
/// down to a few. Several times faster than ICU. Single-threaded; reuse it.
class SimpleSentences {
 public:
  /// Replaces `sentences` by those of a text, in order, covering it. False, and nothing is found,
  /// when the text needs ICU.
  bool find(std::string_view utf8, std::vector<Span>& sentences);

 private:
  std::uint32_t after_terminator(std::string_view utf8, std::uint32_t at, bool& ends) const;

  CharTable table_{sentence_class};
  std::vector<CharClass> classes_;
};

/// Finds the sentences of any text. Single-threaded; reuse it.
class IcuSentences {
 public:
  IcuSentences();
  ~IcuSentences();
  IcuSentences(IcuSentences&&) noexcept;
  IcuSentences& operator=(IcuSentences&&) noexcept;

  /// Replaces `sentences` by those of a text, in order, covering it.
  void find(std::string_view utf8, std::vector<Span>& sentences);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
