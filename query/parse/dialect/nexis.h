// SPDX-License-Identifier: GPL-3.0-or-later
// Terms and connectors, as Nexis and Lexis read them.
//
//   trade war OR tariff! W/10 (steel OR alumin*um) AND NOT HEADLINE(opinion) AND DATE(aft 2023)
//
// Binding, tightest first: words side by side (a phrase); OR; W/n, PRE/n and NOT W/n, a smaller n
// before a larger; W/S; W/P; AND; AND NOT. Equal ones from left to right. Connectors are read in
// any case.
//
//   w/5 /5 near/5        W/5          w/s /s w/sent    W/S        not w/5 not/5    NOT W/5
//   pre/5 +5 onear/5     PRE/5        w/p /p w/para    W/P        not w/s not w/p  the same
//   tarif!               tarif*       wom*n wom?n      wom?n      (* stands for one letter)
//   tariff*              tariff, or tariff and one letter more; newer Nexis reads it like !
//   HLEAD(x) HEADLINE(x) LEAD(x) BODY(x) BYLINE(x) PUBLICATION(x) SECTION(x) …   our fields
//   ATLEAST5(x) ATL5(x)  CAPS(x) NOCAPS(x) ALLCAPS(x)                            the same
//   DATE(> 1/31/2024)  DATE(aft 2023 and bef 2025)  DATE IS 1/31/2024            date:
//   LENGTH(> 500)                                                                words:
//
// A segment is known by its name right before "(", or in capitals before a space and "(". Without
// equivalent: w/seg, not pre/n, SINGULAR, PLURAL, segments we do not store. Nexis skips words like
// "the" both in phrases and in counting; Morgue has them in its index and counts them.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "query/parse/parser.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

Result<ParsedQuery, QueryError> parse_nexis(std::string_view text, const ParseOptions& options);

}  // namespace morgue::dialect
