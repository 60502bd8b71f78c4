// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/relax.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>
#include <utility>

#include "common/article/partial_date.h"
#include "common/index/schema.h"
#include "query/parse/operators.h"
#include "query/parse/print.h"
#include "query/plan/bind_value.h"
#include "query/plan/rewrite.h"
#include "query/plan/suggest.h"

namespace morgue {
namespace {

constexpr std::uint32_t kLooseSlop = 2;
constexpr std::uint32_t kTimesFarther = 3;

template <class Value>
bool is(const ast::Node& node) {
  return std::holds_alternative<Value>(node.value);
}

/// What a field name means here; Extra: a field of the source's own.
enum class FieldRole { Text, PartOfText, Names, Date, Other };

FieldRole role_of(const std::string& name) {
  const std::string lower = lower_ascii(name);
  const Field* field = find_field(lower);
  if (lower == "query" || lower == "lang" || lower == "language") return FieldRole::Other;
  if (field == nullptr) return FieldRole::Names;
  switch (field->kind) {
    case FieldKind::Text:
      return FieldRole::PartOfText;
    case FieldKind::Keyword:
    case FieldKind::Entity:
      return FieldRole::Names;
    case FieldKind::Date:
      return FieldRole::Date;
    default:
      return FieldRole::Other;
  }
}

/// Words and what is made of them without negation: where these match in a part of the text, they
/// match in the text.
bool asks_for_words_alone(ast::Node& node) {
  bool words = !is<ast::Not>(node) && !is<ast::Xor>(node) && !is<ast::Apart>(node) &&
               !is<ast::Range>(node) && !is<ast::All>(node) && !is<ast::Fielded>(node);
  for_each_child(node, [&](ast::NodePtr& child) { words = words && asks_for_words_alone(*child); });
  return words;
}

/// What narrows a result and is no word of the text.
bool is_filter(ast::Node& node) {
  if (const auto* fielded = std::get_if<ast::Fielded>(&node.value)) {
    return role_of(fielded->name) != FieldRole::PartOfText;
  }
  if (!is<ast::And>(node) && !is<ast::Or>(node)) return is<ast::Not>(node) || is<ast::All>(node);
  bool filters = true;
  for_each_child(node, [&](ast::NodePtr& child) { filters = filters && is_filter(*child); });
  return filters;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// The words of a phrase, to stand anywhere.
std::vector<ast::NodePtr> parts_of(const ast::Phrase& phrase) {
  std::vector<ast::NodePtr> parts;
  for (const ast::Phrase::Part& part : phrase.parts) {
    if (const auto* run = std::get_if<ast::Word>(&part)) {
      for (std::string& word : words_of(run->text)) {
        parts.push_back(ast::make_node(ast::Word{std::move(word), phrase.exact}));
      }
    } else if (const auto* wildcard = std::get_if<ast::Wildcard>(&part)) {
      if (wildcard->pattern != "*") parts.push_back(ast::make_node(*wildcard));  // any word
    } else if (const auto* one = std::get_if<ast::OneOf>(&part)) {
      ast::Or either;
      for (const std::string& word : one->words) {
        either.children.push_back(ast::make_node(ast::Word{word, phrase.exact}));
      }
      parts.push_back(ast::make_node(std::move(either)));
    }
  }
  return parts;
}

/// `word` as the start of others.
ast::Wildcard beginning_with(const std::string& word) {
  std::string pattern;
  for (const char c : word) {
    if (c == '*' || c == '?' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return {pattern + '*'};
}

std::string change_of(ast::Function::Kind kind) {
  using Kind = ast::Function::Kind;
  switch (kind) {
    case Kind::AtLeast:
      return "once is enough";
    case Kind::First:
      return "anywhere in the text";
    case Kind::Exact:
      return "in any spelling";
    default:
      return "with any capitals";
  }
}

class Relaxer {
 public:
  Relaxer(const ast::Node& query, const RelaxOptions& options)
      : options_(options), root_(copy(query)) {}

  std::vector<Relaxation> run() {
    walk(root_);
    all_but_one();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Relaxation& a, const Relaxation& b) { return a.step < b.step; });
    return std::move(found_);
  }

 private:
  /// The whole query with `replacement` at `slot`.
  void offer(ast::NodePtr& slot, ast::NodePtr replacement, Step step, std::string change) {
    slot.swap(replacement);
    found_.push_back({well_formed(copy(*root_)), step, std::move(change)});
    slot.swap(replacement);
  }

  void walk(ast::NodePtr& slot) {
    std::visit([&](auto& value) { relax_node(slot, value); }, slot->value);
  }

  template <class NotMonotone>  // less asked for below these would be more asked for in all
  void relax_node(ast::NodePtr&, NotMonotone&) {}

  void relax_node(ast::NodePtr& slot, ast::Word& word);
  void relax_node(ast::NodePtr& slot, ast::Fuzzy& fuzzy);
  void relax_node(ast::NodePtr& slot, ast::Phrase& phrase);
  void relax_node(ast::NodePtr& slot, ast::Range& range);
  void relax_node(ast::NodePtr& slot, ast::Fielded& fielded);
  void relax_node(ast::NodePtr& slot, ast::And& both);
  void relax_node(ast::NodePtr&, ast::Or& either) {
    for (ast::NodePtr& child : either.children) walk(child);
  }
  void relax_node(ast::NodePtr& slot, ast::Proximity& chain);
  void relax_node(ast::NodePtr& slot, ast::Function& function);
  void relax_node(ast::NodePtr&, ast::Weighted& weighted) { walk(weighted.child); }

  void relax_date(ast::NodePtr& slot, const ast::Fielded& fielded);
  std::optional<ast::Range> year_around(const ast::Node& date) const;
  void all_but_one();

  const RelaxOptions& options_;
  ast::NodePtr root_;
  std::string field_;  ///< around the node; empty: title and body
  std::vector<Relaxation> found_;
};

void Relaxer::relax_node(ast::NodePtr& slot, ast::Word& word) {
  if (word.exact)
    offer(slot, ast::make_node(ast::Word{word.text}), Step::Writing, "in any spelling");
  ast::NodePtr alone = ast::make_node(word);
  if (!field_.empty()) alone = ast::make_node(ast::Fielded{field_, {}, std::move(alone)});
  if (options_.unknown.count(print(*alone)) > 0) {
    offer(slot, ast::make_node(beginning_with(word.text)), Step::WordEnd,
          "any word that begins so");
  }
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::Fuzzy& fuzzy) {
  if (fuzzy.distance < 2) {
    offer(slot, ast::make_node(ast::Fuzzy{fuzzy.text, 2}), Step::Writing, "two letters may differ");
  }
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::Phrase& phrase) {
  if (phrase.exact) {
    ast::Phrase folded = phrase;
    folded.exact = false;
    offer(slot, ast::make_node(std::move(folded)), Step::Writing, "in any spelling");
  }
  ast::And words{parts_of(phrase)};
  if (words.children.empty()) return;
  if (words.children.size() == 1) {
    offer(slot, std::move(words.children.front()), Step::Writing, "any form of the word");
    return;
  }
  if (phrase.slop < kLooseSlop) {
    ast::Phrase loose = phrase;
    loose.slop = kLooseSlop;
    offer(slot, ast::make_node(std::move(loose)), Step::Distance, "a loose phrase");
  }
  offer(slot, ast::make_node(std::move(words)), Step::Neighbourhood, "the words anywhere");
}

// "=value" in a field is read as a range of one value.
void Relaxer::relax_node(ast::NodePtr& slot, ast::Range& range) {
  const bool one_value = range.low && range.high && *range.low == *range.high;
  const FieldRole role = field_.empty() ? FieldRole::Other : role_of(field_);
  if (one_value && (role == FieldRole::Names || role == FieldRole::PartOfText)) {
    offer(slot, ast::make_node(ast::Word{*range.low}), Step::Writing, "in any spelling");
  }
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::Fielded& fielded) {
  const FieldRole role = role_of(fielded.name);
  if (role == FieldRole::Date) return relax_date(slot, fielded);
  if (role == FieldRole::Other) return;
  if (asks_for_words_alone(*fielded.child)) {
    if (role == FieldRole::PartOfText) {
      offer(slot, copy(*fielded.child), Step::Place, "anywhere in the text");
    } else {
      ast::Or either;
      either.children.push_back(copy(*slot));
      either.children.push_back(copy(*fielded.child));
      offer(slot, ast::make_node(std::move(either)), Step::Place, "or in the text");
    }
  }
  const std::string outside = std::exchange(field_, fielded.name);
  walk(fielded.child);
  field_ = outside;
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::And& both) {
  for (ast::NodePtr& child : both.children) walk(child);
  for (std::size_t i = 0; i < both.children.size(); ++i) {
    const bool negated = is<ast::Not>(*both.children[i]);
    ast::And rest;
    for (std::size_t j = 0; j < both.children.size(); ++j) {
      if (j != i) rest.children.push_back(copy(*both.children[j]));
    }
    offer(slot, ast::make_node(std::move(rest)), negated ? Step::Not : Step::Clause,
          "without " + print(*both.children[i]));
  }
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::Proximity& chain) {
  using Unit = ast::Closeness::Unit;
  const auto change = [&](auto matters, auto edit, Step step, const char* words) {
    if (std::none_of(chain.between.begin(), chain.between.end(), matters)) return;
    ast::NodePtr looser = copy(*slot);
    auto& between = std::get<ast::Proximity>(looser->value).between;
    std::for_each(between.begin(), between.end(), edit);
    offer(slot, std::move(looser), step, words);
  };
  change([](const ast::Closeness& closeness) { return closeness.ordered; },
         [](ast::Closeness& closeness) { closeness.ordered = false; }, Step::Writing,
         "in either order");
  change([](const ast::Closeness& closeness) { return closeness.unit != Unit::Paragraph; },
         [](ast::Closeness& closeness) {
           if (closeness.unit == Unit::Words) {
             closeness.distance = std::min(closeness.distance * kTimesFarther, kLargestNumber);
           }
           if (closeness.unit == Unit::Sentence) closeness.unit = Unit::Paragraph;
         },
         Step::Distance, "farther apart");
  ast::And anywhere;
  for (const ast::NodePtr& operand : chain.operands) {
    anywhere.children.push_back(copy(*operand));
  }
  offer(slot, ast::make_node(std::move(anywhere)), Step::Neighbourhood, "the words anywhere");
  if (!field_.empty() && role_of(field_) != FieldRole::PartOfText) return;
  // A run of several words that becomes another run may be farther from its neighbour; one word
  // that becomes more words stays where it is.
  for (ast::NodePtr& operand : chain.operands) {
    if (is<ast::Word>(*operand)) walk(operand);
  }
}

void Relaxer::relax_node(ast::NodePtr& slot, ast::Function& function) {
  if (!asks_for_words_alone(*function.child)) return;
  offer(slot, copy(*function.child), Step::Neighbourhood, change_of(function.kind));
  const bool counts_places =
      function.kind == ast::Function::Kind::AtLeast || function.kind == ast::Function::Kind::First;
  if (!counts_places || is<ast::Word>(*function.child)) walk(function.child);
}

void Relaxer::relax_date(ast::NodePtr& slot, const ast::Fielded& fielded) {
  ast::Or either;
  either.children.push_back(copy(*slot));
  either.children.push_back(
      ast::make_node(ast::Fielded{"missing", {}, ast::make_node(ast::Word{"date"})}));
  offer(slot, ast::make_node(std::move(either)), Step::Undated, "or undated");
  if (auto wider = year_around(*fielded.child)) {
    offer(slot, ast::make_node(ast::Fielded{fielded.name, {}, ast::make_node(*std::move(wider))}),
          Step::Place, "a year around");
  }
}

/// From the year before to the year after.
std::optional<ast::Range> Relaxer::year_around(const ast::Node& date) const {
  std::optional<Bound> bound;
  if (const auto* word = std::get_if<ast::Word>(&date.value)) {
    bound = bind_date(word->text, {}, options_.today);
  } else if (const auto* range = std::get_if<ast::Range>(&date.value)) {
    bound = bind_date_range(*range, options_.today);
  }
  if (!bound || !*bound) return std::nullopt;
  const auto& dates = std::get<bound::Dates>((**bound)->value);
  static const std::int32_t kFirst = make_date(2)->first_day();
  static const std::int32_t kLast = make_date(9998)->first_day();
  ast::Range wider;
  const auto year_of = [](std::int32_t day) { return date_of_day(day).year; };
  if (dates.first && *dates.first > kFirst) {
    wider.low = make_date(year_of(*dates.first) - 1)->to_string();
  }
  if (dates.last && *dates.last < kLast) {
    wider.high = make_date(year_of(*dates.last) + 1)->to_string();
  }
  if (!wider.low && !wider.high) return std::nullopt;
  return wider;
}

/// Any of the words and phrases that are known; filters stay.
void Relaxer::all_but_one() {
  const auto* both = std::get_if<ast::And>(&root_->value);
  if (both == nullptr) return;
  ast::Or any;
  ast::And all;
  for (const ast::NodePtr& child : both->children) {
    if (is<ast::Word>(*child) && options_.unknown.count(print(*child)) > 0) continue;
    (is_filter(*child) ? all.children : any.children).push_back(copy(*child));
  }
  if (any.children.size() < 2) return;
  all.children.insert(all.children.begin(), ast::make_node(std::move(any)));
  offer(root_, ast::make_node(std::move(all)), Step::AllButOne, "any of the words");
}

template <class Chain>
void flatten(ast::NodePtr& node) {
  auto* chain = std::get_if<Chain>(&node->value);
  if (chain == nullptr) return;
  std::vector<ast::NodePtr> flat;
  for (ast::NodePtr& child : chain->children) {
    if (auto* same = std::get_if<Chain>(&child->value)) {
      std::move(same->children.begin(), same->children.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(child));
    }
  }
  chain->children = std::move(flat);
  if (chain->children.size() != 1) return;
  ast::NodePtr only = std::move(chain->children.front());
  node = std::move(only);
}

}  // namespace

ast::NodePtr well_formed(ast::NodePtr query) {
  for_each_child(*query, [](ast::NodePtr& child) { child = well_formed(std::move(child)); });
  flatten<ast::And>(query);
  flatten<ast::Or>(query);
  flatten<ast::Xor>(query);
  return query;
}

std::vector<Relaxation> relax(const ast::Node& query, const RelaxOptions& options) {
  return Relaxer(query, options).run();
}

}  // namespace morgue
