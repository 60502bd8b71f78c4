// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/copies/find_copies.h"

#include <algorithm>
#include <utility>

namespace morgue {
namespace {

/// Two articles that share a hash; the later one is in the upper half, so that pairs sort by it.
using Pair = std::uint64_t;

constexpr unsigned kHalf = 32;

constexpr std::uint64_t joined(std::uint32_t upper, std::uint32_t lower) {
  return (static_cast<std::uint64_t>(upper) << kHalf) | lower;
}
constexpr std::uint32_t upper(std::uint64_t pair) {
  return static_cast<std::uint32_t>(pair >> kHalf);
}
constexpr std::uint32_t lower(std::uint64_t pair) { return static_cast<std::uint32_t>(pair); }

void sort_each_once(std::vector<std::uint64_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Finds the pairs to compare. Articles are meant by their places in the order.
class PairFinder {
 public:
  PairFinder(const SketchList& articles, const std::vector<std::uint32_t>& order)
      : articles_(articles), order_(order) {}

  std::vector<Pair> find(std::size_t most_hashes) {
    std::uint64_t hashes = 0;
    for (const std::uint32_t article : order_) {
      articles_.for_each_hash(article, [&](std::uint32_t) { ++hashes; });
    }
    const auto parts = static_cast<std::uint32_t>(hashes / most_hashes + 1);
    for (std::uint32_t part = 0; part < parts; ++part) add_part(part, parts);
    return std::move(pairs_);
  }

 private:
  /// The pairs with a common hash that leaves the remainder `part`.
  void add_part(std::uint32_t part, std::uint32_t parts) {
    std::vector<std::uint64_t> places;  // a hash in the upper half, an article in the lower
    for (std::uint32_t place = 0; place < order_.size(); ++place) {
      articles_.for_each_hash(order_[place], [&](std::uint32_t hash) {
        if (hash % parts == part) places.push_back(joined(hash, place));
      });
    }
    std::sort(places.begin(), places.end());
    for (std::size_t first = 0; first < places.size();) {
      std::size_t last = first;
      while (last < places.size() && upper(places[last]) == upper(places[first])) ++last;
      add_group(places, first, last);
      first = last;
    }
    sort_each_once(pairs_);
  }

  /// Articles of one hash. Each is paired with the first of them and with those just before it: as
  /// copies share many hashes, that leaves hardly any two copies apart, and costs no squares.
  void add_group(const std::vector<std::uint64_t>& places, std::size_t first, std::size_t last) {
    constexpr std::size_t kNeighbours = 4;
    for (std::size_t i = first + 1; i < last; ++i) {
      const std::uint32_t place = lower(places[i]);
      const std::size_t before = std::max(i, first + kNeighbours) - kNeighbours;
      for (std::size_t j = before; j < i; ++j) pairs_.push_back(joined(place, lower(places[j])));
      for (std::size_t j = first; j < std::min(before, first + kNeighbours); ++j) {
        pairs_.push_back(joined(place, lower(places[j])));
      }
    }
    if (pairs_.size() < most_pairs_) return;
    sort_each_once(pairs_);
    most_pairs_ = std::max(most_pairs_, 2 * pairs_.size());
  }

  const SketchList& articles_;
  const std::vector<std::uint32_t>& order_;
  std::vector<Pair> pairs_;
  std::size_t most_pairs_ = 4'000'000;  ///< when so many are there, copies of pairs go
};

/// Decides for one article after the other whose copy it is.
class Grouping {
 public:
  Grouping(const SketchList& articles, const std::vector<std::uint32_t>& order)
      : articles_(articles), order_(order), stands_for_(order.size()) {
    for (std::uint32_t place = 0; place < order.size(); ++place) stands_for_[place] = place;
  }

  /// Candidates earlier in the order, which have been decided.
  void decide(std::uint32_t place, std::vector<std::uint32_t> candidates) {
    for (std::uint32_t& candidate : candidates) candidate = stands_for_[candidate];
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    const TextSketch sketch = articles_.sketch(order_[place]);
    const Publication& publication = articles_.publication(order_[place]);
    double most = 0;
    for (const std::uint32_t candidate : candidates) {
      const std::uint32_t other = order_[candidate];
      const double part =
          copied_part(sketch, publication, articles_.sketch(other), articles_.publication(other));
      if (part <= most) continue;
      most = part;
      stands_for_[place] = candidate;
    }
  }

  std::vector<Copies> result() const {
    std::vector<std::uint64_t> members;  // who stands for it, the article; both as places
    for (std::uint32_t place = 0; place < order_.size(); ++place) {
      if (stands_for_[place] != place) members.push_back(joined(stands_for_[place], place));
    }
    std::sort(members.begin(), members.end());
    std::vector<Copies> groups;
    std::uint32_t first = 0;
    for (const std::uint64_t member : members) {
      if (groups.empty() || upper(member) != first) {
        first = upper(member);
        groups.push_back({order_[first]});
      }
      groups.back().push_back(order_[lower(member)]);
    }
    return groups;
  }

 private:
  const SketchList& articles_;
  const std::vector<std::uint32_t>& order_;
  std::vector<std::uint32_t> stands_for_;  ///< itself, or the first article of its text
};

}  // namespace

void SketchList::add(const Publication& publication, std::uint64_t id, const TextSketch& sketch) {
  const auto size_of = [](const HashSample& sample) {
    return static_cast<std::uint32_t>(sample.hashes.size());
  };
  articles_.push_back({publication, id, hashes_.size(), sketch.shingles.of, sketch.marks.of,
                       size_of(sketch.shingles), size_of(sketch.marks)});
  for (const HashSample* sample : {&sketch.shingles, &sketch.marks}) {
    hashes_.insert(hashes_.end(), sample->hashes.begin(), sample->hashes.end());
  }
}

TextSketch SketchList::sketch(std::uint32_t article) const {
  const SketchedArticle& one = articles_[article];
  const auto begin = hashes_.begin() + static_cast<std::ptrdiff_t>(one.begin);
  const auto middle = begin + one.sampled_shingles;
  return {{one.shingles, {begin, middle}}, {one.marks, {middle, middle + one.sampled_marks}}};
}

std::vector<std::uint32_t> SketchList::order() const {
  std::vector<std::uint32_t> order(size());
  for (std::uint32_t article = 0; article < order.size(); ++article) order[article] = article;
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    const SketchedArticle& a = articles_[left];
    const SketchedArticle& b = articles_[right];
    if (a.publication.day != b.publication.day) return a.publication.day < b.publication.day;
    return a.shingles != b.shingles ? a.shingles > b.shingles : a.id < b.id;
  });
  return order;
}

std::vector<Copies> find_copies(const SketchList& articles, std::size_t most_hashes) {
  const std::vector<std::uint32_t> order = articles.order();
  const std::vector<Pair> pairs = PairFinder(articles, order).find(most_hashes);
  Grouping grouping(articles, order);
  for (auto pair = pairs.begin(); pair != pairs.end();) {
    const std::uint32_t place = upper(*pair);
    std::vector<std::uint32_t> candidates;
    for (; pair != pairs.end() && upper(*pair) == place; ++pair) {
      candidates.push_back(lower(*pair));
    }
    grouping.decide(place, std::move(candidates));
  }
  return grouping.result();
}

}  // namespace morgue
