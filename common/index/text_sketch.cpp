// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/text_sketch.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <xxhash.h>

#include "common/base/index_error.h"
#include "common/index/value.h"
#include "common/index/varint.h"
#include "common/text/capitals.h"
#include "common/text/code_point.h"
#include "common/text/shingles.h"

namespace morgue {
namespace {

/// A text of fewer words is a formula ("Weather") and not somebody's work.
constexpr std::size_t kLeastWords = 8;
constexpr std::size_t kNumberBytes = 4;

HashSample sample_of(std::vector<std::uint32_t> hashes, std::size_t most) {
  HashSample sample{static_cast<std::uint32_t>(hashes.size()), std::move(hashes)};
  sample.hashes.resize(std::min(sample.hashes.size(), most));
  return sample;
}

/// It has no gaps up to this hash.
std::uint32_t complete_up_to(const HashSample& sample) {
  return sample.of == sample.hashes.size() ? UINT32_MAX : sample.hashes.back();
}

/// The first code point of a text that is not empty.
std::string_view first_of(std::string_view utf8) {
  std::size_t end = 1;
  while (end < utf8.size() && continues_code_point(utf8[end])) ++end;
  return utf8.substr(0, end);
}

bool is_mark(const Token& word) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::any_of(word.folded.begin(), word.folded.end(), is_digit) ||
         (word.exact != word.folded && capitals_of(first_of(word.exact)).any_capital);
}

std::vector<std::uint32_t> marks_of(const std::vector<Token>& words) {
  std::vector<std::uint32_t> marks;
  for (const Token& word : words) {
    if (!is_mark(word)) continue;
    marks.push_back(
        static_cast<std::uint32_t>(XXH3_64bits(word.folded.data(), word.folded.size())));
  }
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

[[noreturn]] void fail_sketch() {
  throw IndexError(ExitCode::Archive,
                   "the sample of an article's text is damaged; find out more with: morgue-index "
                   "check ARCHIVE");
}

void append_sample(std::string& bytes, const HashSample& sample) {
  append_varint(bytes, sample.of);
  append_varint(bytes, sample.hashes.size());
  for (const std::uint32_t hash : sample.hashes) bytes += encode_number(hash);
}

HashSample take_sample(std::string_view& bytes) {
  const auto of = take_varint(bytes);
  const auto size = take_varint(bytes);
  if (!of || !size || *size > *of || *of > UINT32_MAX || *size > bytes.size() / kNumberBytes) {
    fail_sketch();
  }
  HashSample sample{static_cast<std::uint32_t>(*of), {}};
  sample.hashes.reserve(*size);
  for (std::uint64_t i = 0; i < *size; ++i) {
    sample.hashes.push_back(decode_number(bytes.substr(0, kNumberBytes)));
    bytes.remove_prefix(kNumberBytes);
  }
  if (!std::is_sorted(sample.hashes.begin(), sample.hashes.end())) fail_sketch();
  return sample;
}

}  // namespace

double shared_part(const HashSample& some, const HashSample& others) {
  if (some.hashes.empty() || others.hashes.empty()) return 0;
  // Above the smaller of the two limits one of the samples has gaps.
  const std::uint32_t limit = std::min(complete_up_to(some), complete_up_to(others));
  std::size_t sampled = 0;
  std::size_t shared = 0;
  auto other = others.hashes.begin();
  for (const std::uint32_t hash : some.hashes) {
    if (hash > limit) break;
    ++sampled;
    while (other != others.hashes.end() && *other < hash) ++other;
    if (other != others.hashes.end() && *other == hash) ++shared;
  }
  return sampled == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(sampled);
}

TextSketch sketch_of(const std::vector<Token>& title, const std::vector<Token>& body) {
  if (title.size() + body.size() < kLeastWords) return {};
  std::vector<std::uint32_t> shingles = shingles_of(body);
  if (shingles.size() >= kFewShingles) {
    return {sample_of(std::move(shingles), kSampledShingles),
            sample_of(marks_of(body), kSampledMarks)};
  }
  std::vector<Token> words = title;
  words.insert(words.end(), body.begin(), body.end());
  // However long the title is, this stays a short text.
  return {sample_of(shingles_of(words), kFewShingles - 1),
          sample_of(marks_of(words), kSampledMarks)};
}

std::string encode_sketch(const TextSketch& sketch) {
  std::string bytes;
  if (sketch.shingles.of == 0) return bytes;
  append_sample(bytes, sketch.shingles);
  append_sample(bytes, sketch.marks);
  return bytes;
}

TextSketch decode_sketch(std::string_view bytes) {
  TextSketch sketch;
  if (bytes.empty()) return sketch;
  sketch.shingles = take_sample(bytes);
  sketch.marks = take_sample(bytes);
  if (!bytes.empty() || sketch.shingles.of == 0) fail_sketch();
  return sketch;
}

}  // namespace morgue
