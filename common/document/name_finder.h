// SPDX-License-Identifier: GPL-3.0-or-later
// Article to the mentions that are stored and indexed.
#pragma once

#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/mentions/mention_finder.h"
#include "common/mentions/merge_mentions.h"
#include "common/mentions/unify_names.h"

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

/// Finds the names of the metadata in the text. Who knows of more names derives from it. Used by
/// one thread; reuse it.
class NameFinder {
 public:
  NameFinder() = default;
  NameFinder(const NameFinder&) = delete;
  NameFinder& operator=(const NameFinder&) = delete;
  virtual ~NameFinder() = default;

  /// The token lists are those of the article's title and body; `lang` is its language.
  std::vector<PlacedMention> find(const Article& article, std::string_view lang,
                                  const TokenList& title, const TokenList& body, MentionPlan plan);

 protected:
  /// Appends what stands in the text; overlaps are decided later.
  virtual void find_names(const Article& article, std::string_view lang, const TokenList& title,
                          const TokenList& body, std::vector<Mention>& mentions);

 private:
  MentionFinder metadata_;
  NameUnifier unifier_;
};

}  // namespace morgue
