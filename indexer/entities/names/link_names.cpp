// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/link_names.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "common/text/capitals.h"
#include "indexer/entities/names/person_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {
namespace {

/// Names in capitals of so many letters, or fewer, may be other than the same word as a name.
constexpr std::size_t kLongestAcronym = 6;

/// The words between any of some marks.
template <class Use>
void for_each_word(std::string_view name, std::string_view marks, Use use) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of(marks), name.size());
    if (end > 0) use(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
}

/// One for all names that are written with the same words; empty for names without letters.
std::string spelling_key(const Name& name) {
  std::string key;
  std::size_t words = 0;
  for_each_word(name.text, " -", [&](std::string_view word) {
    const std::string letters = letters_of(word);
    if (letters.empty()) return;
    key += letters + ' ';
    ++words;
  });
  if (key.empty()) return key;
  const Capitals capitals = capitals_of(name.text);
  const bool acronym = words == 1 && name.kind != EntityKind::Person && !capitals.any_small &&
                       key.size() <= kLongestAcronym + 1;
  return key + (acronym ? '!' : ' ') + std::string(name_of(name.kind));
}

/// Higher is better to read.
int readability(std::string_view name) {
  const Capitals capitals = capitals_of(name);
  return (capitals.any_capital ? 1 : 0) + (capitals.any_capital && capitals.any_small ? 1 : 0);
}

/// Names that differ in how they are written alone.
struct Spellings {
  Name shown;
  std::vector<std::string> others;
  std::uint64_t articles = 0;  ///< of all of them
};

std::vector<Spellings> by_spelling(const std::vector<NameCount>& counts) {
  std::unordered_map<std::string, std::vector<const NameCount*>> same;
  for (const NameCount& count : counts) {
    std::string key = spelling_key(count.name);
    if (!key.empty()) same[std::move(key)].push_back(&count);
  }
  std::vector<Spellings> all;
  all.reserve(same.size());
  for (auto& [key, names] : same) {
    const auto rank = [](const NameCount* one) {
      return std::tuple(-readability(one->name.text), ~one->articles,
                        std::string_view(one->name.text));
    };
    std::sort(names.begin(), names.end(),
              [&](const NameCount* a, const NameCount* b) { return rank(a) < rank(b); });
    Spellings& spellings = all.emplace_back();
    spellings.shown = names.front()->name;
    for (const NameCount* name : names) {
      spellings.articles += name->articles;
      if (name != names.front()) spellings.others.push_back(name->name.text);
    }
  }
  return all;
}

/// Finds the full names that bare ones stand for.
class Surnames {
 public:
  explicit Surnames(const std::vector<Spellings>& names) : names_(names) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      people_.push_back(names[i].shown.kind == EntityKind::Person ? read(names[i].shown.text)
                                                                  : Units{});
    }
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
      if (people_[i].size() < 2) continue;
      for (const NameUnit& unit : units_of(i).units) {
        std::vector<std::uint32_t>& bearers = bearers_[unit.bare];
        if (bearers.empty() || bearers.back() != i) bearers.push_back(i);
      }
    }
  }

  struct Found {
    const Spellings* full = nullptr;  ///< null: it is a name of its own
    bool clear = false;               ///< others hardly ever bear it
  };

  Found find(std::uint32_t bare) const {
    const PersonName name = units_of(bare);
    if (name.units.empty() || name.generation != 0) return {};
    // By "Paul" alone nobody is named, though it is a surname too.
    if (name.units.front().gender != Gender::Unknown || name.units.front().initial) return {};
    const auto bearers = bearers_.find(name.units.back().bare);
    if (bearers == bearers_.end()) return {};
    const Spellings* commonest = nullptr;
    PersonName meant;
    std::vector<std::uint32_t> possible;
    for (const std::uint32_t other : bearers->second) {
      const ShortFit fit = fit_of(name, units_of(other));
      if (other == bare || fit == ShortFit::None) continue;
      possible.push_back(other);
      if (fit == ShortFit::FirstName) continue;
      if (commonest == nullptr || comes_before(names_[other], *commonest)) {
        commonest = &names_[other];
        meant = units_of(other);
      }
    }
    if (commonest == nullptr) return {};
    return {commonest, is_clear(*commonest, meant, possible)};
  }

 private:
  struct Units {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    SpellingId generation = 0;

    std::uint32_t size() const { return end - begin; }
  };

  bool is_clear(const Spellings& commonest, const PersonName& meant,
                const std::vector<std::uint32_t>& possible) const {
    std::uint64_t articles = 0;
    std::uint64_t others = 0;  // of names that are no slips
    std::uint64_t most = 0;
    for (const std::uint32_t one : possible) {
      const std::uint64_t here = names_[one].articles;
      if (&names_[one] == &commonest || can_be_same(meant, units_of(one))) {
        articles += here;
      } else {
        others += here >= kLeastArticles ? here : 0;
        most = std::max(most, here);
      }
    }
    return articles >= kLeastArticles && articles >= kLeastRatio * most &&
           static_cast<double>(articles) >= kLeastShare * static_cast<double>(articles + others);
  }

  static bool comes_before(const Spellings& a, const Spellings& b) {
    return std::tuple(~a.articles, std::string_view(a.shown.text)) <
           std::tuple(~b.articles, std::string_view(b.shown.text));
  }

  /// No units for what is not a person's name, or is one in a way that is not read: "Mrs.
  /// Thatcher", "king-fahd", "Sara Lee Corp".
  Units read(std::string_view name) {
    words_.clear();
    bool plain = readability(name) > 0 || name.find_first_of(" -") == name.npos;
    for_each_word(name, " ", [&](std::string_view word) {
      const WordId id = book_.find_or_add(word);
      if (book_[id].is(kLegalForm) || (words_.empty() && book_[id].is(kHonorific))) plain = false;
      words_.push_back({id, false});
    });
    Units read{static_cast<std::uint32_t>(units_.size()), 0, 0};
    if (plain) read.generation = read_units(words_, book_, units_);
    read.end = static_cast<std::uint32_t>(units_.size());
    return read;
  }

  PersonName units_of(std::uint32_t name) const {
    const Units& place = people_[name];
    return {std::span(units_).subspan(place.begin, place.size()), place.generation};
  }

  const std::vector<Spellings>& names_;
  WordBook book_{common_first_names()};
  std::vector<NamePart> words_;
  std::vector<NameUnit> units_;
  std::vector<Units> people_;
  std::unordered_map<SpellingId, std::vector<std::uint32_t>> bearers_;
};

}  // namespace

std::vector<NameLink> link_names(const std::vector<NameCount>& counts) {
  const std::vector<Spellings> names = by_spelling(counts);
  const Surnames surnames(names);
  std::vector<NameLink> links;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const Surnames::Found found = surnames.find(i);
    const std::string& shown = found.clear ? found.full->shown.text : names[i].shown.text;
    if (found.full != nullptr) links.push_back({names[i].shown, shown});
    for (const std::string& other : names[i].others) {
      links.push_back({{names[i].shown.kind, other}, shown});
    }
  }
  // "López" may lead to "López Obrador", which is itself bare: the link goes all the way.
  std::map<Name, std::string> target;
  for (const NameLink& link : links) {
    if (!link.stays_apart()) target.emplace(link.stored, link.shown);
  }
  for (NameLink& link : links) {
    for (auto next = target.find({link.stored.kind, link.shown}); next != target.end();
         next = target.find({link.stored.kind, link.shown})) {
      link.shown = next->second;
    }
  }
  std::sort(links.begin(), links.end());
  return links;
}

}  // namespace morgue
