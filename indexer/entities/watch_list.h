// SPDX-License-Identifier: GPL-3.0-or-later
// A user's list of names to look for.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article/mention.h"
#include "common/text/analyzer.h"

namespace morgue {

/// One entry of a list.
struct WatchedName {
  EntityKind kind = EntityKind::Person;
  std::string facet;  ///< a type of the user's own: "company"; its kind is Misc
  std::string name;
  std::vector<std::string> aliases;
  bool any_case = false;   ///< found in small letters too, though written with capitals here
  std::uint64_t line = 0;  ///< of the list, for errors
};

/// Finds names and aliases by their words, folded. Of one written with capitals a word of the text
/// must have a capital too; the last word may have a possessive. Takes the same time for ten
/// names and for ten thousand. Immutable: threads may share one.
class WatchList {
 public:
  using Errors = std::vector<std::pair<std::uint64_t, std::string>>;  ///< line, what is wrong

  /// `errors` gets each form without a word, and each that stands for two entities of one type, or
  /// for two of people, organisations and places.
  WatchList(const std::vector<WatchedName>& names, Errors& errors);

  bool empty() const { return names_.empty(); }

  /// The types of the user's own.
  std::vector<std::string> facets() const;

  /// Appends the mentions in one part of the article, of which `tokens` are those of `text`: the
  /// longest at each place, none overlapping another but those of other types of the user's own.
  void find(TextPart part, std::string_view text, const std::vector<Token>& tokens,
            std::vector<Mention>& mentions) const;

 private:
  using WordNo = std::uint32_t;
  using Node = std::uint32_t;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  /// A form that ends at a node.
  struct Ending {
    std::size_t facet;  ///< number of its facet
    std::size_t name;
    bool capital_needed;
  };
  /// The longest form of a facet that begins at a token.
  struct Found {
    const Ending* ending = nullptr;
    std::size_t last = 0;
    std::string_view last_word;
  };

  void add_form(std::size_t name, std::string_view form, bool any_case, Errors& errors);
  std::size_t number_of(const std::string& facet);
  Node step(Node node, std::string_view word) const;
  bool begins_a_form(std::string_view word) const;
  void walk(const std::vector<Token>& tokens, std::size_t at, std::vector<Found>& found) const;

  Analyzer analyzer_;  ///< of the constructor alone
  TokenList tokens_;
  std::vector<WatchedName> names_;
  std::vector<std::string> facets_;  ///< "" for people, organisations and places
  std::unordered_map<std::string, WordNo, Hash, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, Node> steps_;  ///< by node and word
  std::vector<std::vector<Ending>> endings_;       ///< by node; the first is the root
};

}  // namespace morgue
