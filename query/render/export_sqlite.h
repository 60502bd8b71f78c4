// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as a SQLite database, which Datasette and every language open.
#pragma once

#include <filesystem>
#include <memory>

#include "common/base/result.h"
#include "query/hit.h"

namespace morgue {

/// Tables: articles (a row each, with its text), authors and entities (a row for each name of an
/// article), about (the query, and how many articles), articles_fts (full-text search of title and
/// body, by FTS5). Written beside the file and renamed when it is whole.
class SqliteExporter {
 public:
  /// Error "exists" when there is such a file, "sqlite" when it cannot be written.
  static Result<SqliteExporter> open(const std::filesystem::path& file);

  SqliteExporter(SqliteExporter&&) noexcept;
  SqliteExporter& operator=(SqliteExporter&&) noexcept;
  ~SqliteExporter();  ///< without finish(), nothing is left

  void write(const Hit& hit);

  /// Error "sqlite".
  Result<std::size_t> finish(const ResultPage& page);

 private:
  struct Impl;
  explicit SqliteExporter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue
