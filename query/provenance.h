// SPDX-License-Identifier: GPL-3.0-or-later
// Where figures come from, so that they can be had again: plain data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace morgue {

/// One archive, as it was when it was opened.
struct ArchiveState {
  std::string folder;
  std::string digest;  ///< of its content (common/index/digest.h)
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;  ///< that can be found

  friend bool operator==(const ArchiveState&, const ArchiveState&) = default;
};

struct Provenance {
  std::string program;  ///< name and version
  std::string command;  ///< the whole command line, to be typed again
  std::string today;    ///< what relative dates are counted from; filled when `asked`
  std::vector<ArchiveState> archives;
  bool asked = false;  ///< by --provenance: formats that have no head say it, too
};

}  // namespace morgue
