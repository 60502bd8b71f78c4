// SPDX-License-Identifier: GPL-3.0-or-later
// Names found by a trained model.
#pragma once

#include <memory>
#include <vector>

#include "indexer/entities/names/name_resolver.h"
#include "indexer/entities/recognizer.h"
#include "indexer/entities/tagger/tagger.h"

namespace morgue {

/// Tokens, tags, then one name for each person, organisation and place of the article.
class ModelRecognizer : public Recognizer {
 public:
  explicit ModelRecognizer(std::shared_ptr<const TaggerModel> model);

  void recognize(const Article& article, const TokenList& title, const TokenList& body,
                 std::vector<Mention>& mentions) override;

 private:
  Tagger tagger_;
  NameResolver resolver_;
  SurfaceText title_, body_;
  std::vector<TaggedName> names_;
};

}  // namespace morgue
