// SPDX-License-Identifier: GPL-3.0-or-later
// Where a text mentions the names its article was given.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article/mention.h"
#include "common/text/analyzer.h"

namespace morgue {

/// Finds the people, organisations and places of one article's own metadata in its text: by their
/// full names; people also by the first two or more words of the name and by its last ones, when
/// those are written with a capital letter and no other name of the article has them too
/// ("Claudia Sheinbaum Pardo": "Claudia Sheinbaum", "Sheinbaum Pardo", "Pardo"). "Family, Given" is
/// read as "Given Family"; the last word may have a possessive. Single-threaded; reuse it.
class MentionFinder {
 public:
  /// Forgets all names.
  void clear();

  void add(EntityKind kind, std::string name);

  bool empty() const { return names_.empty(); }

  /// Appends the mentions in one part of the article, in its order; the longest at each place, none
  /// overlapping another. `tokens` are those of `text`.
  void find(TextPart part, std::string_view text, const std::vector<Token>& tokens,
            std::vector<Mention>& mentions) const;

 private:
  struct Name {
    EntityKind kind;
    std::string name;
    std::vector<std::string> words;
  };
  /// A run of words that stands for a name.
  struct Form {
    std::size_t name;
    std::size_t begin, end;  ///< of the name's words
    bool capital_needed;
  };
  struct Found {
    const Form* form = nullptr;
    std::size_t length = 0;
  };

  void add_form(std::size_t name, std::size_t begin, std::size_t end);
  Found longest_at(const std::vector<Token>& tokens, std::size_t at) const;
  void look_up(std::string_view first_word, const std::vector<Token>& tokens, std::size_t at,
               Found& longest) const;
  bool stands_at(const Form& form, const std::vector<Token>& tokens, std::size_t at) const;
  bool is_ambiguous(const Form& form) const;

  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Name> names_;
  std::unordered_map<std::string_view, std::vector<Form>> forms_;  ///< by first word
};

}  // namespace morgue
