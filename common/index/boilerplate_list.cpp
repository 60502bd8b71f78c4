// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/boilerplate_list.h"

#include <algorithm>
#include <functional>

#include "common/base/index_error.h"
#include "common/index/varint.h"

namespace morgue {
namespace {

constexpr std::string_view kBoilerplateMagic = "MorgueBoilerplate1\n";

[[noreturn]] void fail_boilerplate() {
  throw IndexError(ExitCode::Archive,
                   "the list of boilerplate is damaged; restore it from a backup, or make it again "
                   "with: morgue-index compact");
}

}  // namespace

bool BoilerplateList::holds(ParagraphKey key) const {
  return std::binary_search(keys.begin(), keys.end(), key);
}

std::string encode_boilerplate_list(const BoilerplateList& list) {
  std::string bytes(kBoilerplateMagic);
  append_varint(bytes, list.articles);
  for (const ParagraphKey key : list.keys) append_fixed(bytes, key);
  return bytes;
}

BoilerplateList decode_boilerplate_list(std::string_view bytes) {
  if (!bytes.starts_with(kBoilerplateMagic)) fail_boilerplate();
  bytes.remove_prefix(kBoilerplateMagic.size());
  const auto articles = take_varint(bytes);
  if (!articles || bytes.size() % kFixedBytes != 0) fail_boilerplate();
  BoilerplateList list;
  list.articles = *articles;
  list.keys.reserve(bytes.size() / kFixedBytes);
  while (!bytes.empty()) list.keys.push_back(*take_fixed(bytes));
  const auto falls = std::adjacent_find(list.keys.begin(), list.keys.end(), std::greater_equal<>());
  if (falls != list.keys.end()) fail_boilerplate();
  return list;
}

}  // namespace morgue
