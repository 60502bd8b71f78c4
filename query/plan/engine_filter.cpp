// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/engine_filter.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"

namespace morgue {
namespace {

using Xapian::Query;

/// From so many terms on the engine is no faster.
constexpr std::size_t kMostTerms = 1000;

/// A match of it holds a term of each place, within `span` positions.
struct Cluster {
  std::vector<std::vector<std::string>> places;
  std::uint64_t span = 0;
};

using MaybeCluster = std::optional<Cluster>;

MaybeCluster cluster_of(const match::Node& node);

MaybeCluster cluster_of(const match::Sequence& sequence) {
  Cluster cluster;
  for (const match::Place& place : sequence.places) {
    if (!place.any_word) cluster.places.push_back(place.terms);
  }
  cluster.span = std::uint64_t{sequence.places.size()} + sequence.slop;
  return cluster;
}

/// Alternatives of a word each.
MaybeCluster cluster_of(const match::AnyOf& any) {
  Cluster cluster{{{}}, 1};
  for (const match::NodePtr& child : any.children) {
    const MaybeCluster one = cluster_of(*child);
    if (!one || one->places.size() != 1 || one->span != 1) return std::nullopt;
    std::vector<std::string>& terms = cluster.places.front();
    terms.insert(terms.end(), one->places.front().begin(), one->places.front().end());
  }
  return cluster;
}

MaybeCluster cluster_of(const match::Near& near) {
  Cluster cluster;
  for (const match::NodePtr& operand : near.operands) {
    MaybeCluster one = cluster_of(*operand);
    if (!one) return std::nullopt;
    std::move(one->places.begin(), one->places.end(), std::back_inserter(cluster.places));
    cluster.span += one->span;
  }
  for (const ast::Closeness& closeness : near.between) {
    if (closeness.unit != ast::Closeness::Unit::Words) return std::nullopt;
    cluster.span += closeness.distance - 1;
  }
  return cluster;
}

MaybeCluster cluster_of(const match::Apart& apart) { return cluster_of(*apart.kept); }
MaybeCluster cluster_of(const match::Within& within) { return cluster_of(*within.child); }
MaybeCluster cluster_of(const match::Mention&) { return std::nullopt; }
MaybeCluster cluster_of(const match::AllOf&) { return std::nullopt; }

MaybeCluster cluster_of(const match::Node& node) {
  return std::visit([](const auto& value) { return cluster_of(value); }, node.value);
}

/// The engine wants a position of its own for each place, which a term that stands in two of them,
/// or shares positions with one ("metoo" with "#metoo"), may not get.
bool places_are_apart(const Cluster& cluster) {
  for (std::size_t i = 0; i < cluster.places.size(); ++i) {
    for (const std::string& a : cluster.places[i]) {
      for (std::size_t j = i + 1; j < cluster.places.size(); ++j) {
        for (const std::string& b : cluster.places[j]) {
          if (a.find(b) != a.npos || b.find(a) != b.npos) return false;
        }
      }
    }
  }
  return true;
}

std::optional<Query> closeness_of(const Cluster& cluster) {
  std::size_t terms = 0;
  for (const auto& place : cluster.places) terms += place.size();
  // Title and body are so far apart that no smaller span reaches from one to the other.
  if (cluster.places.size() < 2 || cluster.span >= kBodyBase - kTitleEnd || terms > kMostTerms ||
      !places_are_apart(cluster)) {
    return std::nullopt;
  }
  std::vector<Query> words;
  for (const auto& place : cluster.places) {
    words.emplace_back(Query::OP_OR, place.begin(), place.end());
  }
  return Query(Query::OP_NEAR, words.begin(), words.end(),
               static_cast<Xapian::termcount>(cluster.span));
}

/// The filters of all children that have one.
std::optional<Query> filters_of(const std::vector<match::NodePtr>& children) {
  std::vector<Query> filters;
  for (const match::NodePtr& child : children) {
    if (auto filter = engine_filter(*child)) filters.push_back(*std::move(filter));
  }
  if (filters.empty()) return std::nullopt;
  return Query(Query::OP_AND, filters.begin(), filters.end());
}

}  // namespace

std::optional<Query> engine_filter(const match::Node& expression) {
  if (const auto cluster = cluster_of(expression)) {
    // Weightless as a whole, so that the engine evaluates it as a part of its own and not after all
    // else that it is joined with.
    if (auto close = closeness_of(*cluster)) return Query(Query::OP_SCALE_WEIGHT, *close, 0.0);
  }
  if (const auto* all = std::get_if<match::AllOf>(&expression.value)) {
    return filters_of(all->children);
  }
  if (const auto* near = std::get_if<match::Near>(&expression.value)) {
    return filters_of(near->operands);
  }
  return std::nullopt;
}

}  // namespace morgue
