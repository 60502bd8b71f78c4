// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/query_text.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace morgue {
namespace {

constexpr std::string_view kQuerySigns = "\"():*?~^=<>[]{}|&!\\/+_";
constexpr std::array<std::string_view, 6> kOperators{"AND", "OR", "NOT", "XOR", "TO", "NEAR"};

bool is_plain_word(const std::string& word) {
  return word.front() != '-' && word.find_first_of(kQuerySigns) == word.npos &&
         word.find("..") == word.npos &&
         std::find(kOperators.begin(), kOperators.end(), word) == kOperators.end();
}

/// Two or more words, and nothing else that means something in a query.
bool is_phrase_candidate(const std::string& text) {
  std::istringstream in(text);
  std::size_t count = 0;
  for (std::string word; in >> word; ++count) {
    if (!is_plain_word(word)) return false;
  }
  return count > 1;
}

/// The length of a field's name with its colon at the start of a word; 0 when there is none.
std::size_t field_prefix(const std::string& word) {
  const std::size_t colon = word.find(':');
  if (colon == word.npos || colon == 0) return 0;
  const bool is_name =
      std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
      });
  return is_name && word.size() > colon + 1 && word[colon + 1] != ' ' ? colon + 1 : 0;
}

}  // namespace

QueryText join_words(const std::vector<std::string>& words, bool literal) {
  QueryText query;
  for (const std::string& word : words) {
    if (!query.text.empty()) query.text += ' ';
    const std::size_t prefix = field_prefix(word);
    const std::string value = word.substr(prefix);
    if (literal || words.size() == 1 || !is_phrase_candidate(value)) {
      query.text += word;
      continue;
    }
    const std::string phrase = word.substr(0, prefix) + '"' + value + '"';
    query.text += phrase;
    query.notes.push_back({"N121", "read as the phrase " + phrase +
                                       ", since the words came as one argument; for the words "
                                       "anywhere, give them apart"});
  }
  return query;
}

QueryText query_of(const Options& options) {
  const bool foreign = options.query.syntax != Syntax::Morgue;
  return join_words(options.words, options.query.literal || foreign);
}

SearchRequest request_of(const Options& options, const QueryText& query) {
  SearchRequest request;
  request.query = query.text;
  request.syntax = options.query.syntax;
  request.facets = options.facet.facets;
  request.counted_copies = options.facet.counted.value_or(CountedCopies::All);
  request.listed_copies = options.copies.listed.value_or(ListedCopies::All);
  request.any = options.query.any;
  request.literal = options.query.literal;
  request.strict_mixes = options.query.strict;
  request.lenient = options.query.lenient;
  request.exact_case = options.query.exact_case;
  request.exact_accents = options.query.exact_accents;
  request.max_expansions = options.query.max_expansions;
  return request;
}

}  // namespace morgue
