// SPDX-License-Identifier: GPL-3.0-or-later
// PDF, by the programs of Poppler.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/read_options.h"
#include "indexer/readers/whole_file.h"

namespace morgue {

/// A file is an article. pdftotext tells its text, and pdfinfo what the file says of itself: that
/// becomes the fields document-title, document-author, keywords and document-created, for it is
/// often of the program that made the file. Its title is the article's when the text has it too;
/// else that is the first paragraph, when it is short. Errors: "no-program" (Poppler is not
/// installed), "filter-failed" (damaged, protected by a password), "no-text" (pictures of pages),
/// "too-long".
class PdfReader : public WholeFileReader {
 public:
  PdfReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  static bool looks_like(std::string_view head);
};

}  // namespace morgue
