// SPDX-License-Identifier: GPL-3.0-or-later
// A trained model: its file, and what the tagger reads of it.
//
// The file, numbers little-endian:
//   8 bytes   "MorgueNE"
//   u32       kModelVersion
//   u32       kFeatureVersion (features.h)
//   u64       bytes of the packed content; u64 bytes of it unpacked
//   16 bytes  XXH3-128, canonical form, of everything before and after this field
//   content   zstd: five parts, each u64 length and bytes:
//             language, name, lists, clusters (the texts a Lexicon is made of), and weights:
//             two times (kLabels + 1) * kLabels i16 of transitions, then WeightTable::encode()
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/entities/tagger/lexicon.h"
#include "indexer/entities/tagger/viterbi.h"
#include "indexer/entities/tagger/weight_table.h"

namespace morgue {

inline constexpr std::uint32_t kModelVersion = 1;

/// Immutable once made; taggers share it.
struct TaggerModel {
  std::string lang;      ///< ISO 639-1
  std::string name;      ///< "news"
  std::string checksum;  ///< of the file, in hexadecimal digits
  Lexicon lexicon;
  std::array<Transitions, 2> transitions{};  ///< of the first and the second reading
  WeightTable weights;
};

/// What a model file is made of.
struct ModelParts {
  std::string lang, name, lists, clusters;
  std::array<Transitions, 2> transitions{};
  WeightTable weights;
};

std::string encode_model(const ModelParts& parts);

/// Errors: "model", what is wrong and what to do; files that are damaged, foreign, newer or older
/// are refused.
Result<TaggerModel> decode_model(std::string_view bytes);
/// The checksum that the header of a file claims. Errors as above, but for damage further on.
Result<std::string> read_model_checksum(const std::filesystem::path& file);

Result<std::shared_ptr<const TaggerModel>> load_model(const std::filesystem::path& file);

}  // namespace morgue
