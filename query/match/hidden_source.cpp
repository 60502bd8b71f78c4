// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/hidden_source.h"

namespace morgue {

void HiddenSource::init(const Xapian::Database& database) {
  const auto found = hidden_->find(database.get_uuid());
  documents_ = found == hidden_->end() ? &none_ : &found->second;
  at_ = documents_->begin();
  size_ = static_cast<Xapian::doccount>(documents_->cardinality());
  started_ = false;
}

void HiddenSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void HiddenSource::skip_to(Xapian::docid document, double) {
  started_ = true;
  at_.equalorlarger(document);
}

bool HiddenSource::at_end() const { return at_ == documents_->end(); }

}  // namespace morgue
