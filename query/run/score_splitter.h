// SPDX-License-Identifier: GPL-3.0-or-later
// Which words a score comes from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/explanation.h"
#include "query/plan/score_tree.h"

namespace morgue {

/// Single-threaded. The tree must outlive it.
class ScoreSplitter {
 public:
  ScoreSplitter(const Xapian::Database& database, const ScoreNode& tree)
      : database_(database), tree_(tree) {}

  /// What each word adds to the score of a document, in the order of the query. A word's share is
  /// parted between title and body as its weighted frequency is.
  std::vector<ScorePart> split(Xapian::docid document, const std::string& id) const;

 private:
  struct Target {
    Xapian::docid document;
    std::string id_term;
  };
  void add(const ScoreNode& node, const Target& target, std::vector<ScorePart>& parts) const;
  std::optional<double> score(const Xapian::Query& query, const Target& target) const;
  double title_share(const ScoreNode& leaf, Xapian::docid document) const;

  Xapian::Database database_;
  const ScoreNode& tree_;
};

}  // namespace morgue
