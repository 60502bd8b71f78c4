// SPDX-License-Identifier: GPL-3.0-or-later
// What a segment's Xapian database holds: the schema in words, and the field table.
//
// One document per article. All text is folded (common/text/fold.h) unless it says otherwise.
//
// Terms
//   tariffs              a word of the title or the body, with its positions
//   Stariffs             the same for the title alone
//   XE pena \x1f shape   how a word was written, where that is not the folded form; same positions.
//                        shape "1": first letter capital; "2": all capitals (both ASCII only);
//                        ":" and the NFC form otherwise ("XEpena\x1f:Peña"). So all written forms
//                        of a word are one short walk, and =pena is "pena" at no position of those.
//   <prefix>word         a word of a field of the table below, with positions; the values of a
//   field
//                        stand kValueGap apart
//   <prefix>=Value       a whole value of a field, by value_form(): what a facet row counts. Of a
//                        person, organisation or place it has positions: those of the title and
//                        the body where the name is mentioned, one for each word of a mention
//   XF<name>\x1f…        words and values of an extra field of the source
//   XBP:word, XBP:=…     words and whole paragraphs of the body that are boilerplate
//   Q<id>                the article's id
//   XHAS:<field>         the article has the field
//   XS, XP               positions of the first word of each sentence, of each paragraph of the
//                        body
//   XZ                   positions of the last word of the title and of the body
// Boilerplate, the paragraphs that many articles of one outlet have
//   (indexer/boilerplate/find_boilerplate.h), is no text: its words stand under their field alone,
//   and what only it mentions is not named. Its words keep their places, so that those of the text
//   are counted as they are printed.
// Positions
//   title from 1; body from kBodyBase; nothing matches across. Title words past kTitleEnd are
//   findable but have no position.
// Frequencies (wdf) serve ranking alone: a title word counts kTitleWeight, a body word 1, a field
//   word 1 (of lang, date-source and boiler 0), everything else 0; so Xapian's document length is
//   the weighted number of words.
// Values: see Slot. Document data: the whole article and its mentions (stored_article.h).
// Synonyms: "en:<stem>" lists the forms, seen in articles of that language, that share the stem.
// A term over Xapian's limit is cut and hashed (term.h).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace morgue {

/// Raised by every change that alters the bytes of an archive.
inline constexpr int kFormatVersion = 4;

inline constexpr std::uint32_t kTitleStart = 1;
inline constexpr std::uint32_t kTitleEnd = 9'000;
inline constexpr std::uint32_t kBodyBase = 10'000;
inline constexpr std::uint32_t kLeadWords = 60;  ///< the lead: the first words of the body
inline constexpr std::uint32_t kValueGap = 100;
inline constexpr std::uint32_t kTitleWeight = 3;

/// Value slots. Days are days since 1970-01-01, as encode_day() writes them.
enum class Slot : unsigned {
  FirstDay = 0,      ///< first day the date can mean; empty without a date
  LastDay = 1,       ///< last day
  NewestThenId = 2,  ///< sorts newest first, undated last, then by id
  Words = 3,         ///< words of title and text of the body, encode_number()
  Digest = 4,        ///< 16 bytes over the stored article
  Sketch = 5,        ///< encode_sketch(); empty when copies are not sought
  Paragraphs = 6,    ///< encode_paragraph_keys()
  Source = 10,       ///< this and below: pack_values() of the facet's values
  Section = 11,
  Byline = 12,
  Language = 13,
  Person = 14,
  Organisation = 15,
  Place = 16,
  Extra = 17,  ///< pack_values() of "name\x1fvalue"
};

/// Of the engine's kind, Xapian::valueno.
constexpr unsigned slot_number(Slot slot) { return static_cast<unsigned>(slot); }

enum class FieldKind {
  Text,     ///< words of title or body, told apart by position
  Keyword,  ///< words and whole values, a facet
  Words,    ///< words and whole values, no facet
  Id,
  Date,
  Number,
  Presence,  ///< has:, missing:
  Entity,    ///< person, org and place together
};

struct Field {
  std::string_view name;
  std::array<std::string_view, 3> aliases;
  std::string_view prefix;
  FieldKind kind;
  Slot slot = Slot::FirstDay;  ///< Keyword, Date and Number only
};

inline constexpr std::array kFields{
    Field{"title", {"headline", "hl"}, "S", FieldKind::Text},
    Field{"lead", {}, "", FieldKind::Text},
    Field{"hlead", {"hlp"}, "", FieldKind::Text},
    Field{"body", {"text"}, "", FieldKind::Text},
    Field{"byline", {"author", "by"}, "A", FieldKind::Keyword, Slot::Byline},
    Field{"source", {"outlet", "publication"}, "XSRC:", FieldKind::Keyword, Slot::Source},
    Field{"section", {}, "XSEC:", FieldKind::Keyword, Slot::Section},
    Field{"lang", {"language"}, "L", FieldKind::Keyword, Slot::Language},
    Field{"person", {"people"}, "XPER:", FieldKind::Keyword, Slot::Person},
    Field{"org", {"organisation", "organization"}, "XORG:", FieldKind::Keyword, Slot::Organisation},
    Field{"place", {"location"}, "XPLC:", FieldKind::Keyword, Slot::Place},
    Field{"entity", {}, "", FieldKind::Entity},
    Field{"url", {"link"}, "U", FieldKind::Words},
    Field{"boiler", {"boilerplate"}, "XBP:", FieldKind::Words},
    Field{"id", {}, "Q", FieldKind::Id},
    Field{"date", {"published"}, "", FieldKind::Date, Slot::FirstDay},
    Field{"date-source", {}, "XDS:", FieldKind::Words},
    Field{"words", {"length"}, "", FieldKind::Number, Slot::Words},
    Field{"has", {}, "XHAS:", FieldKind::Presence},
    Field{"missing", {}, "XHAS:", FieldKind::Presence},
};

/// Fields of names, whose mentions have positions in the text.
inline constexpr std::array<std::string_view, 3> kEntityFields{"person", "org", "place"};

/// The field of this name or alias (lower case); null when there is none.
constexpr const Field* find_field(std::string_view name) {
  for (const Field& field : kFields) {
    if (field.name == name) return &field;
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty() && alias == name) return &field;
    }
  }
  return nullptr;
}
static_assert(find_field("headline")->prefix == "S");

}  // namespace morgue
