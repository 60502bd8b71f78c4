// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/common/text/same_tokens.h"

#include <algorithm>

namespace morgue {
namespace {

bool same(const Token& a, const Token& b) {
  return a.bytes == b.bytes && a.points == b.points && a.folded == b.folded && a.exact == b.exact &&
         a.bare == b.bare;
}

std::string describe(const std::vector<Token>& tokens, std::size_t i) {
  if (i >= tokens.size()) return "nothing";
  const Token& token = tokens[i];
  return "\"" + std::string(token.folded) + "\" (" + std::string(token.bare) + ") at " +
         std::to_string(token.bytes.begin) + ".." + std::to_string(token.bytes.end);
}

}  // namespace

std::optional<std::string> BothAnalyzers::difference(std::string_view text) {
  fast_.analyze(text, fast_tokens_);
  icu_.analyze(text, icu_tokens_);
  const auto& fast = fast_tokens_.tokens();
  const auto& icu = icu_tokens_.tokens();
  tokens_compared_ += icu.size();
  const auto [at, other] = std::mismatch(fast.begin(), fast.end(), icu.begin(), icu.end(), same);
  if (at == fast.end() && other == icu.end()) return std::nullopt;
  const auto i = static_cast<std::size_t>(at - fast.begin());
  const std::size_t begin = std::min(i < fast.size() ? fast[i].bytes.begin : text.size(),
                                     i < icu.size() ? icu[i].bytes.begin : text.size());
  return "fast: " + describe(fast, i) + ", ICU: " + describe(icu, i) +
         ", in: " + std::string(text.substr(begin, 60));
}

}  // namespace morgue
