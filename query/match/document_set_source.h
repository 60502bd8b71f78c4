// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of immutable segments, given by their numbers, as something to subtract or to keep.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <xapian.h>

#include "common/index/hidden.h"

namespace morgue {

/// By the UUID of the segment's database: it is how a source learns which segment it is asked
/// about.
using DocumentsByUuid = std::map<std::string, HiddenDocuments>;

class DocumentSetSource : public Xapian::PostingSource {
 public:
  explicit DocumentSetSource(std::shared_ptr<const DocumentsByUuid> documents)
      : all_(std::move(documents)) {}

  Xapian::doccount get_termfreq_min() const override { return size_; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override { return *at_; }

  DocumentSetSource* clone() const override { return new DocumentSetSource(all_); }
  void init(const Xapian::Database& database) override;
  std::string get_description() const override { return "DocumentSet"; }

 private:
  // Shared: clones, one for each segment, read the same immutable map.
  std::shared_ptr<const DocumentsByUuid> all_;
  HiddenDocuments none_;
  const HiddenDocuments* documents_ = &none_;
  HiddenDocuments::const_iterator at_ = none_.begin();
  Xapian::doccount size_ = 0;
  bool started_ = false;
};

/// Those documents as a query without weight.
Xapian::Query query_of(std::shared_ptr<const DocumentsByUuid> documents);

}  // namespace morgue
