// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/saved_queries.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>
#include <vector>

#include "query/parse/parser.h"
#include "query/plan/rewrite.h"
#include "query/plan/suggest.h"

namespace morgue {
namespace {

class Substitution {
 public:
  explicit Substitution(const SavedQueries& saved) : saved_(saved) {}

  std::optional<QueryError> apply(ast::NodePtr& node) {
    if (auto* fielded = std::get_if<ast::Fielded>(&node->value)) {
      if (lower_ascii(fielded->name) == "query") return replace(node);
    }
    std::optional<QueryError> error;
    for_each_child(*node, [&](ast::NodePtr& child) {
      if (!error) error = apply(child);
    });
    return error;
  }

 private:
  std::optional<QueryError> replace(ast::NodePtr& node) {
    const Span span = node->span;
    const auto& fielded = std::get<ast::Fielded>(node->value);
    const auto* name = std::get_if<ast::Word>(&fielded.child->value);
    if (name == nullptr) {
      return QueryError{"Q132", span, "query: takes the name of a saved query", saved_.help()};
    }
    const std::string* text = saved_.find(name->text);
    if (text == nullptr) {
      return QueryError{"Q132", fielded.child->span, "no saved query \"" + name->text + "\"",
                        saved_.help()};
    }
    if (std::find(open_.begin(), open_.end(), name->text) != open_.end()) {
      return QueryError{"Q132", span, "the saved query \"" + name->text + "\" leads back to itself",
                        "each stands for a text that must end"};
    }
    auto parsed = parse_query(*text);
    if (!parsed) return inside(name->text, span, parsed.error());
    open_.push_back(name->text);
    auto error = apply(parsed->root);
    if (error) return inside(open_.back(), span, *error);
    open_.pop_back();
    set_span(*parsed->root, span);
    node = std::move(parsed->root);
    return std::nullopt;
  }

  static QueryError inside(const std::string& name, Span span, QueryError error) {
    error.message = "in the saved query " + name + ": " + error.message;
    error.span = span;
    return error;
  }

  /// What is wrong inside shows as the name in the query that was typed.
  static void set_span(ast::Node& node, Span span) {
    node.span = span;
    if (auto* fielded = std::get_if<ast::Fielded>(&node.value)) fielded->name_span = span;
    if (auto* range = std::get_if<ast::Range>(&node.value)) {
      range->low_span = range->high_span = span;
    }
    for_each_child(node, [&](ast::NodePtr& child) { set_span(*child, span); });
  }

  const SavedQueries& saved_;
  std::vector<std::string> open_;  // those being replaced, outermost first
};

}  // namespace

void SavedQueries::add_file(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    if (tab != line.npos) {
      add(line.substr(0, tab), line.substr(tab + 1));
    } else if (faulty_line_.empty()) {
      faulty_line_ = file.string() + ":" + std::to_string(number);
    }
  }
}

const std::string* SavedQueries::find(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string SavedQueries::help() const {
  if (!faulty_line_.empty()) return faulty_line_ + " has no tab between a name and a query";
  if (texts_.empty()) {
    return "none is saved here: write name, tab, query into queries.tsv of the archive";
  }
  std::string help = "saved here:";
  for (const auto& [name, text] : texts_) help += " " + name;
  return help;
}

Result<ast::NodePtr, QueryError> with_saved(const ast::Node& query, const SavedQueries& saved) {
  ast::NodePtr whole = copy(query);
  if (auto error = Substitution(saved).apply(whole)) return *std::move(error);
  return whole;
}

}  // namespace morgue
