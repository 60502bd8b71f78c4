// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled texts to a model.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/entities/tagger/tagger_model.h"
#include "indexer/entities/train/crf.h"
#include "indexer/entities/train/labelled_text.h"

namespace morgue {

/// Texts labelled by one guideline. Domains learn from each other, but keep what they differ in
/// apart; the model speaks as domain 0 does.
struct TrainingSet {
  std::vector<LabelledDocument> documents;
  std::uint32_t domain = 0;
};

struct TrainOptions {
  std::string lang = "en";
  std::string name = "news";
  CrfOptions crf;
  std::size_t rarest = 2;         ///< features that are seen less often are not learnt
  std::size_t folds = 4;          ///< of the first readings that the second one learns from
  double in_capitals = 0.2;       ///< share of domain 0 that is learnt once more in capitals
  double in_title_case = 0.15;    ///< and with capitals at each word
  float smallest_weight = 0.25F;  ///< features with no weight as large are left out of the model
  unsigned jobs = 1;              ///< threads; the model is the same with any number
};

/// Called from several threads, one at a time.
using TrainProgress = std::function<void(const std::string& line)>;

/// `lists` and `clusters`: see Lexicon. Error "lexicon". Precondition: some set has domain 0.
Result<ModelParts> train_model(const std::vector<TrainingSet>& sets, const std::string& lists,
                               const std::string& clusters, const TrainOptions& options,
                               const TrainProgress& progress);

}  // namespace morgue
