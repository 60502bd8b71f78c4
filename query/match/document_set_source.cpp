// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/document_set_source.h"

#include <utility>

namespace morgue {

void DocumentSetSource::init(const Xapian::Database& database) {
  const auto found = all_->find(database.get_uuid());
  documents_ = found == all_->end() ? &none_ : &found->second;
  at_ = documents_->begin();
  size_ = static_cast<Xapian::doccount>(documents_->cardinality());
  started_ = false;
}

void DocumentSetSource::next(double) {
  if (started_) ++at_;
  started_ = true;
}

void DocumentSetSource::skip_to(Xapian::docid document, double) {
  started_ = true;
  at_.equalorlarger(document);
}

bool DocumentSetSource::at_end() const { return at_ == documents_->end(); }

Xapian::Query query_of(std::shared_ptr<const DocumentsByUuid> documents) {
  auto source = std::make_unique<DocumentSetSource>(std::move(documents));
  return Xapian::Query(source.release()->release());
}

}  // namespace morgue
