// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/watch_list.h"

#include <algorithm>

#include "common/mentions/written_name.h"
#include "common/text/capitals.h"

namespace morgue {
namespace {

constexpr std::uint32_t kNowhere = 0;  // no step leads back to the root

std::uint64_t step_key(std::uint32_t node, std::uint32_t word) {
  return static_cast<std::uint64_t>(node) << 32U | word;
}

}  // namespace

WatchList::WatchList(const std::vector<WatchedName>& names, Errors& errors)
    : names_(names), endings_(1) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const WatchedName& name = names_[i];
    add_form(i, name.name, name.any_case, errors);
    for (const std::string& alias : name.aliases) add_form(i, alias, name.any_case, errors);
  }
}

std::size_t WatchList::number_of(const std::string& facet) {
  const auto known = std::find(facets_.begin(), facets_.end(), facet);
  if (known == facets_.end()) {
    facets_.push_back(facet);
    return facets_.size() - 1;
  }
  return static_cast<std::size_t>(known - facets_.begin());
}

void WatchList::add_form(std::size_t name, std::string_view form, bool any_case, Errors& errors) {
  const WatchedName& entry = names_[name];
  analyzer_.analyze(form, tokens_);
  if (tokens_.tokens().empty()) {
    errors.push_back({entry.line, "\"" + std::string(form) + "\" has no word"});
    return;
  }
  Node node = 0;
  for (const Token& token : tokens_.tokens()) {
    const auto next_word = static_cast<WordNo>(words_.size());
    const WordNo word = words_.try_emplace(std::string(token.folded), next_word).first->second;
    const auto next_node = static_cast<Node>(endings_.size());
    const auto [step, is_new] = steps_.try_emplace(step_key(node, word), next_node);
    if (is_new) endings_.emplace_back();
    node = step->second;
  }
  const std::size_t facet = number_of(entry.facet);
  auto& endings = endings_[node];
  const auto same = std::find_if(endings.begin(), endings.end(),
                                 [&](const Ending& ending) { return ending.facet == facet; });
  const bool capital_needed = !any_case && capitals_of(form).any_capital;
  if (same == endings.end()) {
    endings.push_back({facet, name, capital_needed});
    return;
  }
  const WatchedName& other = names_[same->name];
  if (other.kind != entry.kind || other.name != entry.name) {
    errors.push_back({entry.line, "\"" + std::string(form) + "\" stands for " + other.name +
                                      " already (line " + std::to_string(other.line) + ")"});
  }
  same->capital_needed = same->capital_needed && capital_needed;
}

std::vector<std::string> WatchList::facets() const {
  std::vector<std::string> own;
  std::copy_if(facets_.begin(), facets_.end(), std::back_inserter(own),
               [](const std::string& facet) { return !facet.empty(); });
  return own;
}

WatchList::Node WatchList::step(Node node, std::string_view word) const {
  const auto number = words_.find(word);
  if (number == words_.end()) return kNowhere;
  const auto next = steps_.find(step_key(node, number->second));
  return next == steps_.end() ? kNowhere : next->second;
}

bool WatchList::begins_a_form(std::string_view word) const {
  if (step(0, word) != kNowhere) return true;
  const std::string_view owner = without_possessive(word);
  return !owner.empty() && step(0, owner) != kNowhere;
}

/// Fills in the longest form of each facet that begins at a token.
void WatchList::walk(const std::vector<Token>& tokens, std::size_t at,
                     std::vector<Found>& found) const {
  Node node = 0;
  bool any_capital = false;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    const std::string_view word = tokens[i].folded;
    const auto take = [&](Node end, std::string_view last_word) {
      if (end == kNowhere || endings_[end].empty()) return;
      const bool capital = any_capital || capitals_of(tokens[i].exact).any_capital;
      for (const Ending& ending : endings_[end]) {
        if (capital || !ending.capital_needed) found[ending.facet] = {&ending, i, last_word};
      }
    };
    if (const auto owner = without_possessive(word); !owner.empty()) {
      take(step(node, owner), owner);
    }
    node = step(node, word);
    if (node == kNowhere) return;
    take(node, word);
    any_capital = any_capital || capitals_of(tokens[i].exact).any_capital;
  }
}

void WatchList::find(TextPart part, std::string_view text, const std::vector<Token>& tokens,
                     std::vector<Mention>& mentions) const {
  std::vector<Found> found(facets_.size());
  std::vector<std::size_t> free_from(facets_.size());
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!begins_a_form(tokens[at].folded)) continue;
    std::fill(found.begin(), found.end(), Found());
    walk(tokens, at, found);
    for (std::size_t facet = 0; facet < found.size(); ++facet) {
      const auto& [ending, last, last_word] = found[facet];
      if (ending == nullptr || at < free_from[facet]) continue;
      const WatchedName& name = names_[ending->name];
      mentions.push_back({name.kind, part, MentionSource::WatchList,
                          bytes_of_name(text, tokens[at], tokens[last], last_word), name.name,
                          name.facet});
      free_from[facet] = last + 1;
    }
  }
}

}  // namespace morgue
