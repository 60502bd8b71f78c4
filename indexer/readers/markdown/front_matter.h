// SPDX-License-Identifier: GPL-3.0-or-later
// What stands about an article at the head of its file.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/record.h"

namespace morgue::markdown {

/// A file, parted.
struct Parts {
  std::string_view mark;    ///< "---" (YAML), "+++" (TOML), or empty: there is none
  std::string_view matter;  ///< between the marks
  std::string_view text;    ///< behind them
};

/// The front matter ends at the first line that is the mark it began with (YAML: or "..."); text
/// without such a line has none.
Parts split(std::string_view file);

/// The fields of front matter, in its order (TOML: of names). Lists of texts stay lists; what is
/// nested deeper becomes JSON. Error: "front-matter", which says where.
Result<std::vector<RawField>> read_front_matter(const Parts& parts);

}  // namespace morgue::markdown
