// SPDX-License-Identifier: GPL-3.0-or-later
// One text that is not of the archives, searched as if it had been added to them.
#pragma once

#include <optional>
#include <vector>

#include <xapian.h>

#include "common/article/article.h"
#include "common/article/name.h"
#include "query/hit.h"
#include "query/run/open_archives.h"
#include "query/run/searcher.h"

namespace morgue {

/// A query finds the text just when it would find the article that `morgue-index add --entities
/// metadata` made of it: same terms, and word forms that are those of archives and text together.
/// Names that the archives know and that stand in the text count as names of its metadata. Nothing
/// is written to the disk.
class TextArchive {
 public:
  /// The archives must outlive it.
  TextArchive(const OpenArchives& archives, Article text);

  /// The text, with the names that were found in it.
  const Article& article() const { return article_; }

  struct KnownName {
    Name shown;                  ///< what it counts as
    Name stored;                 ///< as it stands in the text
    std::uint64_t articles = 0;  ///< of the archives, under the name shown
  };
  const std::vector<KnownName>& names() const { return names_; }

  /// Where the query matches; nullopt: it does not. `head` gets the canonical query and notes.
  Result<std::optional<Hit>, QueryError> match(const SearchRequest& request,
                                               ResultPage& head) const;

 private:
  const OpenArchives& archives_;
  Article article_;
  std::vector<KnownName> names_;
  Xapian::WritableDatabase text_;  ///< in memory; the one document
  ArchiveView view_;               ///< of archives and text
};

}  // namespace morgue
