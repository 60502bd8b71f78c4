// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mentions/unify_names.h"

#include <algorithm>
#include <array>

#include "common/mentions/written_name.h"
#include "common/text/capitals.h"

namespace morgue {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 6> kArticles{"the", "el", "la", "los", "las", "le"};
/// Small words that initials leave out.
constexpr std::array<std::string_view, 13> kSmall{"of", "the", "and", "for", "de", "del", "la",
                                                  "el", "los", "las", "y",   "e",  "para"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "c" or "c." of "claudia".
bool is_initial_of(std::string_view initial, std::string_view word) {
  if (initial.ends_with('.')) initial.remove_suffix(1);
  return initial.size() == 1 && word.starts_with(initial);
}

bool same_or_initial(const std::string& a, const std::string& b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a);
}

/// Whether a person called by the words of `longer` may be called by those of `shorter`.
bool is_form_of(const Words& shorter, const Words& longer) {
  if (shorter.empty() || shorter.size() > longer.size()) return false;
  if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) return true;
  if (shorter.size() < 2) return false;
  if (std::equal(shorter.begin(), shorter.end(), longer.begin())) return true;
  if (shorter.back() != longer.back() || !same_or_initial(shorter.front(), longer.front())) {
    return false;
  }
  std::size_t at = 1;  // those between, in order
  for (std::size_t i = 1; i + 1 < longer.size() && at + 1 < shorter.size(); ++i) {
    if (same_or_initial(shorter[at], longer[i])) ++at;
  }
  return at + 1 == shorter.size();
}

}  // namespace

NameUnifier::Name NameUnifier::analysed(EntityKind kind, std::string name) {
  Name result;
  result.kind = kind;
  const std::string ordered = kind == EntityKind::Person ? reading_order(name) : name;
  analyzer_.analyze(ordered, tokens_);
  const auto& tokens = tokens_.tokens();
  for (const Token& token : tokens) {
    if (!holds(kSmall, token.folded)) result.initials += token.folded.front();
    result.words.emplace_back(token.folded);
  }
  if (kind != EntityKind::Person && tokens.size() > 1 && holds(kArticles, tokens[0].folded)) {
    result.words.erase(result.words.begin());
  }
  if (result.words.size() == 1) {
    const Capitals capitals = capitals_of(tokens.back().exact);
    result.in_capitals = capitals.any_capital && !capitals.any_small;
  }
  result.name = std::move(name);
  return result;
}

bool NameUnifier::fits(const Name& known, const Name& name) {
  switch (name.kind) {
    case EntityKind::Person:
      return is_form_of(name.words, known.words) || is_form_of(known.words, name.words);
    case EntityKind::Organisation: {
      const auto stands_for = [](const Name& acronym, const Name& whole) {
        if (!acronym.in_capitals || whole.words.size() < 2) return false;
        std::string letters = acronym.words.front();
        std::erase(letters, '.');
        return letters.size() > 1 && letters == whole.initials;
      };
      return stands_for(name, known) || stands_for(known, name);
    }
    default:
      return false;
  }
}

/// The known name of the same entity, or null. `fresh` are all names of the same source.
const NameUnifier::Name* NameUnifier::same_entity(const Name& name,
                                                  const std::vector<Name>& fresh) const {
  const Name* found = nullptr;
  bool several = false;
  for (const Name& known : known_) {
    if (known.kind != name.kind) continue;
    if (known.words == name.words) return &known;
    if (!fits(known, name)) continue;
    several = several || found != nullptr;
    found = &known;
  }
  if (found == nullptr || several) return nullptr;
  if (found->words.size() >= name.words.size()) return found;
  // A short name that was given, "Clinton", is that of nobody when two are called so.
  const bool of_another = std::any_of(fresh.begin(), fresh.end(), [&](const Name& other) {
    return other.kind == name.kind && other.words.size() > found->words.size() &&
           fits(*found, other) && other.words != name.words && !fits(other, name);
  });
  return of_another ? nullptr : found;
}

std::vector<NameUnifier::Name> NameUnifier::names_by(MentionSource source,
                                                     const std::vector<PlacedMention>& mentions) {
  std::vector<Name> names;
  for (const auto& [mention, first, last] : mentions) {
    if (mention.source != source || mention.kind == EntityKind::Misc) continue;
    const bool met =
        std::any_of(names.begin(), names.end(), [&mention = mention](const Name& name) {
          return name.kind == mention.kind && name.name == mention.name;
        });
    if (!met) names.push_back(analysed(mention.kind, mention.name));
  }
  return names;
}

void NameUnifier::unify(const std::vector<Given>& given, std::vector<PlacedMention>& mentions) {
  known_.clear();
  for (const auto& [kind, name] : given) known_.push_back(analysed(kind, name));
  for (const MentionSource source :
       {MentionSource::Import, MentionSource::WatchList, MentionSource::Model}) {
    if (known_.empty() && source == MentionSource::Model) return;  // nothing to be called by
    const std::vector<Name> fresh = names_by(source, mentions);
    std::vector<Name> others;
    for (const Name& name : fresh) {
      const Name* same = same_entity(name, fresh);
      if (same == nullptr) {
        others.push_back(name);
        continue;
      }
      if (same->name == name.name) continue;
      for (auto& [mention, first, last] : mentions) {
        const bool is_it = mention.source == source && mention.kind == name.kind;
        if (is_it && mention.name == name.name) mention.name = same->name;
      }
    }
    std::move(others.begin(), others.end(), std::back_inserter(known_));
  }
}

}  // namespace morgue
