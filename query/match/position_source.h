// SPDX-License-Identifier: GPL-3.0-or-later
// Matches that only positions can decide, as a filter for the engine.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace morgue {

/// One word of a sequence: any of `terms`, at a position that none of `excluded` has.
struct SequenceWord {
  std::vector<std::string> terms;
  std::vector<std::string> excluded;
};

/// Documents where the words stand at adjacent positions, all of them in [first, last). Works
/// inside an AND with a query that gives the candidates: alone it would look at every document. Has
/// no weight.
class PositionSource : public Xapian::PostingSource {
 public:
  PositionSource(std::vector<SequenceWord> words, Xapian::termpos first, Xapian::termpos last);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return current_ > last_document_; }
  Xapian::docid get_docid() const override { return current_; }

  PositionSource* clone() const override;
  void init(const Xapian::Database& database) override;
  std::string get_description() const override;

 private:
  bool matches(Xapian::docid document);
  void collect(Xapian::docid document, const std::vector<std::string>& terms,
               std::vector<Xapian::termpos>& positions) const;

  std::vector<SequenceWord> words_;
  Xapian::termpos first_;
  Xapian::termpos last_;
  Xapian::Database database_;
  Xapian::docid current_ = 0;
  Xapian::docid last_document_ = 0;
  // Reused from document to document.
  std::vector<Xapian::termpos> starts_, here_, excluded_;
};

}  // namespace morgue
