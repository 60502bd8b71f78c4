// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/titles.h"

namespace morgue {
namespace {

constexpr std::uint32_t kLongestTitle = 5;  ///< in tokens
constexpr std::uint32_t kKinDistance = 4;   ///< tokens between "son" and the name

void note_title(const TokenView& view, std::uint32_t token, ReadName& name) {
  const NameWord& title = view.word(token);
  name.titled = true;
  if (name.office == Office::None) name.office = title.office;
  if (name.gender == Gender::Unknown && title.title_gender != Gender::Unknown) {
    name.gender = title.title_gender;
    name.courteous = true;
    name.honorific = view.word_id(token);
  }
}

/// Whether the word at the front of a person is a title there.
bool is_title_in_name(const TokenView& view, TokenRange tokens) {
  const NameWord& word = view.word(tokens.first);
  if (word.is(kHonorific)) return true;
  if (!word.is(kTitleOrName)) return false;
  const std::uint32_t left = tokens.size() - 1;
  // "Earl L. Carter", "Dean R. Koontz"
  const bool may_be_first_name = word.letters == "earl" || word.letters == "dean" ||
                                 word.letters == "duke" || word.letters == "don";
  const bool first_name = left > 1 && may_be_first_name && view.word(tokens.first + 1).initials;
  if (first_name) return false;
  return left > 1 || !word.capitalised || word.office == Office::Monarch ||
         word.letters == "pope" || word.letters == "judge";
}

/// Whether the words at the end of the sentence's part before the name are its owner's kin: "his
/// son, Nick", "la esposa de Calderón, Margarita". Not "the mother of Nick".
void look_for_kin(const TokenView& view, std::uint32_t before, ReadName& name) {
  const std::uint32_t begin = view.sentence().first;
  for (std::uint32_t i = before; i > begin && before - i < kKinDistance; --i) {
    const NameWord& word = view.word(i - 1);
    if (word.is(kKin)) {
      name.kin = true;
      if (name.gender == Gender::Unknown) name.gender = word.title_gender;
      return;
    }
    if (word.letters == "of" || word.letters == "de" || word.letters == "and") return;
    const bool skipped = word.letters.empty() || word.letters == "late" || word.letters == "mayor";
    if (!skipped) return;
  }
}

}  // namespace

TokenRange trim_titles(const TokenView& view, TokenRange tokens, ReadName& name) {
  const TokenRange whole = tokens;
  while (!tokens.empty()) {
    const NameWord& word = view.word(tokens.first);
    const bool mark = word.letters.empty();
    const bool modifier = word.is(kTitleModifier) && !word.capitalised;
    const bool title = is_title_in_name(view, tokens);
    if (!mark && !modifier && !title) break;
    if (title && tokens.size() == 1 && word.capitalised && word.is(kTitleOrName)) break;
    if (title) note_title(view, tokens.first, name);
    ++tokens.first;
  }
  // "Sheikh" and "Queen" are surnames, too, after a first name; alone they name nobody.
  return tokens.empty() && whole.size() > 1 ? TokenRange{whole.end, whole.end} : tokens;
}

void look_before(const TokenView& view, TokenRange tokens, ReadName& name) {
  const std::uint32_t begin = view.sentence().first;
  if (tokens.first == begin) return;
  if (name.kind != EntityKind::Person) {
    name.located = view.word(tokens.first - 1).is(kLocative);
    return;
  }
  std::uint32_t i = tokens.first;
  for (; i > begin && tokens.first - i < kLongestTitle; --i) {
    const NameWord& word = view.word(i - 1);
    if (word.is(kHonorific | kTitleOrName)) {
      note_title(view, i - 1, name);
    } else if (word.is(kKin) || !(word.is(kTitleModifier) || view.written(i - 1) == ".")) {
      break;
    }
  }
  look_for_kin(view, i, name);
}

}  // namespace morgue
