// SPDX-License-Identifier: GPL-3.0-or-later
// Texts whose names a person has marked: what a model is trained on and measured with.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/entities/tagger/labels.h"

namespace morgue {

struct LabelledSentence {
  std::vector<std::string> tokens;
  std::vector<Label> labels;  ///< one each
};

using LabelledDocument = std::vector<LabelledSentence>;

/// Reads a token a line: the token, a tab, its tag (O, B-PER, I-ORG ...; IOB1 or IOB2; kinds PER,
/// ORG, LOC, MISC). A blank line ends a sentence, a line "-DOCSTART-" begins a document; a file
/// without those is one document for each `sentences` sentences. Error "labels", with the line.
Result<std::vector<LabelledDocument>> read_labelled(std::istream& in, std::size_t sentences = 20);

/// The same of a file, named in errors. A file whose name ends in .zst is unpacked.
Result<std::vector<LabelledDocument>> read_labelled_file(const std::filesystem::path& file);

enum class CaseCopy { Capitals, Title };

/// The document in capitals, or with each word beginning with one; the labels stay.
LabelledDocument with_case(const LabelledDocument& document, CaseCopy how);

}  // namespace morgue
