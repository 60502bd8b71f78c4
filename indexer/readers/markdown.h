// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown, as sites that are made of files keep their articles.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/read_options.h"
#include "indexer/readers/whole_file.h"

namespace morgue {

/// A file is an article. Front matter in YAML (between lines "---") or TOML ("+++") gives fields by
/// its names; see front_matter.h. The title is the one named there, else a heading that the text
/// begins with. The body is the text without its marks. Errors: "front-matter", "too-long".
class MarkdownReader : public WholeFileReader {
 public:
  MarkdownReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  /// Whether a text begins with front matter.
  static bool looks_like(std::string_view head);
};

}  // namespace morgue
