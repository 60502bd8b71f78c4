// SPDX-License-Identifier: GPL-3.0-or-later
// Names in a text, by a trained model.
#pragma once

#include <memory>
#include <vector>

#include "indexer/entities/surface_text.h"
#include "indexer/entities/tagged_name.h"
#include "indexer/entities/tagger/confidence.h"
#include "indexer/entities/tagger/document_context.h"
#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/tagger_model.h"
#include "indexer/entities/tagger/viterbi.h"

namespace morgue {

/// Reads an article twice: the second time knowing what the first reading took each word for. One
/// thread each; reuse it.
class Tagger {
 public:
  explicit Tagger(std::shared_ptr<const TaggerModel> model);

  /// Appends the names of the title, then those of the body, in the order of the text.
  void tag(const SurfaceText& title, const SurfaceText& body, std::vector<TaggedName>& names);

  const TaggerModel& model() const { return *model_; }

 private:
  /// Where the tokens of a sentence are.
  struct Place {
    TextPart part = TextPart::Body;
    std::uint32_t first = 0;
  };

  void take_sentences(const SurfaceText& text, TextPart part);
  void choose_tokens(const Sentence& sentence);
  void read_first(std::size_t sentence);
  void read_second(std::size_t sentence);
  void decode(const Sentence& sentence, std::vector<Emission>& emissions, std::size_t reading,
              std::vector<Label>& labels);
  void add_names(std::size_t sentence, std::vector<TaggedName>& names);

  std::shared_ptr<const TaggerModel> model_;
  WordCache words_;
  DocumentContext context_;
  Viterbi viterbi_;
  Confidence confidence_;
  std::vector<Sentence> sentences_;  // these vectors are as long: one entry a sentence
  std::vector<Place> places_;
  std::vector<std::vector<Label>> labels_;
  std::vector<std::vector<Emission>> second_;  // what the features of both readings add up to
  std::vector<PhraseMarks> phrases_;
  std::vector<Emission> first_;
  std::vector<Hash> features_;
  std::vector<const WeightRow*> rows_;
  std::vector<bool> chosen_;  // tokens that can be part of a name
};

}  // namespace morgue
