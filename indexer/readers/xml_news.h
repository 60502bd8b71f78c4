// SPDX-License-Identifier: GPL-3.0-or-later
// News in XML: feeds, and what agencies send.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/byte_source.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// RSS, Atom, WordPress exports, NITF, NewsML-G2 and NewsML 1.x; which, the document tells. A file
/// is read whole, at most `max_record_bytes` of it. Documents that are not well-formed are read up
/// to where they break, which is an error after their records. Entities other than characters are
/// never resolved, and nothing is fetched.
class XmlNewsReader : public Reader {
 public:
  XmlNewsReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  /// Whether this is the begin of a document of one of these kinds.
  static bool looks_like(std::string_view head);

 private:
  void read();

  std::unique_ptr<ByteSource> source_;
  std::string file_;
  std::uint64_t max_bytes_;
  html::PageLimits limits_;
  std::vector<Result<RecordChunk, RecordError>> found_;  ///< in order
  std::size_t next_ = 0;
};

}  // namespace morgue
