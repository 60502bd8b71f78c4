// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/xapian_document.h"

#include <string>

namespace morgue {

Xapian::Document to_xapian(const BuiltDocument& document) {
  Xapian::Document made;
  for (const TermPosting& posting : document.postings) {
    const std::string term(document.terms->text(posting.term));
    if (posting.count == 0) {
      made.add_term(term, posting.weight);
      continue;
    }
    Xapian::termcount weight = posting.weight;
    for (const std::uint32_t position : document.positions_of(posting)) {
      made.add_posting(term, position, weight);
      weight = 0;
    }
  }
  for (const SlotValue& value : document.values) {
    made.add_value(slot_number(value.slot), value.bytes);
  }
  made.set_data(document.data);
  return made;
}

}  // namespace morgue
