// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/match/position_source.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace morgue {

PositionSource::PositionSource(std::vector<SequenceWord> words, Xapian::termpos first,
                               Xapian::termpos last)
    : words_(std::move(words)), first_(first), last_(last) {}

void PositionSource::init(const Xapian::Database& database) {
  database_ = database;
  current_ = 0;
  last_document_ = database_.get_lastdocid();
}

PositionSource* PositionSource::clone() const { return new PositionSource(words_, first_, last_); }

void PositionSource::next(double min_weight) { skip_to(current_ + 1, min_weight); }

void PositionSource::skip_to(Xapian::docid document, double) {
  if (document > current_) current_ = document;
  while (current_ <= last_document_ && !matches(current_)) ++current_;
}

bool PositionSource::check(Xapian::docid document, double) {
  current_ = document;
  return matches(document);
}

void PositionSource::collect(Xapian::docid document, const std::vector<std::string>& terms,
                             std::vector<Xapian::termpos>& positions) const {
  positions.clear();
  for (const std::string& term : terms) {
    const auto end = database_.positionlist_end(document, term);
    for (auto it = database_.positionlist_begin(document, term); it != end; ++it) {
      if (*it >= first_ && *it < last_) positions.push_back(*it);
    }
  }
  if (terms.size() > 1) std::sort(positions.begin(), positions.end());
}

// Keeps the start positions of sequences that hold so far, and narrows them word by word.
bool PositionSource::matches(Xapian::docid document) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    collect(document, words_[i].terms, here_);
    if (!words_[i].excluded.empty()) {
      collect(document, words_[i].excluded, excluded_);
      const auto gone = [&](Xapian::termpos position) {
        return std::binary_search(excluded_.begin(), excluded_.end(), position);
      };
      here_.erase(std::remove_if(here_.begin(), here_.end(), gone), here_.end());
    }
    if (i == 0) {
      starts_.swap(here_);
    } else {
      const auto breaks_here = [&](Xapian::termpos start) {
        return !std::binary_search(here_.begin(), here_.end(),
                                   start + static_cast<Xapian::termpos>(i));
      };
      starts_.erase(std::remove_if(starts_.begin(), starts_.end(), breaks_here), starts_.end());
    }
    if (starts_.empty()) return false;
  }
  return true;
}

std::string PositionSource::get_description() const {
  std::string text = "Positions(";
  for (const SequenceWord& word : words_) {
    if (text.back() != '(') text += ' ';
    text += word.terms.size() == 1 ? word.terms.front()
                                   : "{" + std::to_string(word.terms.size()) + " terms}";
    if (!word.excluded.empty()) text += "-" + std::to_string(word.excluded.size());
  }
  return text + ")";
}

}  // namespace morgue
