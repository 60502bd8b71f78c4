// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/engine_operators.h"

#include <algorithm>

#include "common/index/schema.h"

namespace morgue {
namespace {

using Xapian::Query;

bool is_single_term(const match::Place& place) {
  return !place.any_word && place.terms.size() == 1 && place.excluded.empty();
}

bool is_anywhere(match::Window window) {
  const match::Window everywhere;
  return window.first == everywhere.first && window.last == everywhere.last;
}

/// The one term of a word that may stand anywhere; null when it is anything else.
const std::string* single_term(const match::Node& node) {
  const auto* word = std::get_if<match::Sequence>(&node.value);
  if (word == nullptr || word->places.size() != 1 || !is_anywhere(word->window)) return nullptr;
  return is_single_term(word->places.front()) ? &word->places.front().terms.front() : nullptr;
}

/// "metoo" and "#metoo" may stand at one position, which the engine would take for two words.
bool may_share_position(const std::string& a, const std::string& b) {
  return a.find(b) != a.npos || b.find(a) != b.npos;
}

std::optional<Query> near_as_engine_operator(const match::Near& near) {
  if (near.operands.size() != 2) return std::nullopt;
  const ast::Closeness& closeness = near.between.front();
  // Title and body are so far apart that no distance below that reaches from one to the other.
  const bool words =
      closeness.unit == ast::Closeness::Unit::Words && closeness.distance < kBodyBase - kTitleEnd;
  if (!words) return std::nullopt;
  const std::string* left = single_term(*near.operands.front());
  const std::string* right = single_term(*near.operands.back());
  if (left == nullptr || right == nullptr || may_share_position(*left, *right)) return std::nullopt;
  const std::string terms[] = {*left, *right};
  return Query(closeness.ordered ? Query::OP_PHRASE : Query::OP_NEAR, std::begin(terms),
               std::end(terms), closeness.distance + 1);
}

}  // namespace

std::optional<Query> as_engine_operator(const match::Node& expression) {
  if (const auto* near = std::get_if<match::Near>(&expression.value)) {
    return near_as_engine_operator(*near);
  }
  const auto* phrase = std::get_if<match::Sequence>(&expression.value);
  if (phrase == nullptr || phrase->places.size() < 2 || phrase->slop > 0 ||
      !is_anywhere(phrase->window) ||
      !std::all_of(phrase->places.begin(), phrase->places.end(), is_single_term)) {
    return std::nullopt;
  }
  std::vector<std::string> terms;
  for (const match::Place& place : phrase->places) terms.push_back(place.terms.front());
  return Query(Query::OP_PHRASE, terms.begin(), terms.end(),
               static_cast<Xapian::termcount>(terms.size()));
}

}  // namespace morgue
