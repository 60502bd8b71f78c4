// SPDX-License-Identifier: GPL-3.0-or-later
// Articles whose names in a field are all hidden by the user's corrections.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <xapian.h>

namespace morgue {

using HiddenNames = std::set<std::string, std::less<>>;

/// Works inside an AND with a query that gives the candidates: alone it would look at every
/// document. Has no weight.
class HiddenNamesSource : public Xapian::PostingSource {
 public:
  /// `slot` holds pack_values() of the field's names.
  HiddenNamesSource(Xapian::valueno slot, std::shared_ptr<const HiddenNames> hidden)
      : slot_(slot), hidden_(std::move(hidden)) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return current_ > last_document_; }
  Xapian::docid get_docid() const override { return current_; }

  HiddenNamesSource* clone() const override { return new HiddenNamesSource(slot_, hidden_); }
  void init(const Xapian::Database& database) override;
  std::string get_description() const override { return "HiddenNames"; }

 private:
  bool all_hidden(Xapian::docid document);

  Xapian::valueno slot_;
  std::shared_ptr<const HiddenNames> hidden_;
  Xapian::Database database_;
  Xapian::ValueIterator values_, end_;
  Xapian::docid current_ = 0;
  Xapian::docid last_document_ = 0;
};

}  // namespace morgue
