// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles of an archive are copies of each other, as a file beside the segments: it changes
// with every new article, and segments never do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// A document of a segment.
struct CopyMember {
  std::uint32_t segment = 0;   ///< index into CopyGroups::segments
  std::uint32_t document = 0;  ///< local to the segment

  friend bool operator==(const CopyMember&, const CopyMember&) = default;
};

struct CopyGroups {
  std::vector<std::string> segments;  ///< ids
  /// Live articles of one text, at least two, the one that stands for all first: the earliest
  /// dated. No article is in two groups.
  std::vector<std::vector<CopyMember>> groups;

  /// Articles in groups, without the first of each.
  std::uint64_t copies() const;

  friend bool operator==(const CopyGroups&, const CopyGroups&) = default;
};

std::string encode_copy_groups(const CopyGroups& groups);

/// Throws IndexError (ExitCode::Archive) when the bytes are not what encode_copy_groups() made.
CopyGroups decode_copy_groups(std::string_view bytes);

}  // namespace morgue
