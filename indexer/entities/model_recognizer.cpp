// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/model_recognizer.h"

#include <utility>

#include "indexer/entities/surface_tokens.h"

namespace morgue {

ModelRecognizer::ModelRecognizer(std::shared_ptr<const TaggerModel> model)
    : tagger_(std::move(model)) {}

void ModelRecognizer::recognize(const Article& article, const TokenList& title,
                                const TokenList& body, std::vector<Mention>& mentions) {
  make_surface_text(article.title, title, title_);
  make_surface_text(article.body, body, body_);
  names_.clear();
  tagger_.tag(title_, body_, names_);
  resolver_.resolve(title_, body_, tagger_.model().lang, names_, mentions);
}

}  // namespace morgue
