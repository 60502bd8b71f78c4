// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/mention_finder.h"

#include <algorithm>
#include <utility>

namespace morgue {
namespace {

std::string in_reading_order(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == name.npos || name.find(',', comma + 1) != name.npos) return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

}  // namespace

void MentionFinder::clear() {
  names_.clear();
  forms_.clear();
}

void MentionFinder::add(std::string_view name, Kind kind, std::string term) {
  // The forms point into the names, which must not move.
  constexpr std::size_t kMostNames = 1'000;
  if (names_.size() == kMostNames) return;
  names_.reserve(kMostNames);
  const std::string ordered = kind == Kind::Person ? in_reading_order(name) : std::string(name);
  analyzer_.analyze(ordered, tokens_);
  if (tokens_.tokens().empty()) return;
  names_.push_back({std::move(term), {}, kind});
  auto& words = names_.back().words;
  for (const Token& token : tokens_.tokens()) words.emplace_back(token.folded);
  const std::size_t number = names_.size() - 1;
  add_form(number, 0, words.size());
  if (kind != Kind::Person) return;
  for (std::size_t end = 2; end < words.size(); ++end) add_form(number, 0, end);
  for (std::size_t begin = 1; begin < words.size(); ++begin) add_form(number, begin, words.size());
}

void MentionFinder::add_form(std::size_t name, std::size_t begin, std::size_t end) {
  const auto& words = names_[name].words;
  const bool whole = begin == 0 && end == words.size();
  forms_[words[begin]].push_back({name, begin, end, !whole || words.size() == 1});
}

MentionFinder::Found MentionFinder::longest_at(const std::vector<Token>& tokens,
                                               std::size_t at) const {
  Found longest;
  const auto forms = forms_.find(tokens[at].folded);
  if (forms == forms_.end()) return longest;
  for (const Form& form : forms->second) {
    const std::size_t length = form.end - form.begin;
    if (length <= longest.length || !stands_at(form, tokens, at) || is_ambiguous(form)) continue;
    longest = {form.name, length};
  }
  return longest;
}

bool MentionFinder::stands_at(const Form& form, const std::vector<Token>& tokens,
                              std::size_t at) const {
  const auto& words = names_[form.name].words;
  if (tokens.size() - at < form.end - form.begin) return false;
  bool written_folded = true;  // as scripts without capitals are, and common words
  bool ascii = true;
  for (std::size_t i = form.begin; i < form.end; ++i) {
    const Token& token = tokens[at + i - form.begin];
    if (token.folded != words[i]) return false;
    written_folded = written_folded && token.exact == token.folded;
    ascii = ascii && std::all_of(words[i].begin(), words[i].end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  }
  return !form.capital_needed || !written_folded || !ascii;
}

/// Whether another person of the article has the same words.
bool MentionFinder::is_ambiguous(const Form& form) const {
  const auto& words = names_[form.name].words;
  if (form.begin == 0 && form.end == words.size()) return false;
  return std::any_of(names_.begin(), names_.end(), [&](const Name& other) {
    if (&other == &names_[form.name] || other.kind != Kind::Person) return false;
    return std::search(other.words.begin(), other.words.end(),
                       words.begin() + static_cast<std::ptrdiff_t>(form.begin),
                       words.begin() + static_cast<std::ptrdiff_t>(form.end)) != other.words.end();
  });
}

}  // namespace morgue
