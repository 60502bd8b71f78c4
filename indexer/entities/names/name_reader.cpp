// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/name_reader.h"

#include <algorithm>
#include <cassert>

#include "indexer/entities/names/no_name.h"
#include "indexer/entities/names/telling_words.h"
#include "indexer/entities/names/titles.h"

namespace morgue {
namespace {

TokenRange trim_marks(const TokenView& view, TokenRange tokens, bool possessive = true) {
  const auto is_edge = [&](std::uint32_t i) {
    return view.is_mark(i) || (possessive && view.is_possessive(i));
  };
  while (!tokens.empty() && is_edge(tokens.end - 1)) --tokens.end;
  while (!tokens.empty() && is_edge(tokens.first)) ++tokens.first;
  return tokens;
}

/// With the "Jr." or ", Jr." behind a full name: a recognizer may leave it out, and then the son is
/// his father.
TokenRange with_generation(const TokenView& view, TokenRange tokens, std::uint32_t limit) {
  std::uint32_t at = tokens.end;
  if (at < limit && view.written(at) == ",") ++at;
  const bool follows =
      tokens.size() > 1 && at < limit && view.word(at).is(kGeneration) && view.word(at).capitalised;
  return follows ? TokenRange{tokens.first, at + 1} : tokens;
}

/// What stands in brackets after a person is a party, an age or a team.
TokenRange cut_at_bracket(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (view.written(i) == "(") return {tokens.first, i};
  }
  return tokens;
}

/// "Suprema Corte de Justicia", taken for a person.
bool is_public_body(const TokenView& view, const TaggedName& tagged) {
  if (tagged.kind != EntityKind::Person || tagged.first == tagged.last) return false;
  const NameWord& first = view.word(tagged.first);
  if (first.name_gender != Gender::Unknown || first.is(kHonorific | kTitleOrName)) return false;
  for (std::uint32_t i = tagged.first; i <= tagged.last; ++i) {
    if (view.word(i).is(kBodyWord) && view.word(i).capitalised) return true;
  }
  return false;
}

/// "Rob Portman R OH": a list of legislators, with party and state.
TokenRange trim_party(const TokenView& view, TokenRange tokens) {
  if (tokens.size() < 2) return tokens;
  const NameWord& party = view.word(tokens.end - 2);
  const NameWord& state = view.word(tokens.end - 1);
  const bool both = party.is(kPartyLetter) && party.letters.size() == 1 && party.capitalised &&
                    state.is(kStateCode) && state.shouted && state.letters.size() == 2;
  return both ? TokenRange{tokens.first, tokens.end - 2} : tokens;
}

/// A small article is no part of a name.
TokenRange trim_small_article(const TokenView& view, TokenRange tokens) {
  const NameWord& first = view.word(tokens.first);
  if (tokens.size() > 1 && first.is(kArticle) && !first.capitalised) ++tokens.first;
  return tokens;
}

/// "Washington-based Atlantic Council".
TokenRange trim_seat(const TokenView& view, TokenRange tokens) {
  const std::string_view first = view.written(tokens.first);
  const bool tells_seat = first.ends_with("-based") || first.ends_with("-owned") ||
                          first.ends_with("-led") || first.ends_with("-backed");
  return tokens.size() > 1 && tells_seat ? TokenRange{tokens.first + 1, tokens.end} : tokens;
}

/// "Francisco el": the article of what comes after.
TokenRange trim_small_end(const TokenView& view, TokenRange tokens) {
  const auto is_small = [&](std::uint32_t i) {
    return view.word(i).is(kArticle | kParticle) && !view.word(i).capitalised;
  };
  while (tokens.size() > 1 && is_small(tokens.end - 1)) --tokens.end;
  return tokens;
}

/// "Nissan Motor Co Ltd of Japan".
TokenRange cut_after_legal_form(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first + 1; i + 1 < tokens.end; ++i) {
    const bool ends = view.word(i).is(kLegalForm) && view.word(i).capitalised;
    if (ends && view.word(i + 1).letters == "of") return {tokens.first, i + 1};
  }
  return tokens;
}

/// "OCCIDENTAL UNIT" of a headline: what the firm owns.
TokenRange trim_unit(const TokenView& view, TokenRange tokens) {
  const bool unit = tokens.size() > 1 && view.word(tokens.end - 1).letters == "unit" &&
                    view.word(tokens.end - 1).shouted && view.word(tokens.first).shouted;
  return unit ? TokenRange{tokens.first, tokens.end - 1} : tokens;
}

bool opens_bracket(const TokenView& view, TokenRange tokens) {
  return tokens.first > view.sentence().first && view.written(tokens.first - 1) == "(" &&
         tokens.end < view.sentence().end && view.written(tokens.end) == ")";
}

/// "Ltd", "S.A. de C.V." of a firm whose name was not recognised.
bool is_legal_form_alone(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    const NameWord& word = view.word(i);
    const bool links = i > tokens.first && word.is(kLinkWord);
    if (!word.letters.empty() && !word.is(kLegalForm) && !links) return false;
  }
  return true;
}

/// Whether there are words in small letters around a name.
bool stands_in_small_letters(const TokenView& view) {
  const TokenRange sentence = view.sentence();
  for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
    const NameWord& word = view.word(i);
    if (word.letters.size() > 2 && !word.capitalised) return true;
  }
  return false;
}

/// Whether a name is in capitals for another reason than being an acronym: as in a headline, or
/// BRUSSELS before a story.
bool is_shouted(const TokenView& view, EntityKind kind, std::span<const NamePart> words,
                const WordBook& book) {
  for (const NamePart part : words) {
    const NameWord& word = book[part.word];
    if (word.capitalised && !word.shouted && !word.initials) return false;
  }
  const std::size_t letters = book[words.front().word].letters.size();
  if (words.size() > 1 || letters < 4) return words.size() > 1;
  const bool may_be_acronym =
      letters == 4 || (kind != EntityKind::Person && kind != EntityKind::Place);
  return !may_be_acronym || !stands_in_small_letters(view);
}

}  // namespace

void NameReader::read(const SurfaceText& text, std::span<const TaggedName> tagged,
                      NamesOfArticle& out) {
  whole_names_.make(text, tagged, book_, whole_);
  TokenView view(text, book_);
  for (std::size_t i = 0; i < whole_.size(); ++i) {
    const TaggedName& name = whole_[i];
    assert(name.first <= name.last && name.last < text.tokens.size() && "a tag is of its text");
    view.go_to(name.first);
    const std::uint32_t limit = i + 1 < whole_.size()
                                    ? std::min(whole_[i + 1].first, view.sentence().end)
                                    : view.sentence().end;
    read_one(view, name, limit, out);
  }
}

void NameReader::read_one(const TokenView& view, const TaggedName& given, std::uint32_t limit,
                          NamesOfArticle& out) {
  TaggedName tagged = given;
  if (is_public_body(view, tagged)) tagged.kind = EntityKind::Organisation;
  const EntityKind told = told_kind(view, {tagged.first, tagged.last + 1}, tagged.kind);
  const bool is_told = told != tagged.kind;
  if (is_told) tagged.confidence = 1;
  tagged.kind = told;
  ReadName name;
  name.kind = tagged.kind;
  name.told = is_told;
  name.part = tagged.part;
  name.confidence = tagged.confidence;
  const bool person = tagged.kind == EntityKind::Person;
  const TokenRange whole{tagged.first, tagged.last + 1};
  TokenRange tokens = trim_marks(view, whole, !keeps_possessive(view, whole));
  if (person) tokens = trim_marks(view, cut_at_bracket(view, tokens));
  if (tokens.empty() || is_no_name(view, tokens, tagged.kind, tagged.part)) return;
  if (person) {
    tokens = trim_marks(view, trim_titles(view, trim_party(view, tokens), name));
    if (tokens.empty() || is_no_name(view, tokens, tagged.kind, tagged.part)) return;
    tokens = with_generation(view, trim_small_end(view, tokens), limit);
  } else {
    tokens = cut_after_legal_form(view, tokens);
    tokens = trim_unit(view, trim_seat(view, trim_small_article(view, tokens)));
    if (tagged.kind == EntityKind::Organisation && is_legal_form_alone(view, tokens)) return;
  }
  look_before(view, tokens, name);
  name.bytes = view.bytes_of(tokens);
  name.bracketed = opens_bracket(view, tokens);
  add_words(view, tokens, name, out);
  const auto words = out.words_of(name);
  name.has_first_name =
      person && words.size() > 1 && book_[words.front().word].name_gender != Gender::Unknown;
  name.shouted = is_shouted(view, name.kind, out.words_of(name), book_);
  if (!person) look_up(name, out);
  set_letters(name, out);
  out.names.push_back(name);
}

/// McDonald's.
bool NameReader::keeps_possessive(const TokenView& view, TokenRange tokens) const {
  if (!view.is_possessive(tokens.end - 1)) return false;
  LettersHash letters;
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) letters.append(view.word(i).hash);
  return known_.keeps_possessive(letters.value);
}

void NameReader::add_words(const TokenView& view, TokenRange tokens, ReadName& name,
                           NamesOfArticle& out) const {
  name.words_begin = static_cast<std::uint32_t>(out.words.size());
  if (name.kind == EntityKind::Person) add_person(view, tokens, out);
  if (out.words.size() == name.words_begin) {
    for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
      out.words.push_back({view.word_id(i), i > tokens.first && view.is_glued(i)});
    }
  }
  name.words_end = name.legal_end = static_cast<std::uint32_t>(out.words.size());
}

void NameReader::add_person(const TokenView& view, TokenRange tokens, NamesOfArticle& out) const {
  const auto begin = out.words.size();
  auto family_end = begin;  // of "Family, Given"
  bool quoted = false;
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) {
    if (view.is_quote(i)) quoted = !quoted;
    if (view.written(i) == "," && i + 1 < tokens.end && !view.word(i + 1).is(kGeneration)) {
      family_end = out.words.size();
    }
    if (!quoted && !view.is_mark(i) && !view.is_possessive(i)) {
      out.words.push_back({view.word_id(i), false});
    }
  }
  const auto at = [&](std::size_t i) { return out.words.begin() + static_cast<std::ptrdiff_t>(i); };
  std::rotate(at(begin), at(family_end), out.words.end());
}

void NameReader::look_up(ReadName& name, const NamesOfArticle& out) const {
  const auto find = [&](std::uint32_t begin) {
    const auto words = std::span(out.words).subspan(begin, name.words_end - begin);
    const bool shouted = std::all_of(words.begin(), words.end(), [this](NamePart part) {
      const NameWord& word = book_[part.word];
      return word.shouted || word.letters.empty();
    });
    if (const auto* known = known_.find(name.kind, letters_from(begin, name, out), shouted)) {
      return known;
    }
    // "United States Department of Defense", as "U.S."
    const bool united = words.size() > 2 && book_[words[0].word].letters == "united" &&
                        book_[words[1].word].letters == "states";
    if (!united) return static_cast<const KnownName*>(nullptr);
    LettersHash letters = letters_hash("us");
    for (const NamePart part : words.subspan(2)) letters.append(book_[part.word].hash);
    return known_.find(name.kind, letters.value, shouted);
  };
  name.known = find(name.words_begin);
  if (name.known != nullptr) return;
  drop_article(name, out);
  drop_legal_forms(name, out);
  name.known = find(name.words_begin);
}

void NameReader::drop_article(ReadName& name, const NamesOfArticle& out) const {
  const NameWord& first = book_[out.words[name.words_begin].word];
  const std::uint32_t count = name.words_end - name.words_begin;
  if (count < 2 || !first.is(kArticle)) return;
  if (known_.keeps_article(letters_from(name.words_begin, name, out))) return;
  const NameWord& second = book_[out.words[name.words_begin + 1].word];
  const bool acronym = count == 2 && second.shouted && !name.shouted;
  if (first.letters == "the" || acronym) ++name.words_begin;
}

void NameReader::drop_legal_forms(ReadName& name, const NamesOfArticle& out) const {
  if (name.kind != EntityKind::Organisation) return;
  const auto from_end = [&](std::uint32_t back) -> const NameWord& {
    return book_[out.words[name.words_end - back].word];
  };
  const auto size = [&] { return name.words_end - name.words_begin; };
  while (size() > 1 && from_end(1).is(kLegalForm)) {
    const NameWord& before = from_end(2);
    if (before.written == "&" || before.letters == "and" || before.letters == "y") return;
    const bool joined = before.letters.empty() || before.is(kLinkWord);  // ", Inc", "S.A. de C.V."
    if (joined && size() < 3) return;
    name.words_end -= joined ? 2 : 1;
  }
}

void NameReader::set_letters(ReadName& name, const NamesOfArticle& out) const {
  name.letters = letters_from(name.words_begin, name, out);
}

std::uint64_t NameReader::letters_from(std::uint32_t begin, const ReadName& name,
                                       const NamesOfArticle& out) const {
  LettersHash hash;
  for (std::uint32_t i = begin; i < name.words_end; ++i) hash.append(book_[out.words[i].word].hash);
  return hash.value;
}

}  // namespace morgue
