// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/score_tree.h"

#include <optional>
#include <utility>

#include "common/index/schema.h"
#include "query/plan/expand.h"
#include "query/plan/positional.h"

namespace morgue {
namespace {

using Made = std::optional<QueryError>;

/// "title:", "byline:", or nothing for the whole text.
std::string field_of(const bound::Phrase& phrase) {
  if (phrase.zone == bound::Zone::Title) return "title:";
  if (phrase.zone == bound::Zone::Body) return "body:";
  if (phrase.zone == bound::Zone::Lead) return "lead:";
  if (phrase.prefix.empty()) return "";
  for (const Field& field : kFields) {
    if (field.prefix == phrase.prefix) return std::string(field.name) + ":";
  }
  return "field:";  // one of the source's own
}

class Maker {
 public:
  Maker(const ArchiveView& view, const CompileOptions& options)
      : view_(view), options_(options), positional_(view, options.max_expansions) {}

  /// Fills `out`; gives what went wrong.
  Made make(const bound::Node& node, ScoreNode& out) {
    if (const auto* weighted = std::get_if<bound::Weighted>(&node.value)) {
      const double outside = std::exchange(weight_, weight_ * weighted->weight);
      Made error = make(*weighted->child, out);
      weight_ = outside;
      return error;
    }
    auto plan = compile(node, view_, options_);
    if (!plan) return plan.error();
    out.query = plan->query;
    return std::visit([&](const auto& value) { return make_parts(value, out); }, node.value);
  }

 private:
  template <class Filter>
  Made make_parts(const Filter&, ScoreNode&) {
    return std::nullopt;
  }
  Made make_parts(const bound::And& both, ScoreNode& out) { return make_all(both.children, out); }
  Made make_parts(const bound::Or& either, ScoreNode& out) {
    return make_all(either.children, out);
  }
  Made make_parts(const bound::Xor& one, ScoreNode& out) { return make_all(one.children, out); }
  Made make_parts(const bound::Phrase& phrase, ScoreNode& out) { return add_words(phrase, out); }
  Made make_parts(const bound::Near& near, ScoreNode& out) { return add_all(near.operands, out); }
  Made make_parts(const bound::Apart& apart, ScoreNode& out) { return add(*apart.kept, out); }
  Made make_parts(const bound::First& first, ScoreNode& out) { return add(*first.child, out); }
  Made make_parts(const bound::AtLeast& many, ScoreNode& out) { return add(*many.child, out); }

  Made make_all(const std::vector<bound::NodePtr>& children, ScoreNode& out) {
    for (const bound::NodePtr& child : children) {
      if (std::holds_alternative<bound::Not>(child->value)) continue;
      if (Made error = make(*child, out.parts.emplace_back())) return error;
    }
    return std::nullopt;
  }

  // Where positions decide, the score is that of the candidates.
  Made add(const bound::Node& node, ScoreNode& out) {
    ScoreNode part;
    auto compiled = positional_.compile(node);
    if (!compiled) return compiled.error();
    if (!*compiled) return std::nullopt;
    part.query = (*compiled)->candidates;
    Made error;
    if (const auto* both = std::get_if<bound::And>(&node.value)) {
      error = add_all(both->children, part);
    } else if (const auto* either = std::get_if<bound::Or>(&node.value)) {
      error = add_all(either->children, part);
    } else {
      error = std::visit([&](const auto& value) { return make_parts(value, part); }, node.value);
    }
    out.parts.push_back(std::move(part));
    return error;
  }
  Made add_all(const std::vector<bound::NodePtr>& children, ScoreNode& out) {
    for (const bound::NodePtr& child : children) {
      if (Made error = add(*child, out)) return error;
    }
    return std::nullopt;
  }

  Made add_words(const bound::Phrase& phrase, ScoreNode& out) {
    if (!phrase.scored) return std::nullopt;
    for (const bound::Place& place : phrase.places) {
      if (place.empty()) continue;
      bound::Phrase alone = phrase;
      alone.places = {place};
      alone.slop = 0;
      auto compiled = positional_.compile(alone);
      if (!compiled) return compiled.error();
      if (!*compiled) continue;
      ScoreNode leaf;
      leaf.query = (*compiled)->candidates;
      leaf.weight = weight_;
      leaf.word = field_of(phrase);
      for (std::size_t i = 0; i < place.size(); ++i) {
        leaf.word += (i == 0 ? "" : "|") + describe(place[i]);
      }
      leaf.prefix = phrase.prefix;
      out.parts.push_back(std::move(leaf));
    }
    return std::nullopt;
  }

  const ArchiveView& view_;
  const CompileOptions& options_;
  PositionalCompiler positional_;
  double weight_ = 1;
};

}  // namespace

Result<ScoreNode, QueryError> make_score_tree(const bound::Node& query, const ArchiveView& view,
                                              const CompileOptions& options) {
  ScoreNode root;
  if (Made error = Maker(view, options).make(query, root)) return *std::move(error);
  return root;
}

}  // namespace morgue
