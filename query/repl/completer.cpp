// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/repl/completer.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "common/text/fold.h"
#include "query/parse/print.h"

namespace morgue {
namespace {

constexpr std::size_t kMostShown = 100;
constexpr std::array<std::string_view, 4> kOperators{"AND", "NOT", "OR", "XOR"};
constexpr std::array<std::string_view, 3> kOrders{"relevance", "date", "-date"};

void add_beginning_with(const std::string& typed, std::string word,
                        std::vector<std::string>& words) {
  if (word.starts_with(typed)) words.push_back(std::move(word));
}

/// Whether the text, or one of its words, begins with what was typed.
bool begins_with(const std::string& folded_typed, const std::string& text) {
  const std::string folded = fold(text);
  for (std::size_t at = 0; at != folded.npos && at < folded.size();) {
    if (folded.compare(at, folded_typed.size(), folded_typed) == 0) return true;
    at = folded.find(' ', at);
    if (at != folded.npos) ++at;
  }
  return folded_typed.empty();
}

/// The last word, as readline finds it.
std::size_t last_word(const std::string& line) {
  const std::size_t end = line.find_last_of(" \t()");
  return end == line.npos ? 0 : end + 1;
}

std::string first_word(const std::string& line) {
  std::istringstream in(line);
  std::string word;
  in >> word;
  return word;
}

}  // namespace

Completions Completer::complete(const std::string& line) {
  Completions found{last_word(line), {}};
  const std::string typed = line.substr(found.begin);
  const std::string first = first_word(line);
  const bool begins = line.find_first_not_of(" \t") >= found.begin;
  const std::size_t colon = typed.find(':');
  if (begins && (typed.empty() || typed.front() == ':')) {
    for (const std::string& command : sources_.commands) {
      add_beginning_with(typed, command, found.words);
    }
  } else if (!begins && first == "sort") {
    for (const auto order : kOrders) add_beginning_with(typed, std::string(order), found.words);
  } else if (!begins && first == "facet") {
    for (const std::string& name : sources_.facets) add_beginning_with(typed, name, found.words);
  } else if (colon != typed.npos && colon > 0) {
    found.words = complete_value(typed.substr(0, colon), typed.substr(colon + 1));
  } else {
    if (begins) {
      for (const std::string& command : sources_.commands) {
        add_beginning_with(typed, command, found.words);
      }
    }
    for (std::string& word : complete_word(typed)) found.words.push_back(std::move(word));
  }
  if (found.words.size() > kMostShown) found.words.resize(kMostShown);
  return found;
}

std::vector<std::string> Completer::complete_value(const std::string& field,
                                                   const std::string& typed) {
  std::vector<std::string> words;
  if (field == "query") {
    for (const std::string& name : sources_.saved) {
      add_beginning_with("query:" + typed, "query:" + name, words);
    }
    return words;
  }
  std::string start = typed;
  start.erase(0, start.find_first_not_of("=\""));
  const std::string folded = fold(start);
  for (const std::string& value : values_of(field)) {
    if (begins_with(folded, value)) words.push_back(field + ":=" + quote(value));
  }
  return words;
}

std::vector<std::string> Completer::complete_word(const std::string& typed) {
  std::vector<std::string> words;
  if (typed.empty()) return words;
  for (const std::string& name : sources_.fields) add_beginning_with(typed, name + ":", words);
  for (const auto name : kOperators) add_beginning_with(typed, std::string(name), words);
  const std::string start = typed.front() == '"' ? typed.substr(1) : typed;
  const bool capital = !start.empty() && fold(start) != start;
  if (!capital) return words;
  const std::string folded = fold(start);
  for (const std::string& value : values_of("")) {
    if (begins_with(folded, value)) words.push_back('"' + value + '"');
  }
  return words;
}

const std::vector<std::string>& Completer::values_of(const std::string& field) {
  const auto known = values_.find(field);
  if (known != values_.end()) return known->second;
  return values_.emplace(field, sources_.values(field)).first->second;
}

}  // namespace morgue
