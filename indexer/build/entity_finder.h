// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are found in texts by what a run of the indexer was told.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/document/name_finder.h"
#include "indexer/entities/entity_setup.h"

namespace morgue {

/// Finds them by models and watch-lists, too. Used by one thread; reuse it.
class EntityFinder : public NameFinder {
 public:
  explicit EntityFinder(EntitySetup setup) : setup_(std::move(setup)) {}

  /// What it has done since the last call.
  EntityCounts take_counts() { return std::exchange(counts_, {}); }

 protected:
  void find_names(const Article& article, std::string_view lang, const TokenList& title,
                  const TokenList& body, std::vector<Mention>& mentions) override;

 private:
  void recognize(const Article& article, std::string_view lang, const TokenList& title,
                 const TokenList& body, std::vector<Mention>& mentions);

  EntitySetup setup_;
  /// Null: there is no model for that language.
  std::map<std::string, std::unique_ptr<Recognizer>, std::less<>> models_;
  EntityCounts counts_;
};

}  // namespace morgue
