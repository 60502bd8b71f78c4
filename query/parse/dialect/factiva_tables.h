// SPDX-License-Identifier: GPL-3.0-or-later
// The words of Factiva: field qualifiers and the words before dates, a row each.
#pragma once

#include <array>
#include <string_view>

#include "query/parse/dialect/build.h"

namespace morgue::dialect::factiva {

/// name=…
struct Qualifier {
  std::string_view name;
  std::string_view field;   ///< ours; empty: no equivalent
  std::string_view remark;  ///< how ours differs; without ours: what to write instead
};

inline constexpr std::string_view kNameIt = "archives have no codes; name the outlet: sn=…";
inline constexpr std::string_view kUseText =
    "archives have no codes; search for the words themselves";

inline constexpr std::array kQualifiers{
    Qualifier{"hd", "title", ""},
    Qualifier{"hl", "title", "hl= was read as title:, without names of sections and columns"},
    Qualifier{"hlp", "hlead", ""},
    Qualifier{"lp", "lead", ""},
    Qualifier{"td", "body", "td= was read as body:, which holds the lead, too"},
    Qualifier{"by", "byline", ""},
    Qualifier{"sn", "source", ""},
    Qualifier{"se", "section", ""},
    Qualifier{"la", "lang", ""},
    Qualifier{"rst", "", kNameIt},
    Qualifier{"sc", "", kNameIt},
    Qualifier{"pub", "", "name the outlet: sn=…"},
    Qualifier{"co", "", kUseText},
    Qualifier{"fds", "", kUseText},
    Qualifier{"in", "", kUseText},
    Qualifier{"ns", "", kUseText},
    Qualifier{"re", "", kUseText},
    Qualifier{"ric", "", kUseText},
    Qualifier{"de", "", kUseText},
    Qualifier{"ipc", "", kUseText},
    Qualifier{"ipd", "", kUseText},
    Qualifier{"an", "", "archives have ids of their own"},
    Qualifier{"art", "", ""},
    Qualifier{"clm", "", ""},
    Qualifier{"cr", "", ""},
    Qualifier{"ct", "", ""},
    Qualifier{"cx", "", ""},
    Qualifier{"ed", "", ""},
    Qualifier{"pg", "", ""},
    Qualifier{"rf", "", ""},
    Qualifier{"vol", "", ""},
};

/// Between "date" and a date.
struct DateWord {
  std::string_view spelling;
  Comparison meaning;
};

inline constexpr std::array kDateWords{
    DateWord{"from", Comparison::AtLeast}, DateWord{"after", Comparison::Above},
    DateWord{"before", Comparison::Below}, DateWord{"on", Comparison::Is},
    DateWord{"to", Comparison::AtMost},
};

}  // namespace morgue::dialect::factiva
