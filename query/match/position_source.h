// SPDX-License-Identifier: GPL-3.0-or-later
// Matches that only positions can decide, as a filter for the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <xapian.h>

#include "query/match/expression.h"
#include "query/match/match_finder.h"

namespace morgue {

/// Documents in which an expression has so many matches at least. Works inside an AND with a query
/// that gives the candidates: alone it would look at every document. Has no weight. Throws
/// TooMuchWork out of the engine.
class PositionSource : public Xapian::PostingSource {
 public:
  PositionSource(match::NodePtr expression, std::uint32_t at_least)
      : expression_(std::move(expression)), at_least_(at_least) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return current_ > last_document_; }
  Xapian::docid get_docid() const override { return current_; }

  PositionSource* clone() const override { return new PositionSource(expression_, at_least_); }
  void init(const Xapian::Database& database) override;
  std::string get_description() const override;

 private:
  match::NodePtr expression_;
  std::uint32_t at_least_;
  std::optional<MatchFinder> finder_;
  Xapian::doccount documents_ = 0;
  Xapian::docid current_ = 0;
  Xapian::docid last_document_ = 0;
};

}  // namespace morgue
