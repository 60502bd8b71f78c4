// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brute/generator.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/text/fold.h"
#include "tests/support/brute/word_match.h"

namespace morgue::brute {
namespace {

using Kind = Node::Kind;

Node node_of(Kind kind, std::string text = {}) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

Node node_with(Kind kind, std::vector<Node> parts) {
  Node node = node_of(kind);
  node.parts = std::move(parts);
  return node;
}

bool plain_letters(std::string_view word) {
  return !word.empty() && word.size() <= 40 && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80U;
  });
}

bool reads_as_operator(const std::string& word) {
  static const std::set<std::string> kOperators = {
      "and", "or",   "not",   "near",  "xor", "to",     "w",       "pre",
      "adj", "caps", "exact", "first", "s",   "nocaps", "allcaps", "atleast"};
  return kOperators.count(fold(word)) > 0;
}

std::string utf8(const std::u32string& points) {
  std::string text;
  for (const char32_t c : points) {
    if (c < 0x80) {
      text += static_cast<char>(c);
      continue;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
    text += static_cast<char>(kLead[more] | (c >> (6 * more)));
    for (int i = more - 1; i >= 0; --i) text += static_cast<char>(0x80U | ((c >> (6 * i)) & 0x3FU));
  }
  return text;
}

}  // namespace

bool Generator::plain(const Spot& spot) const {
  const std::string word = word_at(spot);
  return plain_letters(word) && !reads_as_operator(word);
}

std::string Generator::word_at(const Spot& spot) const {
  const Text& text = archive_[spot.article].zones[static_cast<std::size_t>(spot.zone)];
  const auto at = static_cast<std::size_t>(spot.at);
  return at < text.size() ? archive_.spelled(text.exact[at]) : "";
}

Generator::Spot Generator::random_spot() {
  Spot spot;
  for (int attempt = 0; attempt < 1'000; ++attempt) {
    spot.article = random_() % archive_.size();
    spot.zone = below(5) == 0 ? kTitle : kBody;
    const auto words = archive_[spot.article].zones[static_cast<std::size_t>(spot.zone)].size();
    if (words == 0) continue;
    spot.at = below(static_cast<int>(words));
    if (below(4) == 0) spot.at = std::min(spot.at, below(70));
    if (plain(spot)) break;
  }
  return spot;
}

/// A word nearby, mostly.
Generator::Spot Generator::beside(const Spot& spot) {
  if (below(8) == 0) return random_spot();
  const int reach = below(4) == 0 ? 30 : 5;
  for (int attempt = 0; attempt < 20; ++attempt) {
    Spot other = spot;
    other.at += below(2 * reach + 1) - reach;
    if (other.at >= 0 && plain(other)) return other;
  }
  return spot;
}

Node Generator::spelled(Node node) {
  if (has(kSpellings) && below(3) == 0) node.spelling = static_cast<unsigned>(below(12));
  return node;
}

// Whole queries.

Node Generator::logic(const Spot& spot, int depth) {
  const int die = below(12);
  if (depth == 0 || die < 4) {
    return below(3) == 0 ? other(spot) : positional(spot, 1 + below(2), {});
  }
  if (die == 4 && has(kAtLeast)) {
    Node counted = node_with(Kind::AtLeast, {positional(spot, below(3), {})});
    counted.number = 1 + below(4);
    return counted;
  }
  if (die == 5 && has(kLetters)) {
    constexpr Kind kKinds[] = {Kind::Caps, Kind::NoCaps, Kind::AllCaps, Kind::AsWritten};
    const Kind kind = kKinds[below(4)];
    const Inside inside{false, true, kind == Kind::AsWritten};
    std::vector<Node> parts{positional(spot, 1, inside), positional(beside(spot), 0, inside)};
    if (below(2) == 0) parts.back() = node_with(Kind::Not, {parts.back()});
    return node_with(kind, {spelled(node_with(Kind::And, std::move(parts)))});
  }
  const Kind kind = die < 9 ? Kind::And : die == 9 && has(kXor) ? Kind::Xor : Kind::Or;
  Node chain = node_of(kind);
  const int parts = 2 + below(2);
  for (int i = 0; i < parts; ++i) {
    Node part = logic(kind == Kind::And ? beside(spot) : random_spot(), depth - 1);
    if (below(6) == 0) part = spelled(node_with(Kind::Not, {std::move(part)}));
    chain.parts.push_back(std::move(part));
  }
  return spelled(std::move(chain));
}

/// What is no matter of words in a text.
Node Generator::other(const Spot& spot) {
  switch (below(6)) {
    case 0:
    case 1:
      if (has(kValues)) return value(spot);
      break;
    case 2:
    case 3:
      if (has(kDates)) return date(spot);
      break;
    case 4:
      if (has(kNumbers)) return number(spot);
      break;
    default:
      if (has(kPresence)) return presence();
      break;
  }
  return positional(spot, 1, {});
}

// Words in a text.

Node Generator::positional(const Spot& spot, int depth, Inside inside) {
  if (depth == 0) return leaf(spot, inside);
  const int die = below(12);
  if (die < 5 && has(kNear | kStretches | kNotNear)) return near(spot, depth, inside);
  if (die < 7) {
    const bool proximity = has(kNear | kStretches | kNotNear | kAtLeast | kFirst);
    const Kind kind = die == 5 && proximity ? Kind::And : Kind::Or;
    Node both = node_with(
        kind, {positional(spot, depth - 1, inside), positional(beside(spot), depth - 1, inside)});
    if (below(3) == 0) both.parts.push_back(leaf(beside(spot), inside));
    return spelled(std::move(both));
  }
  if (die < 9) return function(spot, depth, inside);
  if (die == 9 && has(kTextFields) && !inside.field) {
    const std::vector<std::string> fields =
        spot.zone == kTitle ? std::vector<std::string>{"title", "hlead", "headline"}
                            : std::vector<std::string>{"body", "lead", "hlead", "title"};
    inside.field = true;
    Node field = node_with(Kind::Field, {positional(spot, depth - 1, inside)});
    field.text = pick(fields);
    return field;
  }
  if (die == 10 && has(kWeights)) {
    Node weighted = node_with(Kind::Weight, {positional(spot, depth - 1, inside)});
    weighted.text = pick(std::vector<std::string>{"2", "0.5", "10", "1000"});
    return weighted;
  }
  return leaf(spot, inside);
}

Node Generator::near(const Spot& spot, int depth, Inside inside) {
  const auto new_link = [&](bool not_near) {
    Link link;
    const bool stretch = has(kStretches) && (below(3) == 0 || !has(kNear | kNotNear));
    if (stretch) link.reach = below(2) == 0 ? Link::Reach::Sentence : Link::Reach::Paragraph;
    link.words = 1 + (below(4) == 0 ? below(40) : below(6));
    link.ordered = !not_near && below(3) == 0;
    return link;
  };
  const bool negated = has(kNotNear) && (below(4) == 0 || !has(kNear | kStretches));
  Node near = node_of(negated ? Kind::NotNear : Kind::Near);
  const int operands = negated ? 2 : 2 + (below(3) == 0 ? 1 + below(2) : 0);
  for (int i = 0; i < operands; ++i) {
    if (i > 0) near.links.push_back(new_link(negated));
    near.parts.push_back(
        positional(i == 0 ? spot : beside(spot), below(2) == 0 ? 0 : depth - 1, inside));
  }
  return spelled(std::move(near));
}

Node Generator::function(const Spot& spot, int depth, Inside inside) {
  if (has(kFirst) && !inside.field && below(2) == 0) {
    Node first = node_with(Kind::First, {positional(spot, depth - 1, inside)});
    first.number = 1 + below(below(2) == 0 ? 10 : 100);
    return first;
  }
  if (!has(kLetters) || inside.letters) return leaf(spot, inside);
  constexpr Kind kKinds[] = {Kind::Caps, Kind::NoCaps, Kind::AllCaps, Kind::AsWritten};
  const Kind kind = kKinds[below(4)];
  inside.letters = true;
  inside.as_written = kind == Kind::AsWritten;
  return node_with(kind, {positional(spot, depth - 1, inside)});
}

Node Generator::leaf(const Spot& spot, Inside inside) {
  const std::string word = word_at(spot);
  if (!plain(spot)) return node_of(Kind::Word, "nothing");
  switch (below(14)) {
    case 0:
      return has(kExact) ? node_of(Kind::Exact, below(3) == 0 ? fold(word) : word)
                         : node_of(Kind::Word, word);
    case 1:
      if (has(kWildcards) && !inside.as_written) return wildcard(fold(word));
      break;
    case 2:
      if (has(kFuzzy) && !inside.as_written) return fuzzy(word);
      break;
    case 3:
      if (has(kRegex) && !inside.as_written && below(2) == 0) return regex(word);
      break;
    case 4:
    case 5:
    case 6:
      if (has(kPhrases)) return phrase(spot, inside);
      break;
    case 7:
      if (has(kLoose)) return loose_phrase(spot);
      break;
    case 8:
      return node_of(Kind::Word, word + "-" + word_at(beside(spot)));
    default:
      break;
  }
  return node_of(Kind::Word, below(3) == 0 ? fold(word) : word);
}

Node Generator::wildcard(const std::string& word) {
  std::u32string points = code_points(word);
  const auto size = static_cast<int>(points.size());
  if (size < 3) return node_of(Kind::Word, word);
  switch (below(4)) {
    case 0:
      points[static_cast<std::size_t>(below(size))] = U'?';
      break;
    case 1:
      points = U"*" + points.substr(static_cast<std::size_t>(1 + below(size - 2)));
      break;
    case 2: {
      const auto from = static_cast<std::size_t>(1 + below(size - 2));
      points.replace(from, static_cast<std::size_t>(below(3)), U"*");
      break;
    }
    default:
      points = points.substr(0, static_cast<std::size_t>(2 + below(size - 2))) + U"*";
      break;
  }
  return spelled(node_of(Kind::Wildcard, utf8(points)));
}

Node Generator::fuzzy(const std::string& word) {
  std::u32string points = code_points(word);
  // In other scripts an edited word may be two words.
  const bool latin =
      std::all_of(points.begin(), points.end(), [](char32_t c) { return c < 0x250; });
  if (!latin) return node_of(Kind::Word, word);
  for (int edits = below(3); edits > 0; --edits) {
    const auto at = static_cast<std::size_t>(below(static_cast<int>(points.size())));
    switch (below(4)) {
      case 0:
        points[at] = U'e';
        break;
      case 1:
        points.insert(at, 1, U'a');
        break;
      case 2:
        if (points.size() > 2) points.erase(at, 1);
        break;
      default:
        if (at > 0) std::swap(points[at], points[at - 1]);
        break;
    }
  }
  Node fuzzy = node_of(Kind::Fuzzy, utf8(points));
  fuzzy.number = 1 + below(2);
  if (fuzzy.number == 2) fuzzy.spelling = static_cast<unsigned>(below(2));
  return fuzzy;
}

Node Generator::regex(const std::string& word) {
  const std::u32string points = code_points(word);
  std::string text;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::string letter = utf8({points[i]});
    switch (below(12)) {
      case 0:
        text += ".";
        break;
      case 1:
        text += "[" + letter + "aeiou]";
        break;
      case 2:
        text += "(" + letter + "|st|x)";
        break;
      case 3:
        text += letter + "?";
        break;
      case 4:
        text += "[a-z]{1,2}";
        break;
      case 5:
        text += letter + "+";
        break;
      default:
        text += letter;
        break;
    }
  }
  constexpr const char* kEnds[] = {"", "", "s?", ".*", "(s|es)?", "[^s]?"};
  return node_of(Kind::Regex, text + kEnds[below(6)]);
}

Node Generator::phrase(const Spot& spot, Inside inside) {
  Node phrase = node_of(Kind::Phrase);
  phrase.exact = has(kExact) && below(5) == 0;
  const bool parts = !phrase.exact && !inside.as_written;
  const int length = 2 + below(3);
  Spot at = spot;
  for (int i = 0; i < length && !word_at(at).empty(); ++i, ++at.at) {
    const std::string word = word_at(at);
    const int die = below(10);
    if (die == 0 && parts && has(kPhraseParts)) {
      phrase.parts.push_back(node_of(Kind::Gap));
    } else if (!plain_letters(word)) {
      break;
    } else if (die == 1 && parts && has(kWildcards)) {
      phrase.parts.push_back(wildcard(fold(word)));
      phrase.parts.back().spelling = 0;
    } else if (die == 2 && parts && has(kPhraseParts)) {
      phrase.parts.push_back(node_with(
          Kind::Or, {node_of(Kind::Word, word), node_of(Kind::Word, word_at(random_spot()))}));
    } else {
      phrase.parts.push_back(node_of(Kind::Word, word));
    }
  }
  const bool words = std::any_of(phrase.parts.begin(), phrase.parts.end(),
                                 [](const Node& part) { return part.kind != Kind::Gap; });
  if (!words) return node_of(Kind::Word, word_at(spot));
  return spelled(std::move(phrase));
}

Node Generator::loose_phrase(const Spot& spot) {
  Node phrase = node_of(Kind::Phrase);
  phrase.number = below(9);
  const int length = 2 + below(3);
  for (int i = 0; i < length; ++i) {
    if (i > 0 && i + 1 < length && has(kPhraseParts) && below(8) == 0) {
      phrase.parts.push_back(node_of(Kind::Gap));
      continue;
    }
    const std::string word = word_at(i == 0 ? spot : beside(spot));
    phrase.parts.push_back(node_of(Kind::Word, plain_letters(word) ? word : "the"));
  }
  return spelled(std::move(phrase));
}

// Fields.

Node Generator::value(const Spot& spot) {
  const Entry& entry = archive_[below(3) == 0 ? random_spot().article : spot.article];
  std::vector<std::string> fields;
  for (const auto& [name, values] : entry.values) {
    if (plain_letters(name)) fields.push_back(name);
  }
  Node field = node_of(Kind::Field, "id");
  if (fields.empty() || below(12) == 0) {
    Node id = node_of(Kind::Phrase);
    id.parts.push_back(node_of(Kind::Word, entry.id));
    field.parts.push_back(std::move(id));
    return field;
  }
  field.text = pick(fields);
  const bool entity = field.text == "person" || field.text == "org" || field.text == "place";
  field.parts.push_back(value_words(entry, field.text));
  if (entity && has(kEntity) && below(3) == 0) field.text = "entity";
  return field;
}

Node Generator::value_words(const Entry& entry, const std::string& field) {
  const auto& values = entry.values.at(field);
  const std::size_t which = random_() % values.size();
  Node whole = node_of(Kind::Phrase);
  whole.exact = true;
  std::size_t begin = 0;
  for (const std::string& value = values[which]; begin < value.size();) {
    const std::size_t end = std::min(value.find(' ', begin), value.size());
    whole.parts.push_back(node_of(Kind::Word, value.substr(begin, end - begin)));
    begin = end + 1;
  }
  const Text& text = entry.value_words.at(field)[which];
  std::vector<std::string> words;
  for (const WordNo word : text.exact) {
    const std::string& spelled = archive_.spelled(word);
    if (!plain_letters(spelled)) break;
    words.push_back(spelled);
  }
  const int die = below(10);
  if (words.empty() || die < 3) return whole;
  if (die == 3) return node_of(Kind::All);
  if (die == 4 && has(kWildcards)) {
    Node pattern = wildcard(fold(pick(words)));
    pattern.spelling = 0;
    return pattern;
  }
  if (die == 5 && has(kFuzzy)) return fuzzy(pick(words));
  if (die < 7 && words.size() > 1) {
    whole.exact = false;
    whole.parts.clear();
    const std::size_t from = random_() % (words.size() - 1);
    for (std::size_t i = from; i < std::min(words.size(), from + 3); ++i) {
      whole.parts.push_back(node_of(Kind::Word, words[i]));
    }
    return whole;
  }
  const std::string first = pick(words);
  const std::string second = pick(words);
  Node one = node_of(Kind::Word, first);
  if (die < 9 || reads_as_operator(first) || reads_as_operator(second)) return one;
  return node_with(below(2) == 0 ? Kind::Or : Kind::And, {one, node_of(Kind::Word, second)});
}

Node Generator::range(std::string low, std::string high, bool may_exclude) {
  Node range = node_of(Kind::Range, std::move(low));
  range.high = std::move(high);
  if (has(kSpellings)) range.spelling = static_cast<unsigned>(below(3));
  switch (below(5)) {
    case 0:
      range.text.clear();
      break;
    case 1:
      range.high.clear();
      break;
    default:
      break;
  }
  const bool one_end = range.text.empty() || range.high.empty();
  if (has(kSpellings) && (may_exclude || one_end) && below(3) == 0) {
    range.low_included = range.text.empty() || below(2) == 0;
    range.high_included = range.high.empty() || below(2) == 0;
  }
  return range;
}

std::string Generator::relative_date() {
  constexpr const char* kUnits[] = {"d", "w", "m", "y"};
  const int unit = below(4);
  constexpr int kMost[] = {15'000, 2'000, 500, 41};
  return "-" + std::to_string(below(kMost[unit])) + kUnits[unit];
}

Node Generator::date(const Spot& spot) {
  Node field = node_of(Kind::Field, below(8) == 0 && has(kSpellings) ? "published" : "date");
  if (has(kRelativeDates) && below(4) == 0) {
    const int die = below(4);
    if (die == 0) field.parts = {node_of(Kind::Word, below(2) == 0 ? "today" : "yesterday")};
    if (die == 1) field.parts = {node_of(Kind::Word, relative_date())};
    if (die > 1) {
      Node open = node_of(Kind::Range);
      (die == 2 ? open.text : open.high) = relative_date();
      field.parts = {std::move(open)};
    }
    return field;
  }
  const Entry& a = archive_[spot.article];
  const Entry& b = archive_[random_() % archive_.size()];
  if (!a.dated || !b.dated) return presence();
  const auto written = [&](std::int32_t day) {
    const std::string text = date_of_day(day).to_string();
    constexpr std::size_t kLengths[] = {4, 7, 10, 10};
    return text.substr(0, kLengths[below(4)]);
  };
  const std::int32_t first = std::min(a.first_day, b.first_day);
  const std::int32_t last = std::max(a.first_day, b.first_day);
  if (below(4) == 0) {
    field.parts = {node_of(Kind::Word, written(first))};
  } else {
    const bool apart = last - first > 800;  // then nothing excluded leaves the range empty
    field.parts = {range(written(first), written(last), apart)};
  }
  return field;
}

Node Generator::number(const Spot& spot) {
  const int a = static_cast<int>(archive_[spot.article].words());
  const int b = static_cast<int>(archive_[random_() % archive_.size()].words());
  Node field = node_of(Kind::Field, "words");
  if (below(5) == 0) {
    field.parts = {node_of(Kind::Word, std::to_string(a))};
  } else {
    field.parts = {
        range(std::to_string(std::min(a, b)), std::to_string(std::max(a, b)), std::abs(a - b) > 2)};
  }
  return field;
}

Node Generator::presence() {
  static const std::vector<std::string> kNames = {"title", "body",   "byline", "source", "section",
                                                  "date",  "person", "org",    "place",  "lang",
                                                  "url",   "hlead",  "words",  "id"};
  Node field = node_of(Kind::Field, below(2) == 0 ? "has" : "missing");
  field.parts = {node_of(Kind::Word, pick(kNames))};
  return field;
}

}  // namespace morgue::brute
