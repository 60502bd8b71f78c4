// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/mention_finder.h"

#include <algorithm>
#include <utility>

#include "common/mentions/written_name.h"
#include "common/text/capitals.h"

namespace morgue {

void MentionFinder::clear() {
  names_.clear();
  forms_.clear();
}

void MentionFinder::add(EntityKind kind, std::string name) {
  // The forms point into the names, which must not move.
  constexpr std::size_t kMostNames = 1'000;
  if (names_.size() == kMostNames) return;
  names_.reserve(kMostNames);
  const bool person = kind == EntityKind::Person;
  const std::string ordered = person ? reading_order(name) : name;
  analyzer_.analyze(ordered, tokens_);
  if (tokens_.tokens().empty()) return;
  names_.push_back({kind, std::move(name), {}});
  auto& words = names_.back().words;
  for (const Token& token : tokens_.tokens()) words.emplace_back(token.folded);
  const std::size_t number = names_.size() - 1;
  add_form(number, 0, words.size());
  if (!person) return;
  for (std::size_t end = 2; end < words.size(); ++end) add_form(number, 0, end);
  for (std::size_t begin = 1; begin < words.size(); ++begin) add_form(number, begin, words.size());
}

void MentionFinder::add_form(std::size_t name, std::size_t begin, std::size_t end) {
  const auto& words = names_[name].words;
  const bool whole = begin == 0 && end == words.size();
  forms_[words[begin]].push_back({name, begin, end, !whole || words.size() == 1});
}

void MentionFinder::find(TextPart part, std::string_view text, const std::vector<Token>& tokens,
                         std::vector<Mention>& mentions) const {
  if (names_.empty()) return;
  for (std::size_t at = 0; at < tokens.size();) {
    const Found found = longest_at(tokens, at);
    if (found.form == nullptr) {
      ++at;
      continue;
    }
    const Name& name = names_[found.form->name];
    const std::size_t last = at + found.length - 1;
    mentions.push_back(
        {name.kind,
         part,
         MentionSource::Metadata,
         bytes_of_name(text, tokens[at], tokens[last], name.words[found.form->end - 1]),
         name.name,
         {}});
    at += found.length;
  }
}

MentionFinder::Found MentionFinder::longest_at(const std::vector<Token>& tokens,
                                               std::size_t at) const {
  Found longest;
  const std::string_view word = tokens[at].folded;
  look_up(word, tokens, at, longest);
  if (const auto owner = without_possessive(word); !owner.empty()) {
    look_up(owner, tokens, at, longest);
  }
  return longest;
}

void MentionFinder::look_up(std::string_view first_word, const std::vector<Token>& tokens,
                            std::size_t at, Found& longest) const {
  const auto forms = forms_.find(first_word);
  if (forms == forms_.end()) return;
  for (const Form& form : forms->second) {
    const std::size_t length = form.end - form.begin;
    if (length <= longest.length || !stands_at(form, tokens, at) || is_ambiguous(form)) continue;
    longest = {&form, length};
  }
}

bool MentionFinder::stands_at(const Form& form, const std::vector<Token>& tokens,
                              std::size_t at) const {
  const auto& words = names_[form.name].words;
  if (tokens.size() - at < form.end - form.begin) return false;
  bool any_capital = false;  // which common words do not have, and some scripts neither
  bool ascii = true;
  for (std::size_t i = form.begin; i < form.end; ++i) {
    const Token& token = tokens[at + i - form.begin];
    const bool same =
        i + 1 == form.end ? is_word_or_possessive(token, words[i]) : token.folded == words[i];
    if (!same) return false;
    any_capital = any_capital || capitals_of(token.exact).any_capital;
    ascii = ascii && std::all_of(words[i].begin(), words[i].end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  }
  return !form.capital_needed || any_capital || !ascii;
}

/// Whether another person of the article has the same words.
bool MentionFinder::is_ambiguous(const Form& form) const {
  const auto& words = names_[form.name].words;
  if (form.begin == 0 && form.end == words.size()) return false;
  return std::any_of(names_.begin(), names_.end(), [&](const Name& other) {
    if (&other == &names_[form.name] || other.kind != EntityKind::Person) return false;
    return std::search(other.words.begin(), other.words.end(),
                       words.begin() + static_cast<std::ptrdiff_t>(form.begin),
                       words.begin() + static_cast<std::ptrdiff_t>(form.end)) != other.words.end();
  });
}

}  // namespace morgue
