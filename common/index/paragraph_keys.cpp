// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/paragraph_keys.h"

#include <algorithm>

#include <xxhash.h>

#include "common/base/index_error.h"
#include "common/index/varint.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

[[noreturn]] void fail() {
  throw IndexError(ExitCode::Archive,
                   "the list of an article's paragraphs is damaged; find out more with: "
                   "morgue-index check ARCHIVE");
}

}  // namespace

std::uint64_t hash_of_outlet(std::string_view outlet) {
  const std::string name = value_form(outlet);
  return XXH3_64bits(name.data(), name.size());
}

ParagraphKey paragraph_key(std::uint64_t outlet, std::span<const Token> words) {
  std::string joined;
  for (const Token& word : words) joined.append(word.folded) += ' ';
  const ParagraphKey hash = XXH3_64bits_withSeed(joined.data(), joined.size(), outlet);
  return (hash & ~ParagraphKey{1}) | (words.size() < kShortParagraph ? 1U : 0U);
}

std::string encode_paragraph_keys(const ParagraphKeys& keys) {
  std::string bytes;
  if (keys.text.empty() && keys.boilerplate.empty()) return bytes;
  append_fixed(bytes, keys.outlet);
  append_varint(bytes, keys.boilerplate.size());
  for (const ParagraphKey key : keys.boilerplate) append_fixed(bytes, key);
  for (const ParagraphKey key : keys.text) append_fixed(bytes, key);
  return bytes;
}

ParagraphKeys decode_paragraph_keys(std::string_view bytes) {
  ParagraphKeys keys;
  if (bytes.empty()) return keys;
  const auto outlet = take_fixed(bytes);
  const auto boilerplate = take_varint(bytes);
  if (!outlet || !boilerplate || bytes.size() % kFixedBytes != 0 ||
      *boilerplate > bytes.size() / kFixedBytes) {
    fail();
  }
  keys.outlet = *outlet;
  keys.boilerplate.reserve(*boilerplate);
  for (std::uint64_t i = 0; i < *boilerplate; ++i) keys.boilerplate.push_back(*take_fixed(bytes));
  keys.text.reserve(bytes.size() / kFixedBytes);
  while (!bytes.empty()) keys.text.push_back(*take_fixed(bytes));
  if (!std::is_sorted(keys.text.begin(), keys.text.end()) ||
      !std::is_sorted(keys.boilerplate.begin(), keys.boilerplate.end())) {
    fail();
  }
  return keys;
}

}  // namespace morgue
