// SPDX-License-Identifier: GPL-3.0-or-later
// One e-mail message to fields.
#pragma once

#include "indexer/readers/html/page_limits.h"
#include "indexer/record.h"

namespace morgue {

/// Fields: id (Message-ID), title (the subject), date, byline (the sender's name, or address), from
/// (the address), to, cc, list (of a mailing list), body; attachments, by their file names. The
/// body is the plain text, or that of the HTML where there is none; text of forwarded messages
/// follows. Error: "broken-mail".
class MailParser : public RecordParser {
 public:
  explicit MailParser(html::PageLimits limits) : limits_(limits) {}
  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override;

 private:
  html::PageLimits limits_;
};

}  // namespace morgue
