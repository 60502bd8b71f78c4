// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/expand.h"

#include <algorithm>
#include <set>

#include "common/index/term.h"
#include "common/text/capitals.h"
#include "common/text/fold.h"
#include "common/text/stem.h"
#include "query/plan/form_matcher.h"

namespace morgue {
namespace {

/// 48211 as "48,211".
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

/// Calls `use(word, term frequency)` for every word that begins with `start`, in the space of terms
/// with this prefix.
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
    if (!whole_value) use(term.substr(prefix.size()), it.get_termfreq());
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

/// Whether a way of writing a word is one that a leaf allows.
bool is_written(const bound::Leaf& leaf, std::string_view written) {
  if ((leaf.written & bound::kAsTyped) != 0 && written != leaf.exact) return false;
  if ((leaf.written & bound::kSameCase) != 0 &&
      without_accents(written) != without_accents(leaf.exact)) {
    return false;
  }
  if ((leaf.written & bound::kSameAccents) != 0 &&
      without_capitals(written) != without_capitals(leaf.exact)) {
    return false;
  }
  const Capitals capitals = capitals_of(written);
  if ((leaf.written & bound::kWithCapitals) != 0 && !capitals.any_capital) return false;
  if ((leaf.written & bound::kNoCapitals) != 0 && capitals.any_capital) return false;
  const bool all = capitals.any_capital && !capitals.any_small;
  return (leaf.written & bound::kAllCapitals) == 0 || all;
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
    const auto more = view_.more_forms.find(key);
    if (more != view_.more_forms.end()) forms.insert(more->second.begin(), more->second.end());
    // Forms that are their own stem are not listed.
    if (stemmer.stem(stem) == stem && view_.database.term_exists(stem)) forms.insert(stem);
  }
  forms.erase(folded);
  std::vector<std::string> all{folded};
  all.insert(all.end(), forms.begin(), forms.end());
  return all;
}

Result<std::vector<std::string>, QueryError> Expander::forms_of(const bound::Leaf& leaf,
                                                                const std::string& prefix) {
  using Kind = bound::Leaf::Kind;
  if (leaf.kind == Kind::Form) return std::vector<std::string>{leaf.text};
  if (leaf.kind == Kind::Stemmed) return forms_of(leaf.text);
  const auto matcher = make_matcher(leaf);
  if (!matcher) return matcher.error();
  std::vector<std::pair<Xapian::doccount, std::string>> words;
  for_each_word(view_.database, prefix, matcher->start,
                [&](std::string word, Xapian::doccount articles) {
                  if (matcher->matches(word)) words.emplace_back(articles, std::move(word));
                });
  if (words.size() > max_expansions_) return too_many(leaf, std::move(words));
  std::vector<std::string> forms;
  for (auto& [articles, word] : words) forms.push_back(std::move(word));
  note_pattern(leaf, forms);
  return forms;
}

Result<ExpandedPlace, QueryError> Expander::expand(const bound::Place& place,
                                                   const std::string& prefix) {
  ExpandedPlace expanded;
  for (const bound::Leaf& leaf : place) {
    auto forms = forms_of(leaf, prefix);
    if (!forms) return forms.error();
    for (std::string& form : *forms) {
      std::string term = word_term(prefix, form);
      if (leaf.written == bound::kAnyWay) {
        expanded.terms.push_back(std::move(term));
      } else {
        expanded.scored.push_back(std::move(term));
        add_written(leaf, form, expanded);
      }
      expanded.forms.push_back(std::move(form));
    }
  }
  for (auto* list : {&expanded.terms, &expanded.excluded, &expanded.scored, &expanded.forms}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
  return expanded;
}

// Terms have the ways of writing a word that are not the folded one; the folded one is where the
// word stands and none of those does.
void Expander::add_written(const bound::Leaf& leaf, const std::string& form,
                           ExpandedPlace& out) const {
  const bool only_as_typed = leaf.written == bound::kAsTyped && leaf.exact != form;
  if (only_as_typed) {
    out.terms.push_back(exact_term(form, leaf.exact));
    return;
  }
  const bool folded_too = is_written(leaf, form);
  if (folded_too) out.terms.push_back(word_term("", form));
  const std::string others = exact_terms_prefix(form);
  if (others.empty()) return;
  const auto end = view_.database.allterms_end(others);
  for (auto it = view_.database.allterms_begin(others); it != end; ++it) {
    const std::string term = *it;
    const std::string written = written_form(form, term);
    if (!written.empty() && is_written(leaf, written)) {
      out.terms.push_back(term);
    } else if (folded_too) {
      out.excluded.push_back(term);
    }
  }
}

QueryError Expander::too_many(const bound::Leaf& leaf,
                              std::vector<std::pair<Xapian::doccount, std::string>> words) const {
  constexpr std::size_t kListed = 4;
  std::sort(words.begin(), words.end(), std::greater<>());
  std::vector<std::string> commonest;
  for (std::size_t i = 0; i < std::min(kListed, words.size()); ++i) {
    commonest.push_back(words[i].second);
  }
  return {"Q110", leaf.span,
          "\"" + describe(leaf) + "\" stands for " + grouped(words.size()) +
              " words, over the limit of " + grouped(max_expansions_),
          "lengthen it, or raise --max-expansions; the commonest: " + list_some(commonest, 3)};
}

std::string describe(const bound::Leaf& leaf) {
  if (leaf.kind == bound::Leaf::Kind::Similar) {
    return leaf.text + "~" + std::to_string(leaf.distance);
  }
  return leaf.kind == bound::Leaf::Kind::Regex ? "/" + leaf.text + "/" : leaf.text;
}

void Expander::note_pattern(const bound::Leaf& leaf, const std::vector<std::string>& words) {
  constexpr std::size_t kListed = 4;
  std::string message = describe(leaf) + " matched " + grouped(words.size()) +
                        (words.size() == 1 ? " word" : " words");
  if (!words.empty()) message += ": " + list_some(words, kListed);
  if (words.size() > kListed) message += "   (--explain lists all)";
  const Note note{"N105", message};
  if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) notes_.push_back(note);
}

}  // namespace morgue
