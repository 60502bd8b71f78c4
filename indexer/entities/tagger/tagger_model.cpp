// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/tagger_model.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include <xxhash.h>
#include <zstd.h>

#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/little_endian.h"

namespace morgue {
namespace {

constexpr std::string_view kMagic = "MorgueNE";
constexpr std::size_t kDigestBytes = 16;
constexpr std::size_t kDigestAt = 8 + 4 + 4 + 8 + 8;
constexpr std::size_t kHeaderBytes = kDigestAt + kDigestBytes;
constexpr int kPackingLevel = 19;
/// More than any model: what claims more is damaged.
constexpr std::uint64_t kMostUnpacked = 1ULL << 30U;

std::optional<std::string_view> take_part(std::string_view& content) {
  std::uint64_t size = 0;
  if (!take_number(content, size) || size > content.size()) return std::nullopt;
  const std::string_view part = content.substr(0, size);
  content.remove_prefix(size);
  return part;
}

std::string digest_of(std::string_view bytes) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_128bits_reset(state);
  XXH3_128bits_update(state, bytes.data(), kDigestAt);
  XXH3_128bits_update(state, bytes.data() + kHeaderBytes, bytes.size() - kHeaderBytes);
  XXH128_canonical_t digest;
  XXH128_canonicalFromHash(&digest, XXH3_128bits_digest(state));
  XXH3_freeState(state);
  return {reinterpret_cast<const char*>(digest.digest), sizeof digest.digest};
}

std::string in_hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
  return out;
}

Error bad(const std::string& what) { return {"model", what}; }

const char* const kDamaged = "the entity model is damaged; get the file again, or train it anew";

constexpr std::size_t kTransitionBytes = 2 * (kLabels + 1) * kLabels * sizeof(std::int16_t);

void take_transitions(std::string_view bytes, std::array<Transitions, 2>& transitions) {
  std::size_t at = 0;
  for (Transitions& reading : transitions) {
    for (auto& row : reading) {
      for (std::int16_t& score : row) {
        score = number_at<std::int16_t>(bytes, at);
        at += sizeof score;
      }
    }
  }
}

std::optional<Error> check_header(std::string_view bytes) {
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) {
    return bad("not an entity model of Morgue");
  }
  const auto version = number_at<std::uint32_t>(bytes, 8);
  const auto features = number_at<std::uint32_t>(bytes, 12);
  if (version == kModelVersion && features == kFeatureVersion) return std::nullopt;
  return bad("an entity model of version " + std::to_string(version) + "." +
             std::to_string(features) + ", and this program reads " +
             std::to_string(kModelVersion) + "." + std::to_string(kFeatureVersion) +
             "; use the model that came with it, or train one with it");
}

Result<TaggerModel> read_content(std::string_view content) {
  const auto lang = take_part(content);
  const auto name = lang ? take_part(content) : std::nullopt;
  const auto lists = name ? take_part(content) : std::nullopt;
  const auto clusters = lists ? take_part(content) : std::nullopt;
  const auto weights = clusters ? take_part(content) : std::nullopt;
  if (!weights || !content.empty() || weights->size() < kTransitionBytes) return bad(kDamaged);
  TaggerModel model;
  model.lang = *lang;
  model.name = *name;
  auto lexicon = Lexicon::make(*lists, *clusters);
  if (!lexicon) return bad(kDamaged);
  model.lexicon = std::move(*lexicon);
  take_transitions(*weights, model.transitions);
  auto table = WeightTable::decode(weights->substr(kTransitionBytes));
  if (!table) return bad(kDamaged);
  model.weights = std::move(*table);
  return model;
}

}  // namespace

std::string encode_model(const ModelParts& parts) {
  std::string weights;
  for (const Transitions& reading : parts.transitions) {
    for (const auto& row : reading) {
      for (const std::int16_t score : row) append_number(weights, score);
    }
  }
  weights += parts.weights.encode();
  std::string content;
  const auto add_part = [&](const std::string& part) {
    append_number(content, static_cast<std::uint64_t>(part.size()));
    content += part;
  };
  for (const auto part :
       {&ModelParts::lang, &ModelParts::name, &ModelParts::lists, &ModelParts::clusters}) {
    add_part(parts.*part);
  }
  add_part(weights);
  std::string packed(ZSTD_compressBound(content.size()), '\0');
  packed.resize(
      ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), kPackingLevel));
  std::string file(kMagic);
  append_number(file, kModelVersion);
  append_number(file, kFeatureVersion);
  append_number(file, static_cast<std::uint64_t>(packed.size()));
  append_number(file, static_cast<std::uint64_t>(content.size()));
  file += std::string(kDigestBytes, '\0') + packed;
  file.replace(kDigestAt, kDigestBytes, digest_of(file));
  return file;
}

Result<TaggerModel> decode_model(std::string_view bytes) {
  if (const auto error = check_header(bytes)) return *error;
  const auto packed = number_at<std::uint64_t>(bytes, 16);
  const auto unpacked = number_at<std::uint64_t>(bytes, 24);
  if (packed != bytes.size() - kHeaderBytes || unpacked > kMostUnpacked ||
      bytes.substr(kDigestAt, kDigestBytes) != digest_of(bytes)) {
    return bad(kDamaged);
  }
  std::string content(unpacked, '\0');
  const std::size_t size =
      ZSTD_decompress(content.data(), content.size(), bytes.data() + kHeaderBytes, packed);
  if (size != content.size()) return bad(kDamaged);
  auto model = read_content(content);
  if (model) model->checksum = in_hexadecimal(bytes.substr(kDigestAt, kDigestBytes));
  return model;
}

Result<std::string> read_model_checksum(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string header(kHeaderBytes, '\0');
  in.read(header.data(), static_cast<std::streamsize>(header.size()));
  header.resize(static_cast<std::size_t>(in.gcount()));
  if (const auto error = check_header(header)) return bad(file.string() + ": " + error->message);
  return in_hexadecimal(std::string_view(header).substr(kDigestAt, kDigestBytes));
}

Result<std::shared_ptr<const TaggerModel>> load_model(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return bad(file.string() + ": cannot be read");
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  auto model = decode_model(bytes);
  if (!model) return bad(file.string() + ": " + model.error().message);
  return std::shared_ptr<const TaggerModel>(std::make_shared<TaggerModel>(std::move(*model)));
}

}  // namespace morgue
