// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/form_matcher.h"

#include <memory>

#include <re2/re2.h>

#include "query/plan/pattern.h"
#include "query/plan/similar.h"

namespace morgue {
namespace {

Result<FormMatcher, QueryError> make_regex(const bound::Leaf& leaf) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  auto regex = std::make_shared<RE2>(leaf.text, options);
  if (!regex->ok()) {
    return QueryError{"Q130", leaf.span, "not a regular expression: " + regex->error(),
                      "for the text itself put it in quotes; the syntax is that of RE2"};
  }
  return FormMatcher{"", [regex](std::string_view folded) {
                       return RE2::FullMatch({folded.data(), folded.size()}, *regex);
                     }};
}

}  // namespace

Result<FormMatcher, QueryError> make_matcher(const bound::Leaf& leaf) {
  switch (leaf.kind) {
    case bound::Leaf::Kind::Pattern:
      return FormMatcher{literal_start(leaf.text), [pattern = leaf.text](std::string_view folded) {
                           return matches_pattern(pattern, folded);
                         }};
    case bound::Leaf::Kind::Similar: {
      auto word = std::make_shared<SimilarWord>(leaf.text);
      return FormMatcher{"", [word, most = leaf.distance](std::string_view folded) {
                           return word->distance(folded, most) <= most;
                         }};
    }
    case bound::Leaf::Kind::Regex:
      return make_regex(leaf);
    case bound::Leaf::Kind::Stemmed:
    case bound::Leaf::Kind::Form:
      break;
  }
  return FormMatcher{leaf.text,
                     [form = leaf.text](std::string_view folded) { return folded == form; }};
}

}  // namespace morgue
