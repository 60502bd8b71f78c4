// SPDX-License-Identifier: GPL-3.0-or-later
// What press databases give out as text: many articles, set off by lines of the database's own.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/line_splitter.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// Cuts a file into its articles. Error: "too-long".
class DatabaseExportReader : public Reader {
 public:
  using LineRule = bool (*)(std::string_view line);

  std::optional<Result<RecordChunk, RecordError>> next() override;

 protected:
  /// An article is from a line that `begins` says it of, or from the last end, to one that `ends`
  /// says it of. What holds no article by `is_article` (notes of the database, behind the last
  /// one) is left out.
  struct Layout {
    LineRule begins;
    LineRule ends;
    LineRule is_article;  ///< of a whole stretch
  };

  DatabaseExportReader(std::unique_ptr<ByteSource> source, std::string file,
                       const ReadOptions& options, Layout layout,
                       std::shared_ptr<const RecordParser> parser);

 private:
  LineSplitter lines_;
  std::string file_;
  std::uint64_t max_bytes_;
  Layout layout_;
  std::shared_ptr<const RecordParser> parser_;
  std::optional<LineSplitter::Line> held_;  ///< the first line of an article
};

/// Nexis: articles begin with "3 of 100 DOCUMENTS". Outlet, date and edition stand in the middle of
/// lines, then the headline, then BYLINE:, SECTION:, LENGTH:, DATELINE: and the like, the text, and
/// more of such names. Each becomes a field by its name in lower case, where it is none of
/// Morgue's.
class NexisReader : public DatabaseExportReader {
 public:
  NexisReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);
  static bool looks_like(std::string_view head);
};

/// Factiva: articles end with "Document " and a number. Either their parts are named by two
/// letters (HD, BY, WC, PD, SN, LP, TD…), or stand in lines without names: headline, "By …", number
/// of words, day, outlet, code, page, language, copyright, and behind a blank line the text.
class FactivaReader : public DatabaseExportReader {
 public:
  FactivaReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);
  static bool looks_like(std::string_view head);
};

}  // namespace morgue
