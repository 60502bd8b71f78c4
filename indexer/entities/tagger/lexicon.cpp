// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/lexicon.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "common/text/letters.h"

namespace morgue {
namespace {

constexpr std::array<std::pair<std::string_view, WordList>, 7> kWordLists{{
    {"first", kFirstNames},
    {"last", kSurnames},
    {"title", kTitles},
    {"orgsuf", kOrganisationEnds},
    {"said", kSaying},
    {"dem", kPeoples},
    {"common", kCommonWords},
}};

/// Takes the part up to `mark` from the front of a text.
std::string_view take(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(at == text.npos ? text.size() : at + 1);
  return part;
}

Error at_line(const char* what, std::size_t line, const char* expected) {
  return {"lexicon",
          std::string(what) + ", line " + std::to_string(line) + ": expected " + expected};
}

}  // namespace

Result<Lexicon> Lexicon::make(std::string_view lists, std::string_view clusters) {
  Lexicon lexicon;
  for (std::size_t line = 1; !lists.empty(); ++line) {
    std::string_view phrase = take(lists, '\n');
    if (phrase.empty()) continue;
    const std::string_view list = take(phrase, '\t');
    if (phrase.empty() || !lexicon.add_entry(list, phrase)) {
      return at_line("lists", line, "a list, a tab and a phrase of one of at most 16 lists");
    }
  }
  for (std::size_t line = 1; !clusters.empty(); ++line) {
    std::string_view row = take(clusters, '\n');
    if (row.empty()) continue;
    const std::string_view word = take(row, ' ');
    Clusters numbers{};
    for (std::size_t i = 0; i < kClusterings && !row.empty(); ++i) {
      const std::string_view digits = take(row, ' ');
      const auto [end, error] =
          std::from_chars(digits.data(), digits.data() + digits.size(), numbers[i]);
      if (error != std::errc() || end != digits.data() + digits.size()) {
        return at_line("clusters", line, "a word and numbers, parted by single spaces");
      }
    }
    lexicon.clusters_.find_or_add(hash_of(word)) = numbers;
  }
  return lexicon;
}

bool Lexicon::add_entry(std::string_view list, std::string_view phrase) {
  const std::string small = with_small_letters(phrase);
  if (list.size() == 3 && list.starts_with("cr") && list[2] >= '0' && list[2] <= '6') {
    words_.find_or_add(hash_of(small)).capital_ratio = static_cast<std::uint8_t>(list[2] - '0' + 1);
    return true;
  }
  for (const auto& [name, bit] : kWordLists) {
    if (name != list) continue;
    Word& word = words_.find_or_add(hash_of(small));
    word.lists = static_cast<std::uint8_t>(word.lists | bit);
    return true;
  }
  const auto known = std::find(list_names_.begin(), list_names_.end(), list);
  const auto number = static_cast<std::size_t>(known - list_names_.begin());
  if (known == list_names_.end()) list_names_.emplace_back(list);
  if (list_names_.size() > kMostPhraseLists) return false;

  std::vector<std::string_view> words;
  for (std::string_view rest = small; !rest.empty();) {
    const std::string_view word = take(rest, ' ');
    if (!word.empty()) words.push_back(word);
  }
  if (words.empty() || words.size() > kLongestPhrase) return true;
  Hash hash = kPhraseStart;
  for (std::size_t i = 0; i < words.size(); ++i) {
    hash = combined(hash, hash_of(words[i]));
    if (i + 1 < words.size()) beginnings_.find_or_add(hash) = 1;
  }
  phrases_.find_or_add(hash) |= 1U << number;
  return true;
}

Lexicon::Word Lexicon::word(Hash small) const {
  const Word* known = words_.find(small);
  return known == nullptr ? Word() : *known;
}

const Lexicon::Clusters* Lexicon::clusters(Hash word) const { return clusters_.find(word); }

std::uint32_t Lexicon::phrase_lists(Hash phrase) const {
  const std::uint32_t* known = phrases_.find(phrase);
  return known == nullptr ? 0 : *known;
}

}  // namespace morgue
