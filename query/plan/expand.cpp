// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/expand.h"

#include <algorithm>
#include <set>

#include "common/index/term.h"
#include "common/text/stem.h"
#include "query/plan/pattern.h"

namespace morgue {
namespace {

/// 48211 as "48,211".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

/// The first terms after all prefixed ones: unprefixed words never begin with a capital.
constexpr std::string_view kAfterPrefixed = "[";

/// Calls `use(word, term frequency)` for every word that begins with `start`, in the space of terms
/// with this prefix, until it returns false.
template <class Use>
void for_each_word(const Xapian::Database& database, const std::string& prefix,
                   const std::string& start, Use use) {
  const std::string begin = prefix + start;
  const auto end = database.allterms_end(begin);
  for (auto it = database.allterms_begin(begin); it != end;) {
    const std::string term = *it;
    if (prefix.empty() && is_prefixed(term)) {
      it.skip_to(std::string(kAfterPrefixed));
      continue;
    }
    const bool whole_value = !prefix.empty() && term.compare(prefix.size(), 1, "=") == 0;
    if (!whole_value && !use(term.substr(prefix.size()), it.get_termfreq())) return;
    ++it;
  }
}

std::string list_some(const std::vector<std::string>& words, std::size_t some) {
  std::string list;
  for (std::size_t i = 0; i < std::min(words.size(), some); ++i) {
    list += (i == 0 ? "" : ", ") + words[i];
  }
  return words.size() > some ? list + ", ..." : list;
}

}  // namespace

std::vector<std::string> Expander::forms_of(const std::string& folded) const {
  std::set<std::string> forms;
  for (const std::string& lang : view_.languages) {
    const Stemmer stemmer(lang);
    const std::string stem = stemmer.stem(folded);
    const std::string key = stem_key(lang, stem);
    const auto end = view_.database.synonyms_end(key);
    for (auto it = view_.database.synonyms_begin(key); it != end; ++it) forms.insert(*it);
    // Forms that are their own stem are not listed.
    if (stemmer.stem(stem) == stem && view_.database.term_exists(stem)) forms.insert(stem);
  }
  forms.erase(folded);
  std::vector<std::string> all{folded};
  all.insert(all.end(), forms.begin(), forms.end());
  return all;
}

Result<ExpandedLeaf, QueryError> Expander::expand(const bound::Leaf& leaf,
                                                  const std::string& prefix) {
  switch (leaf.kind) {
    case bound::Leaf::Kind::Exact:
      return expand_exact(leaf, prefix);
    case bound::Leaf::Kind::Pattern:
      return expand_pattern(leaf, prefix);
    case bound::Leaf::Kind::Form:
      break;
    case bound::Leaf::Kind::Stemmed: {
      ExpandedLeaf expanded;
      expanded.mark.folded = forms_of(leaf.text);
      std::sort(expanded.mark.folded.begin(), expanded.mark.folded.end());
      for (const std::string& form : expanded.mark.folded) {
        expanded.terms.push_back(word_term(prefix, form));
      }
      return expanded;
    }
  }
  ExpandedLeaf expanded;
  expanded.terms.push_back(word_term(prefix, leaf.text));
  expanded.mark.folded.push_back(leaf.text);
  return expanded;
}

ExpandedLeaf Expander::expand_exact(const bound::Leaf& leaf, const std::string& prefix) const {
  ExpandedLeaf expanded;
  expanded.mark.folded.push_back(leaf.text);
  expanded.mark.exact = leaf.exact;
  expanded.scored = word_term(prefix, leaf.text);
  if (leaf.exact != leaf.text) {
    expanded.terms.push_back(exact_term(leaf.text, leaf.exact));
    return expanded;
  }
  // Written as folded: the positions of the word that no other way of writing it has.
  expanded.terms.push_back(expanded.scored);
  const std::string others = exact_terms_prefix(leaf.text);
  if (others.empty()) return expanded;
  const auto end = view_.database.allterms_end(others);
  for (auto it = view_.database.allterms_begin(others); it != end; ++it) {
    expanded.excluded.push_back(*it);
  }
  return expanded;
}

Result<ExpandedLeaf, QueryError> Expander::expand_pattern(const bound::Leaf& leaf,
                                                          const std::string& prefix) {
  ExpandedLeaf expanded;
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  for_each_word(view_.database, prefix, literal_start(leaf.text),
                [&](std::string word, Xapian::doccount articles) {
                  if (matches_pattern(leaf.text, word)) words.emplace_back(articles, word);
                  return true;
                });
  if (words.size() > max_expansions_) {
    std::sort(words.begin(), words.end(), std::greater<>());
    std::vector<std::string> commonest;
    for (std::size_t i = 0; i < 4; ++i) commonest.push_back(words[i].second);
    return QueryError{
        "Q110", leaf.span,
        "\"" + leaf.text + "\" stands for " + grouped(words.size()) + " words, over the limit of " +
            grouped(max_expansions_),
        "lengthen it, or raise --max-expansions; the commonest: " + list_some(commonest, 3)};
  }
  for (const auto& [articles, word] : words) {
    expanded.terms.push_back(word_term(prefix, word));
    expanded.mark.folded.push_back(word);
  }
  note_pattern(leaf, expanded.mark.folded);
  return expanded;
}

void Expander::note_pattern(const bound::Leaf& leaf, const std::vector<std::string>& words) {
  constexpr std::size_t kListed = 4;
  std::string message =
      leaf.text + " matched " + grouped(words.size()) + (words.size() == 1 ? " word" : " words");
  if (!words.empty()) message += ": " + list_some(words, kListed);
  if (words.size() > kListed) message += "   (--explain lists all)";
  const Note note{"N105", message};
  if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) notes_.push_back(note);
}

}  // namespace morgue
