// SPDX-License-Identifier: GPL-3.0-or-later
// Plain text: a whole file is one article.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/input/byte_source.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/whole_file.h"

namespace morgue {

/// The first line is the title when it is no longer than 200 bytes and a blank line follows; the
/// rest is the body. What the path says is mapped by patterns (see FieldMap). Error "too-long".
class PlainTextReader : public WholeFileReader {
 public:
  PlainTextReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  /// Whether bytes are text of any kind: hardly any control characters.
  static bool looks_like(std::string_view head);
};

}  // namespace morgue
