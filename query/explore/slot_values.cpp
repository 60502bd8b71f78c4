// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/slot_values.h"

namespace morgue {

SlotValues::SlotValues(const Xapian::Database& database, Slot slot)
    : database_(database), slot_(slot_number(slot)), at_(database_.valuestream_begin(slot_)) {}

std::string SlotValues::of(Xapian::docid article) {
  if (article < last_) at_ = database_.valuestream_begin(slot_);
  last_ = article;
  const Xapian::ValueIterator end = database_.valuestream_end(slot_);
  if (at_ != end) at_.skip_to(article);
  return at_ != end && at_.get_docid() == article ? *at_ : std::string();
}

}  // namespace morgue
