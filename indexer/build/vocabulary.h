// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of words seen in articles, by language: what stems stand for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace morgue {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

using FormSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// By ISO 639-1 code; only languages that have a stemmer.
using Vocabulary = std::map<std::string, FormSet, std::less<>>;

/// Longer tokens are no words that a stemmer knows.
inline constexpr std::size_t kMaxFormBytes = 64;

/// Adds a form if it is new, without making a string when it is not.
inline void add_form(FormSet& forms, std::string_view form) {
  if (form.size() > kMaxFormBytes) return;
  if (forms.find(form) == forms.end()) forms.emplace(form);
}

}  // namespace morgue
