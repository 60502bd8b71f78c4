// SPDX-License-Identifier: GPL-3.0-or-later
// What a story says of itself before it begins: where and when it was written, for which agency.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/partial_date.h"

namespace morgue {

struct Dateline {
  std::string place;                  ///< "Mexico City"; empty when there is none
  std::vector<std::string> agencies;  ///< "AP", "Reuters", in the order named
  PartialDate date;                   ///< known only when it names the year

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// The dateline that a text begins with: "MEXICO CITY (AP) — ", "WASHINGTON, D.C., March 5, 2024 -
/// ", "Madrid, 5 mar (EFE).- ", "(Reuters) - ". Empty when it begins with none: the words before
/// the dash must be a place in capitals, or be followed by a date or by an agency in parentheses.
Dateline read_dateline(std::string_view text, PartialDate today);

/// The same of a field that holds nothing but a dateline ("SALVADOR, Feb 26 - "), where capitals
/// and a dash are not asked for.
Dateline read_dateline_field(std::string_view text, PartialDate today);

/// The agency that a byline or a source names as its author, by the name it is usually called
/// ("The Associated Press" is "AP"); empty when it is none, or not known.
std::string agency_named(std::string_view name);

/// The day that stands in a line of its own among the first of a text: "Wednesday, 5 March 2024".
PartialDate date_in_first_lines(std::string_view text, PartialDate today);

}  // namespace morgue
