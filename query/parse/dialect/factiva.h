// SPDX-License-Identifier: GPL-3.0-or-later
// The traditional search statements of Factiva.
//
//   hlp=(tariff$ or trade war) and atleast3 steel near5 import* not la=de and date after 20231231
//
// Binding, tightest first: words side by side (a phrase); same, adj, near, w/, /N30/ and /F50/,
// from left to right; field= and atleast; not; and; or. Operators are read in any case. Brackets
// are parentheses.
//
//   near5 /N5/      W/5            adj3 w/3      PRE/3 (adj alone: PRE/1)     same    W/P
//   x/F50/          FIRST/50(x)    atleast5 x    ATLEAST5(x)                  a % b   "a _ b"
//   tariff* tariff$ tariff*        tariff$2      up to two letters more       wom?n   one letter
//   hd= title:  lp= lead:  hlp= hlead:  td= body:  by= byline:  sn= source:  se= section:  la=
//   lang: wc>500          words:>500 date from 20240101 to 20240131   date after 1/31/2024   date
//   before -7   date on 20240101
//
// Without equivalent: codes (rst= sc= co= in= ns= re= …), since archives do not have them, and upd.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "query/parse/parser.h"
#include "query/parse/query_error.h"

namespace morgue::dialect {

Result<ParsedQuery, QueryError> parse_factiva(std::string_view text, const ParseOptions& options);

}  // namespace morgue::dialect
