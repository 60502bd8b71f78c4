// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing the two ways an Analyzer can take.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace morgue {

class BothAnalyzers {
 public:
  /// The first token that the two ways see differently, described; nullopt when they agree.
  std::optional<std::string> difference(std::string_view text);

  std::size_t tokens_compared() const { return tokens_compared_; }

 private:
  Analyzer fast_{WordPath::Fast};
  Analyzer icu_{WordPath::IcuOnly};
  TokenList fast_tokens_;
  TokenList icu_tokens_;
  std::size_t tokens_compared_ = 0;
};

}  // namespace morgue
