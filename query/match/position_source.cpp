// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/position_source.h"

namespace morgue {

void PositionSource::init(const Xapian::Database& database) {
  finder_.emplace(database, false);
  documents_ = database.get_doccount();
  current_ = 0;
  last_document_ = database.get_lastdocid();
}

void PositionSource::next(double min_weight) { skip_to(current_ + 1, min_weight); }

void PositionSource::skip_to(Xapian::docid document, double) {
  if (document > current_) current_ = document;
  while (current_ <= last_document_ && !finder_->has(*expression_, current_, at_least_)) ++current_;
}

bool PositionSource::check(Xapian::docid document, double) {
  current_ = document;
  return finder_->has(*expression_, document, at_least_);
}

std::string PositionSource::get_description() const {
  const std::string count = at_least_ > 1 ? std::to_string(at_least_) + " times " : "";
  return "Positions(" + count + match::describe(*expression_) + ")";
}

}  // namespace morgue
