// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases of a sentence that are in lists of names.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/tagger/lexicon.h"
#include "indexer/entities/tagger/sentence.h"

namespace morgue {

/// For each token 4 bits a list: begin, inside, last, alone.
using PhraseMarks = std::vector<std::uint64_t>;
void find_phrases(const Sentence& sentence, const Lexicon& lexicon, PhraseMarks& marks);

}  // namespace morgue
