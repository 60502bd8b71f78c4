// SPDX-License-Identifier: GPL-3.0-or-later
// What one written word is to the rules of names.
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue {

enum class Gender : unsigned char { Unknown, Male, Female };

/// Offices by which a bare surname can be told from its namesakes: "President Bush", "Gov. Bush".
enum class Office : unsigned char {
  None,
  President,
  Minister,
  Legislator,
  Governor,
  Mayor,
  Secretary,
  Judge,
  Officer,
  Monarch,
  Prince,
  Cleric,
  Doctor,
  Speaker,
};

/// What a word can be; a word can be several.
enum WordClass : std::uint32_t {
  kHonorific = 1U << 0,       ///< stands before a person's name and is no part of it: Mr, senador
  kTitleOrName = 1U << 1,     ///< is a title, or a name: King, Dean, Prince, Major
  kTitleModifier = 1U << 2,   ///< goes with titles: former, prime, vice
  kGeneration = 1U << 3,      ///< Jr, III
  kParticle = 1U << 4,        ///< belongs to the word after it: de, van, bin
  kPatronymic = 1U << 5,      ///< a particle that names the father: bin, ibn
  kKin = 1U << 6,             ///< introduces a relative: son, esposa
  kLegalForm = 1U << 7,       ///< Inc, S.A.
  kGenericTail = 1U << 8,     ///< ends full names of organisations, and is left out of short: Party
  kLinkWord = 1U << 9,        ///< inside names of organisations: of, de, and
  kArticle = 1U << 10,        ///< the, el
  kCalendar = 1U << 11,       ///< a weekday or a month
  kDemonym = 1U << 12,        ///< of a country or a faith: French, Muslim
  kPronoun = 1U << 13,        ///< he, ella
  kAgency = 1U << 14,         ///< a news agency that signs its stories
  kFamilyFirst = 1U << 15,    ///< a surname that stands before the given name: Kim, Xi
  kLocative = 1U << 16,       ///< what comes after is likely a place: in, desde
  kStateCode = 1U << 17,      ///< TX, Calif
  kPartyLetter = 1U << 18,    ///< D, R, I: before a state code
  kCountryPrefix = 1U << 19,  ///< left out in the short names of a country's bodies: U.S.
  kBylineOpening = 1U << 20,  ///< By, Por
  kBylineWord = 1U << 21,     ///< in bylines beside names: and, staff, correspondent
  kBodyWord = 1U << 22,       ///< in names of public bodies and parties: ministry, corte
  kBodyNoun = 1U << 23,       ///< alone, the one body that the article names with it: commission
  kOtherBody = 1U << 24,      ///< after a name, makes another body of it: employees, foundation
  kChamber = 1U << 25,        ///< stands before bodies, and is left out in short: Senate, Federal
  kWorkTail = 1U << 26,       ///< ends names of laws, reports, prizes and contests: act, award
  kWorkHead = 1U << 27,       ///< begins them: ley, premio
  kPlaceTail = 1U << 28,      ///< ends names of places: county, airport
  kShip = 1U << 29,           ///< stands before the name of a ship: USS
  kThing = 1U << 31,          ///< in small letters, before the name of a thing: hurricane, buque
  kNoBody = 1U << 30,         ///< in capitals, and still no organisation: TV, CEO
};

/// Number of a written word in its WordBook.
using WordId = std::uint32_t;
/// Number of a spelling in its WordBook: equal for words that differ in case, accents and marks.
using SpellingId = std::uint32_t;

/// Hash of the letters of words, wherever the words are parted: "Jong-un" and "Jong Un" are equal.
struct LettersHash {
  std::uint64_t value = 0;
  std::uint64_t power = 1;

  void append(LettersHash next) {
    value = value * next.power + next.value;
    power *= next.power;
  }
};

/// A written word; its views live as long as its book.
struct NameWord {
  std::string_view written;
  std::string_view letters;  ///< folded, only letters and digits: "us" of "U.S."; empty for marks
  LettersHash hash;          ///< of `letters`
  SpellingId spelling = 0;   ///< of `letters`
  SpellingId bare = 0;       ///< without an Arabic article: of "assad" for "al-Assad"
  SpellingId formal = 0;     ///< of the name a pet name stands for: of "william" for "Bill"
  std::uint32_t classes = 0;
  Office office = Office::None;
  Gender title_gender = Gender::Unknown;  ///< of who bears it, for titles and kin: Mrs, son
  Gender name_gender = Gender::Unknown;   ///< of who bears it, for first names
  bool capitalised = false;               ///< begins with a capital letter
  bool shouted = false;                   ///< two capitals or more, and no small letter
  bool initials = false;                  ///< "J.", "J.D.", "JD", "Q"

  bool is(std::uint32_t any_of) const { return (classes & any_of) != 0; }
};

}  // namespace morgue
