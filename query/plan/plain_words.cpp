// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/plain_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace morgue {
namespace {

// Sorted, and short: only words without which a question asks the same. Not here are those that
// folding makes one with a name or a noun: "may" and May, "will" and Will, "us" and US, "who" and
// WHO, "mine". A list with prepositions such as "against" and "without" ranked a little worse.
constexpr std::array<std::string_view, 98> kEnglish{
    "a",       "about", "above", "after", "all",   "also",   "am",     "among", "an",     "and",
    "any",     "are",   "as",    "at",    "be",    "been",   "before", "being", "below",  "between",
    "both",    "but",   "by",    "can",   "could", "did",    "do",     "does",  "during", "each",
    "either",  "for",   "from",  "had",   "has",   "have",   "he",     "her",   "his",    "how",
    "i",       "if",    "in",    "into",  "is",    "it",     "its",    "many",  "me",     "might",
    "more",    "most",  "much",  "must",  "my",    "no",     "nor",    "not",   "of",     "on",
    "one",     "or",    "other", "our",   "she",   "should", "so",     "some",  "such",   "than",
    "that",    "the",   "their", "them",  "then",  "there",  "these",  "they",  "this",   "those",
    "through", "to",    "under", "upon",  "was",   "we",     "were",   "what",  "when",   "where",
    "whether", "which", "while", "whom",  "whose", "why",    "with",   "would"};

struct Language {
  std::string_view code;
  std::span<const std::string_view> words;
};

static_assert(std::is_sorted(kEnglish.begin(), kEnglish.end()));

constexpr std::array kLanguages{Language{"en", kEnglish}};

bool is_plain_word(const bound::Phrase& phrase) {
  const bool one_word = phrase.places.size() == 1 && phrase.places.front().size() == 1;
  if (!one_word || !phrase.prefix.empty()) return false;
  const bound::Leaf& leaf = phrase.places.front().front();
  const bound::Leaf::Kind kind = leaf.kind;
  return phrase.zone == bound::Zone::Anywhere && leaf.written == bound::kAnyWay &&
         (kind == bound::Leaf::Kind::Stemmed || kind == bound::Leaf::Kind::Form);
}

const bound::Phrase* as_plain_word(const bound::Node& node) {
  const auto* phrase = std::get_if<bound::Phrase>(&node.value);
  return phrase != nullptr && is_plain_word(*phrase) ? phrase : nullptr;
}

}  // namespace

std::vector<const bound::Phrase*> plain_words(const bound::Node& query, bool any) {
  const auto* both = std::get_if<bound::And>(&query.value);
  const auto* either = any ? std::get_if<bound::Or>(&query.value) : nullptr;
  if (both == nullptr && either == nullptr) return {as_plain_word(query)};
  std::vector<const bound::Phrase*> words;
  for (const bound::NodePtr& child : both != nullptr ? both->children : either->children) {
    words.push_back(as_plain_word(*child));
  }
  return words;
}

bool is_letter(std::string_view folded) {
  return folded.size() == 1 && folded.front() >= 'a' && folded.front() <= 'z';
}

bool is_function_word(std::string_view folded, const std::vector<std::string>& languages) {
  if (is_letter(folded)) return true;
  return std::any_of(kLanguages.begin(), kLanguages.end(), [&](const Language& language) {
    return std::find(languages.begin(), languages.end(), language.code) != languages.end() &&
           std::binary_search(language.words.begin(), language.words.end(), folded);
  });
}

void silence_function_words(bound::Node& any_of, const std::vector<std::string>& languages) {
  auto* either = std::get_if<bound::Or>(&any_of.value);
  if (either == nullptr) return;
  std::vector<bound::Phrase*> silent;
  for (const bound::NodePtr& child : either->children) {
    auto* phrase = std::get_if<bound::Phrase>(&child->value);
    if (phrase != nullptr && is_plain_word(*phrase) &&
        is_function_word(phrase->places.front().front().text, languages)) {
      silent.push_back(phrase);
    }
  }
  if (silent.size() == either->children.size()) return;
  for (bound::Phrase* phrase : silent) phrase->scored = false;
}

}  // namespace morgue
