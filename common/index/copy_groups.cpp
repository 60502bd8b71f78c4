// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/copy_groups.h"

#include "common/base/index_error.h"
#include "common/index/varint.h"

namespace morgue {
namespace {

constexpr std::string_view kCopiesMagic = "MorgueCopies1\n";

[[noreturn]] void fail_copies() {
  throw IndexError(
      ExitCode::Archive,
      "the list of copies is damaged; restore it from a backup, or make it again with: "
      "morgue-index compact");
}

std::uint32_t take_number(std::string_view& bytes, std::uint64_t below) {
  const auto number = take_varint(bytes);
  if (!number || *number >= below) fail_copies();
  return static_cast<std::uint32_t>(*number);
}

}  // namespace

std::uint64_t CopyGroups::copies() const {
  std::uint64_t copies = 0;
  for (const auto& group : groups) copies += group.size() - 1;
  return copies;
}

std::string encode_copy_groups(const CopyGroups& groups) {
  std::string bytes(kCopiesMagic);
  append_varint(bytes, groups.segments.size());
  for (const std::string& segment : groups.segments) append_string(bytes, segment);
  for (const auto& group : groups.groups) {
    append_varint(bytes, group.size());
    for (const CopyMember& member : group) {
      append_varint(bytes, member.segment);
      append_varint(bytes, member.document);
    }
  }
  return bytes;
}

CopyGroups decode_copy_groups(std::string_view bytes) {
  if (!bytes.starts_with(kCopiesMagic)) fail_copies();
  bytes.remove_prefix(kCopiesMagic.size());
  CopyGroups groups;
  // A segment, and a member, takes a byte at least.
  const std::uint32_t segments = take_number(bytes, bytes.size());
  for (std::uint32_t i = 0; i < segments; ++i) {
    const auto segment = take_string(bytes);
    if (!segment) fail_copies();
    groups.segments.emplace_back(*segment);
  }
  while (!bytes.empty()) {
    const std::uint32_t size = take_number(bytes, bytes.size());
    if (size < 2) fail_copies();
    auto& group = groups.groups.emplace_back();
    group.reserve(size);
    for (std::uint32_t i = 0; i < size; ++i) {
      const std::uint32_t segment = take_number(bytes, segments);
      group.push_back({segment, take_number(bytes, UINT32_MAX)});
    }
  }
  return groups;
}

}  // namespace morgue
