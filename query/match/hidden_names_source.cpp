// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/hidden_names_source.h"

#include "common/index/value.h"

namespace morgue {

void HiddenNamesSource::init(const Xapian::Database& database) {
  database_ = database;
  values_ = database.valuestream_begin(slot_);
  end_ = database.valuestream_end(slot_);
  current_ = 0;
  last_document_ = database.get_lastdocid();
}

void HiddenNamesSource::next(double min_weight) { skip_to(current_ + 1, min_weight); }

void HiddenNamesSource::skip_to(Xapian::docid document, double) {
  if (document > current_) current_ = document;
  while (current_ <= last_document_ && !all_hidden(current_)) ++current_;
}

bool HiddenNamesSource::check(Xapian::docid document, double) {
  current_ = document;
  return all_hidden(document);
}

bool HiddenNamesSource::all_hidden(Xapian::docid document) {
  if (values_ == end_) return false;
  values_.skip_to(document);
  if (values_ == end_ || values_.get_docid() != document) return false;
  bool all = true;
  for_each_value(*values_, [&](std::string_view name) { all = all && hidden_->contains(name); });
  return all;
}

}  // namespace morgue
