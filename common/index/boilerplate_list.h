// SPDX-License-Identifier: GPL-3.0-or-later
// Which paragraphs of an archive are boilerplate, as a file beside the segments.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/paragraph_keys.h"

namespace morgue {

struct BoilerplateList {
  std::vector<ParagraphKey> keys;  ///< ascending, each once
  std::uint64_t articles = 0;      ///< live ones that have such a paragraph

  bool holds(ParagraphKey key) const;

  friend bool operator==(const BoilerplateList&, const BoilerplateList&) = default;
};

std::string encode_boilerplate_list(const BoilerplateList& list);

/// Throws IndexError (ExitCode::Archive) when the bytes are not what encode_boilerplate_list()
/// made.
BoilerplateList decode_boilerplate_list(std::string_view bytes);

}  // namespace morgue
