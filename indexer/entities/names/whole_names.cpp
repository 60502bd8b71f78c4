// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/whole_names.h"

#include <algorithm>

namespace morgue {
namespace {

constexpr std::uint32_t kLongestNickname = 2;  ///< in tokens

/// Without "Corp".
std::uint64_t letters_of(const TokenView& view, TokenRange tokens) {
  LettersHash letters;
  while (tokens.size() > 1 && view.word(tokens.end - 1).is(kLegalForm)) --tokens.end;
  for (std::uint32_t i = tokens.first; i < tokens.end; ++i) letters.append(view.word(i).hash);
  return letters.value;
}

bool is_and(const TokenView& view, std::uint32_t token) {
  return view.written(token) == "&" || view.written(token) == "and";
}

}  // namespace

void WholeNames::make(const SurfaceText& text, std::span<const TaggedName> tagged, WordBook& book,
                      std::vector<TaggedName>& whole) {
  whole.clear();
  TokenView view(text, book);
  organisations_.clear();
  for (const TaggedName& name : tagged) {
    if (name.kind != EntityKind::Organisation) continue;
    organisations_.find_or_add(letters_of(view, {name.first, name.last + 1}), 0);
  }
  std::uint32_t done = 0;  // tokens that names before have
  for (std::size_t i = 0; i < tagged.size(); ++i) {
    TaggedName name = tagged[i];
    if (name.first < done) continue;
    view.go_to(name.first);
    TokenRange tokens{name.first, name.last + 1};
    const bool first_name =
        tokens.size() == 1 && view.word(name.first).name_gender != Gender::Unknown;
    if (name.kind == EntityKind::Person || first_name) {
      tokens = around_nickname(view, tagged.subspan(i));
      if (tokens.end > name.last + 1) name.kind = EntityKind::Person;
    }
    if (name.kind == EntityKind::Organisation) {
      tokens = around_ampersand(view, tagged.subspan(i), done);
      tokens = in_angle_brackets(view, tokens, done);
    }
    const TokenRange firm = of_known_firm(view, tokens, std::max(done, view.sentence().first));
    if (!firm.empty()) {
      tokens = firm;
      name.kind = EntityKind::Organisation;
      name.confidence = 1;
    }
    name.first = tokens.first;
    name.last = tokens.end - 1;
    done = tokens.end;
    add(view, name, whole);
  }
}

/// Adds a name, or the two that it is.
void WholeNames::add(const TokenView& view, TaggedName name, std::vector<TaggedName>& whole) {
  const std::uint32_t joint =
      name.kind == EntityKind::Organisation ? joint_of(view, name) : name.last;
  if (joint == name.last) {
    whole.push_back(name);
    return;
  }
  TaggedName second = name;
  name.last = joint - 1;
  whole.push_back(name);
  second.first = joint + 1;
  const bool place = second.first == second.last;  // "Lowgate Bar Association and Pueblo"
  if (!place) whole.push_back(second);
}

/// The "and" between two organisations; the last token if there is none.
std::uint32_t WholeNames::joint_of(const TokenView& view, const TaggedName& name) {
  constexpr std::uint32_t kBody = kGenericTail | kBodyNoun | kLegalForm;
  for (std::uint32_t i = name.first + 1; i < name.last; ++i) {
    if (view.word(i).letters != "and" && view.word(i).letters != "y") continue;
    const TokenRange left{name.first, i};
    const TokenRange right{i + 1, name.last + 1};
    const auto is_body = [&](TokenRange part) {
      return part.size() > 1 && view.word(part.end - 1).is(kBody);
    };
    const auto is_tagged = [&](TokenRange part) {
      return organisations_.find(letters_of(view, part)) != nullptr;
    };
    if (is_tagged(left) && (is_tagged(right) || is_body(right))) return i;
    if (is_tagged(right) && right.size() > 1 && is_body(left)) return i;
    const bool place = right.size() == 1 && is_body(left) && view.word(i - 1).is(kBodyNoun) &&
                       !view.word(i + 1).is(kBody | kOtherBody);
    if (place) return i;
  }
  return name.last;
}

/// The first of the names; with the rest of it if it is of a person whose nickname parts the two.
TokenRange WholeNames::around_nickname(const TokenView& view,
                                       std::span<const TaggedName> tagged) const {
  const TokenRange tokens{tagged.front().first, tagged.front().last + 1};
  const std::uint32_t opening = tokens.end;
  const std::uint32_t end = view.sentence().end;
  if (opening + 2 >= end || !view.is_quote(opening) || view.is_possessive(opening)) return tokens;
  std::uint32_t closing = opening + 1;
  while (closing < end && closing - opening <= kLongestNickname && !view.is_quote(closing))
    ++closing;
  if (closing >= end || closing == opening + 1 || !view.is_quote(closing)) return tokens;
  if (!view.word(opening + 1).capitalised) return tokens;
  for (const TaggedName& next : tagged.subspan(1)) {
    if (next.first < closing) continue;
    const bool goes_on = next.first == closing + 1 && next.kind == EntityKind::Person;
    return goes_on ? TokenRange{tokens.first, next.last + 1} : tokens;
  }
  return tokens;
}

/// The first of the names, an organisation, with what "&" joins to it: capitalised words before,
/// the organisation or a word after.
TokenRange WholeNames::around_ampersand(const TokenView& view, std::span<const TaggedName> tagged,
                                        std::uint32_t begin) const {
  const TokenRange sentence = view.sentence();
  TokenRange tokens{tagged.front().first, tagged.front().last + 1};
  const auto is_part = [&](std::uint32_t i) {
    const NameWord& word = view.word(i);
    return word.capitalised && !word.is(kCalendar | kHonorific) && word.letters.size() > 1;
  };
  const std::uint32_t first = std::max(begin, sentence.first);
  if (tokens.first >= first + 2 && view.written(tokens.first - 1) == "&" &&
      is_part(tokens.first - 2)) {
    tokens.first -= 2;
    while (tokens.first > first + 1 && is_part(tokens.first - 1)) --tokens.first;
  }
  const bool joined = tokens.end + 1 < sentence.end && view.written(tokens.end) == "&";
  if (!joined || !is_part(tokens.end + 1)) return tokens;
  const bool next = tagged.size() > 1 && tagged[1].first == tokens.end + 1 &&
                    tagged[1].kind == EntityKind::Organisation;
  tokens.end = next ? tagged[1].last + 1 : tokens.end + 2;
  return tokens;
}

/// All that the angle brackets around an organisation hold, if it looks like its name.
TokenRange WholeNames::in_angle_brackets(const TokenView& view, TokenRange tokens,
                                         std::uint32_t begin) const {
  constexpr std::uint32_t kLongestFirm = 8;  // tokens
  const std::uint32_t front = std::max(begin, view.sentence().first);
  const auto is_part = [&](std::uint32_t i) {
    return view.word(i).capitalised || view.word(i).is(kLinkWord) || view.written(i) == "&";
  };
  TokenRange whole = tokens;
  while (whole.first > front && whole.size() < kLongestFirm && is_part(whole.first - 1)) {
    --whole.first;
  }
  const std::uint32_t end = view.sentence().end;
  while (whole.end < end && whole.size() < kLongestFirm && is_part(whole.end)) ++whole.end;
  // A sentence may begin behind the opening one.
  const bool bracketed = whole.first > begin && view.written(whole.first - 1) == "<" &&
                         whole.end < end && view.written(whole.end) == ">";
  return bracketed ? whole : tokens;
}

/// The tokens of a known firm that a name is part of; none where it is of none. `begin`: the first
/// token that may belong to it.
TokenRange WholeNames::of_known_firm(const TokenView& view, TokenRange tokens,
                                     std::uint32_t begin) const {
  const std::uint32_t end = view.sentence().end;
  TokenRange pair = tokens;
  if (tokens.end + 1 < end && is_and(view, tokens.end)) pair.end = tokens.end + 2;
  if (tokens.first >= begin + 2 && is_and(view, tokens.first - 1)) pair.first = tokens.first - 2;
  const auto with_possessive = [&](TokenRange name) {
    if (name.end < end && view.is_possessive(name.end)) ++name.end;
    return known_.keeps_possessive(letters_of(view, name)) ? name : TokenRange{};
  };
  const auto is_pair = [&](TokenRange name) { return known_.is_pair(letters_of(view, name)); };
  if (pair.size() == tokens.size()) return with_possessive(tokens);
  for (const TokenRange name :
       {TokenRange{pair.first, tokens.end}, TokenRange{tokens.first, pair.end}}) {
    if (const TokenRange whole = with_possessive(name); !whole.empty()) return whole;
    if (name.size() > tokens.size() && is_pair(name)) return name;
  }
  return {};
}

}  // namespace morgue
