// SPDX-License-Identifier: GPL-3.0-or-later
// News collections of TREC and the Linguistic Data Consortium: SGML, one DOC after the other.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sgml/element_cutter.h"

namespace morgue {

/// One record for each DOC, as the Associated Press, the Wall Street Journal, the Los Angeles and
/// Financial Times, AQUAINT and Gigaword have them. Fields: id (DOCNO, or the attribute id), title
/// (HEADLINE, HEAD, HL, TI…), byline, dateline, body (all TEXT and LEADPARA elements), date, which
/// the id tells when no element does ("AP880212-0001" is of 12 February 1988), source by the
/// letters of the id, as far as known; every other element becomes a field by its name in lower
/// case. Errors: those of sgml::ElementCutter.
class TrecReader : public Reader {
 public:
  TrecReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override { return documents_.next(); }

  /// Whether a text begins with a DOC that has a DOCNO or an id.
  static bool looks_like(std::string_view head);

 private:
  sgml::ElementCutter documents_;
};

}  // namespace morgue
