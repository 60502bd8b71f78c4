// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of immutable segments that were replaced or removed, as something to subtract.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <xapian.h>

#include "common/index/hidden.h"

namespace morgue {

/// By the UUID of the segment's database: it is how a source learns which segment it is asked
/// about.
using HiddenByUuid = std::map<std::string, HiddenDocuments>;

class HiddenSource : public Xapian::PostingSource {
 public:
  explicit HiddenSource(std::shared_ptr<const HiddenByUuid> hidden) : hidden_(std::move(hidden)) {}

  Xapian::doccount get_termfreq_min() const override { return size_; }
  Xapian::doccount get_termfreq_est() const override { return size_; }
  Xapian::doccount get_termfreq_max() const override { return size_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool at_end() const override;
  Xapian::docid get_docid() const override { return *at_; }

  HiddenSource* clone() const override { return new HiddenSource(hidden_); }
  void init(const Xapian::Database& database) override;
  std::string get_description() const override { return "Hidden"; }

 private:
  // Shared: clones, one for each segment, read the same immutable map.
  std::shared_ptr<const HiddenByUuid> hidden_;
  HiddenDocuments none_;
  const HiddenDocuments* documents_ = &none_;
  HiddenDocuments::const_iterator at_ = none_.begin();
  Xapian::doccount size_ = 0;
  bool started_ = false;
};

}  // namespace morgue
