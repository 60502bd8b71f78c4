// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/name_suggestions.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>

#include "common/text/analyzer.h"
#include "query/run/entity_values.h"

namespace morgue {
namespace {

constexpr std::array<std::string_view, 9> kEvidence{"same letters", "swapped",  "initials",
                                                    "longer form",  "surname",  "acronym",
                                                    "legal form",   "spelling", "other kind"};

constexpr std::array<std::string_view, 8> kArticles{"the", "el", "la", "los",
                                                    "las", "o",  "le", "a"};
constexpr std::array<std::string_view, 12> kSmallWords{"of", "the", "and", "for", "de",  "del",
                                                       "la", "el",  "y",   "los", "las", "para"};
constexpr std::array<std::string_view, 13> kLegalForms{
    "inc",         "corp", "co", "ltd", "llc",  "plc",    "company",
    "corporation", "sa",   "ag", "nv",  "gmbh", "limited"};

/// A bare surname is put down to the commonest full name when it has so much of their articles.
constexpr double kSurnameShare = 0.8;
/// The same name of another kind is a slip when it is so much rarer.
constexpr std::uint64_t kSlipRatio = 5;
/// So many of the commonest names that share a word are compared.
constexpr std::size_t kMostCompared = 300;

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

using Words = std::vector<std::string>;

struct NameCandidate {
  EntityRow row;
  Words words;           // folded; "Sheinbaum, Claudia" has them swapped
  bool swapped = false;  // there was a comma
};

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Words without_article(Words words) {
  if (words.size() > 1 && contains(kArticles, words.front())) words.erase(words.begin());
  return words;
}

Words without_legal_form(Words words) {
  while (words.size() > 1 && contains(kLegalForms, words.back())) words.pop_back();
  return words;
}

std::string initials(const Words& words) {
  std::string letters;
  for (const std::string& word : words) {
    if (!contains(kSmallWords, word)) letters += word.front();
  }
  return letters;
}

bool is_initial_of(const std::string& initial, const std::string& word) {
  return initial.size() == 1 && word.size() > 1 && word.front() == initial.front();
}

/// Whether `few` can be had from `many` by leaving words out, or cutting them to initials.
bool abbreviates(const Words& few, const Words& many, bool& cut) {
  std::size_t at = 0;
  for (const std::string& word : few) {
    while (at < many.size() && many[at] != word && !is_initial_of(word, many[at])) ++at;
    if (at == many.size()) return false;
    cut = cut || many[at] != word;
    ++at;
  }
  return true;
}

/// Whether one letter more, less or other makes the one word the other.
bool differ_by_one(const std::string& a, const std::string& b) {
  if (a.size() > b.size()) return differ_by_one(b, a);
  if (b.size() - a.size() > 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  if (a.size() == b.size()) return in_a != a.end() && std::equal(in_a + 1, a.end(), in_b + 1);
  return std::equal(in_a, a.end(), in_b + 1);
}

/// What speaks for two people's names meaning one person; `same` is the rarer name.
std::optional<NameEvidence> compare_people(const NameCandidate& shown, const NameCandidate& same) {
  const Words& a = shown.words;
  const Words& b = same.words;
  if (a.size() < 2 || b.size() < 2) return std::nullopt;
  const bool same_surname = a.back() == b.back();
  bool cut = false;
  const bool same_first = a.front() == b.front() || is_initial_of(a.front(), b.front()) ||
                          is_initial_of(b.front(), a.front());
  if (same_first && a != b) {
    const bool shorter = b.size() <= a.size() && abbreviates(b, a, cut);
    const bool longer = !shorter && a.size() <= b.size() && abbreviates(a, b, cut);
    if ((shorter || longer) && (same_surname || (!cut && a.front() == b.front()))) {
      return cut ? NameEvidence::Initials : NameEvidence::LongerForm;
    }
  }
  constexpr std::size_t kLongEnough = 6;
  const bool near_surname = a.size() == b.size() && !same_surname &&
                            std::equal(a.begin(), a.end() - 1, b.begin()) &&
                            a.back().size() >= kLongEnough && differ_by_one(a.back(), b.back());
  if (near_surname) return NameEvidence::Spelling;
  return std::nullopt;
}

class Suggester {
 public:
  Suggester(const Selection& selection, const EntityListRequest& request) : selection_(selection) {
    for (EntityRow& row : list_entities(selection, request)) add(std::move(row));
  }

  std::vector<NameSuggestion> suggest() {
    by_letters();
    people();
    groups();
    other_kinds();
    std::vector<NameSuggestion> all;
    for (const auto& [same, best] : best_) {
      all.push_back({candidates_[best.first].row, candidates_[same].row, 0, best.second});
    }
    count_together(all);
    std::sort(all.begin(), all.end(), [](const NameSuggestion& a, const NameSuggestion& b) {
      return std::tuple(b.same.articles, a.shown.name, a.same.name) <
             std::tuple(a.same.articles, b.shown.name, b.same.name);
    });
    return all;
  }

 private:
  using Index = std::map<std::pair<EntityKind, std::string>, std::vector<std::size_t>>;

  void add(EntityRow row) {
    NameCandidate candidate{std::move(row), {}, false};
    const std::string& text = candidate.row.name.text;
    const std::size_t comma = text.find(", ");
    candidate.swapped = comma != text.npos && candidate.row.name.kind == EntityKind::Person;
    const std::string turned =
        candidate.swapped ? text.substr(comma + 2) + ' ' + text.substr(0, comma) : text;
    analyzer_.analyze(turned, tokens_);
    for (const Token& token : tokens_.tokens()) {
      if (!token.folded.empty()) candidate.words.emplace_back(token.folded);
    }
    if (!candidate.words.empty()) candidates_.push_back(std::move(candidate));
  }

  /// Keeps for each alias the first, which is the commonest, name it may mean.
  void propose(std::size_t one, std::size_t other, NameEvidence evidence) {
    const auto [shown, same] = std::minmax(one, other);  // the commoner comes first
    if (shown == same) return;
    const auto root = best_.find(shown);
    const std::size_t target = root == best_.end() ? shown : root->second.first;
    if (target != same) best_.emplace(same, std::pair(target, evidence));
  }

  template <class Key>
  Index index(Key key) const {
    Index index;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const std::string text = key(candidates_[i]);
      if (!text.empty()) index[{candidates_[i].row.name.kind, text}].push_back(i);
    }
    return index;
  }

  void by_letters() {
    for (const auto& [key, same] : index([](const NameCandidate& candidate) {
           return joined(candidate.row.name.kind == EntityKind::Person
                             ? candidate.words
                             : without_article(candidate.words));
         })) {
      for (const std::size_t other : same) {
        const bool swapped = candidates_[same.front()].swapped != candidates_[other].swapped;
        propose(same.front(), other, swapped ? NameEvidence::Swapped : NameEvidence::SameLetters);
      }
    }
  }

  void people() {
    const auto person = [](const NameCandidate& candidate) {
      return candidate.row.name.kind == EntityKind::Person;
    };
    compare_all(index([&](const NameCandidate& c) { return person(c) ? c.words.back() : ""; }));
    compare_all(index([&](const NameCandidate& c) { return person(c) ? c.words.front() : ""; }));
    surnames(index([&](const NameCandidate& c) { return person(c) ? c.words.back() : ""; }));
  }

  void compare_all(const Index& index) {
    for (const auto& [key, names] : index) {
      const std::size_t number = std::min(names.size(), kMostCompared);
      for (std::size_t i = 0; i < number; ++i) {
        for (std::size_t j = i + 1; j < number; ++j) {
          const auto evidence = compare_people(candidates_[names[i]], candidates_[names[j]]);
          if (evidence) propose(names[i], names[j], *evidence);
        }
      }
    }
  }

  void surnames(const Index& by_surname) {
    for (const auto& [key, names] : by_surname) {
      std::uint64_t all = 0;
      std::optional<std::size_t> bare;
      std::optional<std::size_t> commonest;
      for (const std::size_t name : names) {
        if (candidates_[name].words.size() == 1) {
          if (!bare) bare = name;
          continue;
        }
        if (!commonest) commonest = name;
        const auto other = best_.find(name);
        const bool is_commonest =
            name == *commonest || (other != best_.end() && other->second.first == *commonest);
        all += candidates_[name].row.articles;
        if (is_commonest) of_commonest_ += candidates_[name].row.articles;
      }
      const bool clear =
          bare && commonest &&
          static_cast<double>(of_commonest_) >= kSurnameShare * static_cast<double>(all);
      of_commonest_ = 0;
      if (clear) best_.emplace(*bare, std::pair(*commonest, NameEvidence::Surname));
    }
  }

  void groups() {
    const auto others = [](const NameCandidate& candidate, const std::string& key) {
      return candidate.row.name.kind == EntityKind::Person ? std::string() : key;
    };
    for (const auto& [key, same] : index([&](const NameCandidate& candidate) {
           return others(candidate, joined(without_legal_form(without_article(candidate.words))));
         })) {
      for (const std::size_t other : same) propose(same.front(), other, NameEvidence::LegalForm);
    }
    const Index by_initials = index([&](const NameCandidate& candidate) {
      const bool several = without_article(candidate.words).size() > 1;
      return several ? others(candidate, initials(without_article(candidate.words))) : "";
    });
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const Words words = without_article(candidates_[i].words);
      if (words.size() != 1 || words.front().size() < 2) continue;
      const auto full = by_initials.find({candidates_[i].row.name.kind, words.front()});
      if (full != by_initials.end() && is_acronym(candidates_[i].row.name.text)) {
        best_.emplace(i, std::pair(full->second.front(), NameEvidence::Acronym));
      }
    }
  }

  static bool is_acronym(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  void other_kinds() {
    std::map<std::string, std::vector<std::size_t>> by_text;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      by_text[joined(candidates_[i].words)].push_back(i);
    }
    for (const auto& [text, names] : by_text) {
      for (const std::size_t name : names) {
        const NameCandidate& main = candidates_[names.front()];
        const bool slip = main.row.name.kind != candidates_[name].row.name.kind &&
                          main.row.articles >= kSlipRatio * candidates_[name].row.articles;
        if (slip) best_.emplace(name, std::pair(names.front(), NameEvidence::OtherKind));
      }
    }
  }

  void count_together(std::vector<NameSuggestion>& all) const {
    std::map<std::pair<Name, Name>, std::uint64_t*> wanted;
    std::map<Name, std::vector<Name>> partners;
    for (NameSuggestion& one : all) {
      wanted.emplace(std::pair(one.shown.name, one.same.name), &one.articles_together);
      partners[one.same.name].push_back(one.shown.name);
    }
    for (const Xapian::docid article : selection_.articles) {
      const Xapian::Document document = selection_.view().database.get_document(article);
      std::vector<Name> names;
      for (const EntityKind kind : kinds_or_all({})) {
        const auto found = names_in(document, kind, selection_.view().names());
        names.insert(names.end(), found.begin(), found.end());
      }
      for (const Name& same : names) {
        const auto known = partners.find(same);
        if (known == partners.end()) continue;
        for (const Name& shown : known->second) {
          if (contains_name(names, shown)) ++*wanted.at({shown, same});
        }
      }
    }
  }

  static bool contains_name(const std::vector<Name>& names, const Name& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  const Selection& selection_;
  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<NameCandidate> candidates_;                             // the commonest first
  std::map<std::size_t, std::pair<std::size_t, NameEvidence>> best_;  // alias to name
  std::uint64_t of_commonest_ = 0;
};

}  // namespace

std::string_view name_of(NameEvidence evidence) {
  return kEvidence[static_cast<std::size_t>(evidence)];
}

std::vector<NameSuggestion> suggest_names(const Selection& selection,
                                          const EntityListRequest& request) {
  return Suggester(selection, request).suggest();
}

}  // namespace morgue
