// SPDX-License-Identifier: GPL-3.0-or-later
// Other mentions for articles that are published already.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/document/document_builder.h"
#include "indexer/write/archive_writer.h"
#include "indexer/write/segment_writer.h"

namespace morgue {

/// Builds articles again with imported mentions, from what the archive stores, in place of their
/// documents; the archive's content stays what it is. One thread.
class MentionImporter {
 public:
  MentionImporter(ArchiveWriter& writer, RunInfo run);

  /// Gives an article the mentions that `make` makes of it, in place of those imported before; what
  /// others found stays where it does not overlap. False when no article has the id. Of two calls
  /// with one id the last counts.
  bool replace(std::string_view id,
               const std::function<std::vector<Mention>(const Article&)>& make);

  /// Publishes the rest.
  void finish();

 private:
  void flush();

  ArchiveWriter& writer_;
  RunInfo run_;
  std::optional<ArchiveReader> base_;
  NameFinder names_;
  DocumentBuilder builder_;
  BatchSegment batch_;
  std::unique_ptr<BatchWriter> documents_;
};

}  // namespace morgue
