// SPDX-License-Identifier: GPL-3.0-or-later
// What a tagger looks at: each token's features, as hashes. Trainer and tagger share it, so a
// change here needs a new model and a new kFeatureVersion.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagger/document_context.h"
#include "indexer/entities/tagger/labels.h"
#include "indexer/entities/tagger/phrases.h"
#include "indexer/entities/tagger/sentence.h"

namespace morgue {

inline constexpr std::uint32_t kFeatureVersion = 1;

/// Everything one sentence's features are made of.
struct FeatureInput {
  const Sentence& sentence;
  const DocumentContext& context;
  const PhraseMarks& phrases;
};

/// Appends the features of a token for both readings.
void add_features(const FeatureInput& input, std::size_t token, std::vector<Hash>& features);

/// Appends those that only the second reading has: what the first one made of the sentence
/// (`labels`) and of the article (the context's labels).
void add_second_features(const FeatureInput& input, const std::vector<Label>& labels,
                         std::size_t token, std::vector<Hash>& features);

}  // namespace morgue
