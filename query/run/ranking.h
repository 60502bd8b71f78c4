// SPDX-License-Identifier: GPL-3.0-or-later
// Order of results: score, then newer, then id; so it is the same however the archive is laid out.
#pragma once

#include <string>

#include <xapian.h>

#include "query/run/searcher.h"

namespace morgue {

/// Sets weights and order. `oldest_first` must outlive the enquiry.
void set_order(Xapian::Enquire& enquire, SortOrder order, Xapian::KeyMaker& oldest_first);

/// Sorts by date, oldest first, undated last, then by id.
class OldestFirstKey : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override;
};

}  // namespace morgue
