// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of a query, taken together: what exploration works on.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/hit.h"
#include "query/run/open_archives.h"

namespace morgue {

struct Selection {
  ResultPage head;                      ///< query, canonical, totals and notes; no hits
  std::vector<Xapian::docid> articles;  ///< every match; ascending, which is no order of time
  const OpenArchives& archives;         ///< those of the searcher, which must outlive this

  const ArchiveView& view() const { return archives.view(); }
};

}  // namespace morgue
