// SPDX-License-Identifier: GPL-3.0-or-later
// Article to the mentions that are stored and indexed.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/index/entities_of.h"
#include "indexer/build/mention_finder.h"
#include "indexer/entities/entity_setup.h"
#include "indexer/entities/merge_mentions.h"
#include "indexer/entities/unify_names.h"

namespace morgue {

/// Which mentions an article is to have.
struct MentionPlan {
  enum class How {
    Find,   ///< those that are found in the text, and the known ones
    Merge,  ///< the known ones, after overlaps are decided and names unified
    Keep,   ///< the known ones as they are
  };
  How how = How::Find;
  std::vector<Mention> known;
};

/// Used by one thread; reuse it.
class EntityFinder {
 public:
  explicit EntityFinder(EntitySetup setup) : setup_(std::move(setup)) {}

  /// The token lists are those of the article's title and body; `lang` is its language.
  std::vector<PlacedMention> find(const Article& article, std::string_view lang,
                                  const TokenList& title, const TokenList& body, MentionPlan plan);

  /// What it has done since the last call.
  EntityCounts take_counts() { return std::exchange(counts_, {}); }

 private:
  void find_names(const Article& article, std::string_view lang, const TokenList& title,
                  const TokenList& body, std::vector<Mention>& mentions);
  void recognize(const Article& article, std::string_view lang, const TokenList& title,
                 const TokenList& body, std::vector<Mention>& mentions);

  EntitySetup setup_;
  /// Null: there is no model for that language.
  std::map<std::string, std::unique_ptr<Recognizer>, std::less<>> models_;
  MentionFinder metadata_;
  NameUnifier unifier_;
  EntityCounts counts_;
};

}  // namespace morgue
