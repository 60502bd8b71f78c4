// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/hidden.h"

#include <exception>

#include "common/base/index_error.h"
#include "common/index/varint.h"

namespace morgue {
namespace {

constexpr std::string_view kHiddenMagic = "MorgueHidden1\n";

[[noreturn]] void fail_hidden() {
  throw IndexError(ExitCode::Archive,
                   "the list of hidden articles is damaged; restore it from a backup, or build the "
                   "archive again with: morgue-index add --fresh");
}

}  // namespace

std::string encode_hidden(const HiddenBySegment& hidden) {
  std::string bytes(kHiddenMagic);
  for (const auto& [segment, documents] : hidden) {
    if (documents.isEmpty()) continue;
    std::string bitmap(documents.getSizeInBytes(), '\0');
    documents.write(bitmap.data());
    append_string(bytes, segment);
    append_string(bytes, bitmap);
  }
  return bytes;
}

HiddenBySegment decode_hidden(std::string_view bytes) {
  if (!bytes.starts_with(kHiddenMagic)) fail_hidden();
  bytes.remove_prefix(kHiddenMagic.size());
  HiddenBySegment hidden;
  while (!bytes.empty()) {
    const auto segment = take_string(bytes);
    const auto bitmap = segment ? take_string(bytes) : std::nullopt;
    if (!bitmap) fail_hidden();
    try {
      hidden.emplace(*segment, HiddenDocuments::readSafe(bitmap->data(), bitmap->size()));
    } catch (const std::exception&) {
      fail_hidden();
    }
  }
  return hidden;
}

}  // namespace morgue
