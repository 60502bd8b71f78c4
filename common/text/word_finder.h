// SPDX-License-Identifier: GPL-3.0-or-later
// Words by ICU's root rules, before any tailoring.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"
#include "common/text/char_class.h"

namespace morgue {

/// Appends the words of `chunk`, a part of the classified text without white space and kHard
/// characters. The rules of word breaks (UAX #29) come down to few for such text.
void find_simple_words(std::string_view text, const std::vector<CharClass>& classes, Span chunk,
                       std::vector<Span>& words);

/// Finds words by ICU itself. Single-threaded; reuse it.
class IcuWordFinder {
 public:
  IcuWordFinder();
  ~IcuWordFinder();
  IcuWordFinder(IcuWordFinder&&) noexcept;
  IcuWordFinder& operator=(IcuWordFinder&&) noexcept;

  /// Appends the words of `chunk`, a part of the text without white space.
  void find(std::string_view text, Span chunk, std::vector<Span>& words);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
