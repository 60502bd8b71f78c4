// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a byline names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The names in a byline, each once, without the word that opens it: "By Ann Roe and Bo Li, Gull
/// Press" gives "Ann Roe", "Bo Li", "Gull Press"; "Por Ana Sá e Rui Gil" gives two. A surname
/// before its first name ("Roe, Ann") stays one, and so does "King, Jr.". Nothing else is lost: who
/// is an author and what a role, readers tell better.
std::vector<std::string> authors_of(std::string_view byline);

}  // namespace morgue
