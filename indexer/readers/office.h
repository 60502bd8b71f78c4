// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of word processors: Office Open XML (.docx) and OpenDocument (.odt).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/read_options.h"
#include "indexer/readers/whole_file.h"

namespace morgue {

/// A file is an article: the paragraphs of its text, without comments, notes and what was deleted.
/// Its title is the paragraph of the style Title, else a heading that it begins with, else as
/// take_title() says. What the file says of itself becomes the fields document-title,
/// document-author, keywords, description, lang and document-created. Errors: "no-document" (a
/// table or slides), "damaged", "too-long".
class OfficeReader : public WholeFileReader {
 public:
  OfficeReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  /// Whether bytes begin as such a document, which is a zip file by itself.
  static bool looks_like(std::string_view head);
};

}  // namespace morgue
