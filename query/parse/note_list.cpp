// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/note_list.h"

#include <algorithm>
#include <utility>

namespace morgue {

bool NoteList::wants(std::string_view code) const {
  const auto same_code = [&](const Note& note) { return note.code == code; };
  return std::count_if(notes_.begin(), notes_.end(), same_code) <
         static_cast<std::ptrdiff_t>(kMostPerCode);
}

void NoteList::add(std::string_view code, std::string message) {
  if (!wants(code)) return;
  Note note{std::string(code), std::move(message)};
  if (std::find(notes_.begin(), notes_.end(), note) == notes_.end()) {
    notes_.push_back(std::move(note));
  }
}

}  // namespace morgue
