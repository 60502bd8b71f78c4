// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/boilerplate/find_boilerplate.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <xxhash.h>

namespace morgue {
namespace {

/// Stands for all paragraphs of an article, whichever of them are marked.
std::uint64_t hash_of_all(const ParagraphKeys& keys) {
  std::vector<ParagraphKey> all;
  all.reserve(keys.text.size() + keys.boilerplate.size());
  std::merge(keys.text.begin(), keys.text.end(), keys.boilerplate.begin(), keys.boilerplate.end(),
             std::back_inserter(all));
  return XXH3_64bits_withSeed(all.data(), all.size() * sizeof(ParagraphKey), keys.outlet);
}

class Counter {
 public:
  Counter(const EachArticle& each_article, std::uint64_t least)
      : each_article_(each_article), least_(least) {
    choose_articles();
  }

  std::vector<ParagraphKey> find(std::size_t most_keys) {
    const std::uint64_t parts = paragraphs_ / most_keys + 1;
    std::vector<ParagraphKey> found;
    for (std::uint64_t part = 0; part < parts; ++part) add_part(part, parts, found);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  struct Occurrence {
    ParagraphKey key;
    std::uint64_t outlet;
  };

  /// Of the articles with the same paragraphs the first.
  void choose_articles() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> articles;  // the hash of all, the number
    std::vector<std::uint64_t> outlets;
    each_article_([&](const ParagraphKeys& keys) {
      articles.emplace_back(hash_of_all(keys), static_cast<std::uint32_t>(articles.size()));
      outlets.push_back(keys.outlet);
      paragraphs_ += keys.text.size() + keys.boilerplate.size();
    });
    counts_.resize(articles.size());
    std::sort(articles.begin(), articles.end());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (i > 0 && articles[i].first == articles[i - 1].first) continue;
      counts_[articles[i].second] = true;
      ++articles_of_[outlets[articles[i].second]];
    }
  }

  /// Paragraphs whose keys leave the remainder `part`; the last bit is no part of the hash.
  void add_part(std::uint64_t part, std::uint64_t parts, std::vector<ParagraphKey>& found) {
    std::vector<Occurrence> all;
    std::size_t article = 0;
    each_article_([&](const ParagraphKeys& keys) {
      if (!counts_[article++]) return;
      for (const auto* list : {&keys.text, &keys.boilerplate}) {
        for (const ParagraphKey key : *list) {
          if ((key >> 1U) % parts == part) all.push_back({key, keys.outlet});
        }
      }
    });
    std::sort(all.begin(), all.end(),
              [](const Occurrence& a, const Occurrence& b) { return a.key < b.key; });
    for (std::size_t first = 0; first < all.size();) {
      std::size_t last = first;
      while (last < all.size() && all[last].key == all[first].key) ++last;
      if (is_boilerplate(all[first], last - first)) found.push_back(all[first].key);
      first = last;
    }
  }

  bool is_boilerplate(const Occurrence& paragraph, std::uint64_t articles) const {
    if (articles < least_) return false;
    return !is_short(paragraph.key) ||
           articles * kShortInOneOf >= articles_of_.at(paragraph.outlet);
  }

  const EachArticle& each_article_;
  std::uint64_t least_;
  std::uint64_t paragraphs_ = 0;
  std::vector<bool> counts_;  ///< whether an article counts, or an earlier one for it
  std::unordered_map<std::uint64_t, std::uint64_t> articles_of_;  ///< an outlet; those that count
};

}  // namespace

std::vector<ParagraphKey> find_boilerplate(const EachArticle& each_article, std::uint64_t least,
                                           std::size_t most_keys) {
  return Counter(each_article, least).find(most_keys);
}

}  // namespace morgue
