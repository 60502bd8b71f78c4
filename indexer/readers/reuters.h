// SPDX-License-Identifier: GPL-3.0-or-later
// The Reuters-21578 collection: SGML of its own kind.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/sgml/element_cutter.h"

namespace morgue {

/// One record for each REUTERS element:
///   id (NEWID), source ("Reuters"), title, body, date, dateline, author;
///   topics, places, people, orgs, exchanges, companies: lists;
///   oldid, lewissplit, cgisplit, csecs, topics_attribute: the attributes;
///   text_type (UNPROC or BRIEF), unknown (the wire's header), mknote: as in the source.
/// Empty ones are left out. Character references are decoded and those to control characters
/// dropped. Indented lines of a body begin paragraphs, parted by a blank line. The last line is
/// dropped when it is only the sign-off "Reuter", which says nothing of the story. A story without
/// a BODY gives what stands in its TEXT outside of other elements (UNPROC); of a BRIEF, which is a
/// headline alone, the filler "****** Blah blah blah." is dropped.
///
/// Errors: "sgml-unclosed" (no </REUTERS> before the next story or the end), "sgml-stray" (text
/// between two stories), "too-long", "no-newid".
class ReutersReader : public Reader {
 public:
  ReutersReader(std::unique_ptr<ByteSource> source, std::string file, const ReadOptions& options);

  std::optional<Result<RecordChunk, RecordError>> next() override;

  static bool looks_like(std::string_view head);

 private:
  sgml::ElementCutter stories_;
};

}  // namespace morgue
