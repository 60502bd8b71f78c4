// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text mentions the names its article was given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/analyzer.h"

namespace morgue {

/// Finds the people, organisations and places of one article's own metadata in its text: by their
/// full names; people also by the first two or more words of the name and by its last ones, when
/// those are written with a capital letter and no other name of the article has them too
/// ("Claudia Sheinbaum Pardo": "Claudia Sheinbaum", "Sheinbaum Pardo", "Pardo"). "Family, Given" is
/// read as "Given Family". Single-threaded; reuse it.
class MentionFinder {
 public:
  enum class Kind { Person, Other };

  /// Forgets all names.
  void clear();

  /// A name, and the term under which its mentions are to be found.
  void add(std::string_view name, Kind kind, std::string term);

  /// Calls `use(term, first, last)` for each mention, numbers of tokens; the longest at each place,
  /// none overlapping another.
  template <class Use>
  void find(const std::vector<Token>& tokens, Use use) const {
    if (names_.empty()) return;
    for (std::size_t at = 0; at < tokens.size();) {
      const Found found = longest_at(tokens, at);
      if (found.length == 0) {
        ++at;
        continue;
      }
      use(names_[found.name].term, at, at + found.length - 1);
      at += found.length;
    }
  }

 private:
  struct Name {
    std::string term;
    std::vector<std::string> words;
    Kind kind;
  };
  /// A run of words that stands for a name.
  struct Form {
    std::size_t name;
    std::size_t begin, end;  ///< of the name's words
    bool capital_needed;
  };
  struct Found {
    std::size_t name = 0;
    std::size_t length = 0;
  };

  void add_form(std::size_t name, std::size_t begin, std::size_t end);
  Found longest_at(const std::vector<Token>& tokens, std::size_t at) const;
  bool stands_at(const Form& form, const std::vector<Token>& tokens, std::size_t at) const;
  bool is_ambiguous(const Form& form) const;

  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::vector<Form>> forms_;  ///< by first word
};

}  // namespace morgue
