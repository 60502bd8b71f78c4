// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/display_name.h"

#include "common/text/code_point.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t kLongestAcronymWord = 3;  ///< without vowels, in a name in capitals

/// Whether a word in capitals is to stay so: BBC, III, U.S., F-16.
bool stays_in_capitals(const NameWord& word) {
  const std::size_t dot = word.written.find('.');
  const bool dotted = dot != std::string_view::npos && dot + 1 < word.written.size();  // not "JR."
  const bool roman =
      word.is(kGeneration) && word.letters.find_first_not_of("iv") == std::string_view::npos;
  const bool has_digit = word.letters.find_first_of("0123456789") != std::string_view::npos;
  const bool unsayable = word.letters.size() <= kLongestAcronymWord &&
                         word.letters.find_first_of("aeiouy") == std::string_view::npos;
  return word.initials || dotted || roman || has_digit || unsayable;
}

/// The first `size` bytes as they are, the rest in small letters.
std::string with_small_rest(std::string_view word, std::size_t size) {
  return std::string(word.substr(0, size)) + without_capitals(word.substr(size));
}

std::string title_case_part(std::string_view part) {
  if (part.empty()) return {};
  constexpr std::string_view kMc = "MC";
  const bool scottish = part.starts_with(kMc) && part.size() > kMc.size() + 1;
  if (scottish) return "Mc" + title_case_part(part.substr(kMc.size()));
  return with_small_rest(part, utf8_length(part.front()));
}

std::string shown(const NameWord& word, bool shouted, bool first) {
  if (!shouted || !word.shouted || stays_in_capitals(word)) return to_nfc(word.written);
  const bool small = !first && word.is(kParticle | kLinkWord);
  return small ? without_capitals(word.written) : in_title_case(word.written);
}

}  // namespace

std::string display_name(std::span<const NamePart> words, bool shouted, const WordBook& book) {
  std::string name;
  for (const NamePart part : words) {
    if (!name.empty() && !part.glued) name += ' ';
    name += shown(book[part.word], shouted, name.empty());
  }
  return value_form(name);
}

std::string in_title_case(std::string_view shouted) {
  std::string word;
  for (std::string_view rest = shouted; !rest.empty();) {
    std::size_t end = rest.find_first_of("-'");
    const bool possessive =
        end != std::string_view::npos && rest.size() - end == 2 && rest[end] == '\'';
    if (possessive) end = std::string_view::npos;
    word += title_case_part(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    word += rest[end];
    rest.remove_prefix(end + 1);
  }
  return to_nfc(word);
}

}  // namespace morgue
