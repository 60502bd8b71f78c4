// SPDX-License-Identifier: GPL-3.0-or-later
// The notes of one query, kept few.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/parse/query_error.h"

namespace morgue {

/// Collects notes: none twice, and of each code only the first few, so that a pasted page does not
/// answer with a page of notes.
class NoteList {
 public:
  static constexpr std::size_t kMostPerCode = 3;

  /// Whether another note of this code would still be kept; asked before a costly message is made.
  bool wants(std::string_view code) const;
  void add(std::string_view code, std::string message);

  std::vector<Note> take() { return std::move(notes_); }

 private:
  std::vector<Note> notes_;
};

}  // namespace morgue
