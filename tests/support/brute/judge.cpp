// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/judge.h"

#include <algorithm>
#include <locale>
#include <regex>
#include <stdexcept>
#include <utility>

#include "common/text/fold.h"
#include "tests/support/brute/fields.h"
#include "tests/support/brute/word_match.h"

namespace morgue::brute {
namespace {

constexpr int kLead = 60;  // words of the body

using Kind = Node::Kind;

std::wstring wide(const std::string& utf8) {
  const std::u32string points = code_points(utf8);
  return {points.begin(), points.end()};
}

}  // namespace

bool Judge::Scope::text() const { return kind_of_field(field) == FieldKind::Text; }

std::vector<std::size_t> Judge::find(std::string_view query) { return find(parse(query)); }

std::vector<std::size_t> Judge::find(const Node& query) {
  const Articles found = articles(query, {});
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) numbers.push_back(i);
  }
  return numbers;
}

Judge::Articles Judge::articles(const Node& node, const Scope& scope) {
  Articles result(archive_.size());
  Scope inner = scope;
  switch (node.kind) {
    case Kind::All:
      return each(
          [&](const Entry& entry) { return scope.field.empty() || has(entry, scope.field); });
    case Kind::Field:
      return field(node, scope);
    case Kind::Weight:
      return articles(node.parts.front(), scope);
    case Kind::Caps:
      inner.some_capital = true;
      return articles(node.parts.front(), inner);
    case Kind::NoCaps:
      inner.no_capital = true;
      return articles(node.parts.front(), inner);
    case Kind::AllCaps:
      inner.all_capitals = true;
      return articles(node.parts.front(), inner);
    case Kind::AsWritten:
      inner.as_written = true;
      return articles(node.parts.front(), inner);
    case Kind::Not:
      result = articles(node.parts.front(), scope);
      result.flip();
      return result;
    case Kind::And:
    case Kind::Xor:
    case Kind::Or:
      result = articles(node.parts.front(), scope);
      for (std::size_t p = 1; p < node.parts.size(); ++p) {
        const Articles other = articles(node.parts[p], scope);
        for (std::size_t i = 0; i < result.size(); ++i) {
          result[i] = node.kind == Kind::And   ? result[i] && other[i]
                      : node.kind == Kind::Xor ? result[i] != other[i]
                                               : result[i] || other[i];
        }
      }
      return result;
    case Kind::AtLeast:
      for (const auto& [article, found] : runs(node.parts.front(), scope)) {
        result[article] = static_cast<int>(found.size()) >= node.number;
      }
      return result;
    default:
      break;
  }
  const bool whole = node.kind == Kind::Exact || (node.kind == Kind::Phrase && node.exact);
  if (whole && !scope.text()) {
    std::string value = node.text;
    for (const Node& word : node.parts) value += (value.empty() ? "" : " ") + word.text;
    return whole_value(value, scope.field);
  }
  for (const auto& [article, found] : runs(node, scope)) result[article] = true;
  return result;
}

/// Runs of words of one text: what proximity, counting and positions are about.
Judge::Found Judge::runs(const Node& node, const Scope& scope) {
  Scope inner = scope;
  switch (node.kind) {
    case Kind::Word:
    case Kind::Exact:
    case Kind::Wildcard:
    case Kind::Fuzzy:
    case Kind::Regex:
    case Kind::Phrase:
      return sequence(node, scope);
    case Kind::Field:
      inner.field = own_name(node.text);
      if (!inner.text()) break;
      return runs(node.parts.front(), inner);
    case Kind::Weight:
      return runs(node.parts.front(), scope);
    case Kind::Caps:
      inner.some_capital = true;
      return runs(node.parts.front(), inner);
    case Kind::NoCaps:
      inner.no_capital = true;
      return runs(node.parts.front(), inner);
    case Kind::AllCaps:
      inner.all_capitals = true;
      return runs(node.parts.front(), inner);
    case Kind::AsWritten:
      inner.as_written = true;
      return runs(node.parts.front(), inner);
    case Kind::First:
    case Kind::Near:
    case Kind::NotNear:
    case Kind::And:
    case Kind::Or:
      return combined(node, scope);
    default:
      break;
  }
  throw std::invalid_argument("this has no place in a text: " + print(node));
}

/// What several operands, or one, make in each article.
Judge::Found Judge::combined(const Node& node, const Scope& scope) {
  std::vector<Found> operands;
  std::map<std::size_t, bool> articles;
  for (const Node& part : node.parts) {
    operands.push_back(runs(part, scope));
    for (const auto& [article, found] : operands.back()) articles[article] = true;
  }
  Found result;
  for (const auto& [article, unused] : articles) {
    std::vector<Runs> here;
    for (Found& operand : operands) here.push_back(std::move(operand[article]));
    const std::vector<Text>& texts = *zones(article, scope);
    Runs found;
    switch (node.kind) {
      case Kind::Near:
        found = chain(here, node.links, texts);
        break;
      case Kind::NotNear:
        found = without(here[0], here[1], node.links.front(), texts);
        break;
      case Kind::And:
        found = windows(here);
        break;
      case Kind::Or:
        for (const Runs& some : here) found.insert(found.end(), some.begin(), some.end());
        found = sorted(std::move(found));
        break;
      default:  // First
        for (const Run& run : here.front()) {
          if (run.zone == kBody && run.last < node.number) found.push_back(run);
        }
        break;
    }
    if (!found.empty()) result[article] = std::move(found);
  }
  return result;
}

/// A word, or the words of a phrase, side by side.
Judge::Found Judge::sequence(const Node& node, const Scope& scope) {
  struct Part {
    bool gap = false;
    Found found;
  };
  std::vector<Part> parts;
  const bool is_phrase = node.kind == Kind::Phrase;
  const std::vector<Node> alone = is_phrase ? std::vector<Node>{} : std::vector<Node>{node};
  for (Node word : is_phrase ? node.parts : alone) {
    if (word.kind == Kind::Gap) {
      parts.push_back({true, {}});
      continue;
    }
    if (word.kind == Kind::Or) {
      Part either;
      for (const Node& one : word.parts) {
        const std::vector<Words> tokens = words_of(one, scope, true);
        if (tokens.size() != 1) throw std::invalid_argument("an alternative is one word");
        for (auto& [article, found] : places(tokens.front(), scope)) {
          Runs& all = either.found[article];
          all.insert(all.end(), found.begin(), found.end());
          all = sorted(std::move(all));
        }
      }
      parts.push_back(std::move(either));
      continue;
    }
    if (node.exact && word.kind == Kind::Word) word.kind = Kind::Exact;
    for (const Words& token : words_of(word, scope, is_phrase)) {
      parts.push_back({false, places(token, scope)});
    }
  }
  const auto first = std::find_if(parts.begin(), parts.end(), [](const Part& p) { return !p.gap; });
  if (first == parts.end()) throw std::invalid_argument("no word in " + print(node));
  if (parts.size() == 1) return std::move(parts.front().found);
  Found result;
  for (const auto& [article, unused] : first->found) {
    std::vector<Slot> slots;
    for (const Part& part : parts) {
      const auto here = part.found.find(article);
      slots.push_back({part.gap, here == part.found.end() ? Runs{} : here->second});
    }
    Runs found = node.number >= 0 && is_phrase ? loose_phrase(slots, node.number)
                                               : phrase(slots, *zones(article, scope));
    if (scope.field == "lead" || scope.field == "hlead") {  // a gap lies in it, too
      found.erase(
          std::remove_if(found.begin(), found.end(),
                         [](const Run& run) { return run.zone == kBody && run.last >= kLead; }),
          found.end());
    }
    if (!found.empty()) result[article] = std::move(found);
  }
  return result;
}

const std::vector<Text>* Judge::zones(std::size_t article, const Scope& scope) const {
  const Entry& entry = archive_[article];
  if (scope.text()) return &entry.zones;
  const auto values = entry.value_words.find(scope.field);
  return values == entry.value_words.end() ? nullptr : &values->second;
}

bool Judge::admits(const Text& text, std::size_t at, const Words& words, const Scope& scope) const {
  if (words.exact && text.exact[at] != *words.exact) return false;
  if (!scope.some_capital && !scope.no_capital && !scope.all_capitals) return true;
  const Letters letters = letters_of(archive_.spelled(text.exact[at]));
  if ((scope.some_capital || scope.all_capitals) && !letters.capital) return false;
  if (scope.no_capital && letters.capital) return false;
  return !scope.all_capitals || !letters.lower_case;
}

Judge::Found Judge::places(const Words& words, const Scope& scope) const {
  Found result;
  if (scope.text()) {
    for (const WordNo form : words.forms) {
      for (const Place& place : archive_.places(form)) {
        const bool in_lead = place.zone == kBody && place.at < kLead;
        if (scope.field == "title" && place.zone != kTitle) continue;
        if (scope.field == "body" && place.zone != kBody) continue;
        if (scope.field == "lead" && !in_lead) continue;
        if (scope.field == "hlead" && !in_lead && place.zone != kTitle) continue;
        const Text& text = archive_[place.article].zones[static_cast<std::size_t>(place.zone)];
        if (!admits(text, static_cast<std::size_t>(place.at), words, scope)) continue;
        result[place.article].push_back({place.zone, place.at, place.at});
      }
    }
  } else {
    const auto wanted = [&](WordNo word) {
      return word != 0 && std::binary_search(words.forms.begin(), words.forms.end(), word);
    };
    for (std::size_t article = 0; article < archive_.size(); ++article) {
      const std::vector<Text>* texts = zones(article, scope);
      for (std::size_t zone = 0; texts != nullptr && zone < texts->size(); ++zone) {
        const Text& text = (*texts)[zone];
        for (std::size_t at = 0; at < text.size(); ++at) {
          if (!wanted(text.folded[at]) && !wanted(text.bare[at])) continue;
          if (!admits(text, at, words, scope)) continue;
          result[article].push_back(
              {static_cast<int>(zone), static_cast<int>(at), static_cast<int>(at)});
        }
      }
    }
  }
  for (auto& [article, found] : result) found = sorted(std::move(found));
  return result;
}

/// The words one word of a query stands for: "COVID-19" is two.
std::vector<Judge::Words> Judge::words_of(const Node& word, const Scope& scope, bool quoted) {
  const bool pattern = word.kind != Kind::Word && word.kind != Kind::Exact;
  if (pattern) {
    if (scope.as_written) throw std::invalid_argument("a pattern is not written in one way");
    return {{remembered(word)}};
  }
  const bool exact = word.kind == Kind::Exact || scope.as_written;
  analyzer_.analyze(word.text, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  if (tokens.empty() && !quoted) throw std::invalid_argument("no word in " + word.text);
  std::vector<Words> words;
  for (const Token& token : tokens) {
    const std::string folded(token.folded);
    if (!exact && !quoted && tokens.size() == 1 && scope.text()) {
      words.push_back({archive_.same_stem(folded)});
      continue;
    }
    Words one;
    if (const WordNo form = archive_.known(folded)) one.forms.push_back(form);
    if (exact) {
      one.exact = archive_.known(std::string(token.exact));
      if (*one.exact == 0) one.forms.clear();
    }
    words.push_back(std::move(one));
  }
  return words;
}

std::vector<WordNo> Judge::remembered(const Node& node) {
  const auto [it, fresh] = forms_.try_emplace(print_plainly(node));
  if (fresh) it->second = forms_like(node);
  return it->second;
}

/// Every word of the archive that a wildcard, a misspelt word or a regex stands for.
std::vector<WordNo> Judge::forms_like(const Node& node) const {
  const std::u32string wanted = code_points(fold(node.text));
  std::wregex regex;
  if (node.kind == Kind::Regex) {
    std::locale plain = std::locale::classic();
    regex.imbue(plain);
    try {
      regex.assign(wide(fold(node.text)), std::regex::ECMAScript | std::regex::optimize);
    } catch (const std::regex_error& error) {
      throw std::invalid_argument(node.text + ": " + error.what());
    }
  }
  std::vector<WordNo> forms;
  for (const WordNo form : archive_.forms()) {
    const std::string& text = archive_.spelled(form);
    bool like = false;
    switch (node.kind) {
      case Kind::Wildcard:
        like = matches_wildcard(wanted, code_points(text));
        break;
      case Kind::Fuzzy: {
        const std::u32string word = code_points(text);
        const auto longer = static_cast<int>(word.size()) - static_cast<int>(wanted.size());
        like = std::abs(longer) <= node.number && edit_distance(wanted, word) <= node.number;
        break;
      }
      default:
        like = std::regex_match(wide(text), regex);
        break;
    }
    if (like) forms.push_back(form);
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

}  // namespace morgue::brute
