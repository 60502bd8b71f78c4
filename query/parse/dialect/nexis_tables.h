// SPDX-License-Identifier: GPL-3.0-or-later
// The words of Nexis: segments, commands and the spellings of connectors, a row each.
#pragma once

#include <array>
#include <string_view>

#include "query/parse/ast.h"
#include "query/parse/dialect/build.h"

namespace morgue::dialect::nexis {

/// NAME(…) that is a field.
struct Segment {
  std::string_view name;
  std::string_view field;  ///< ours; empty: we do not store it
};

inline constexpr std::array kSegments{
    Segment{"hlead", "hlead"},
    Segment{"headline", "title"},
    Segment{"title", "title"},
    Segment{"lead", "lead"},
    Segment{"body", "body"},
    Segment{"text", "body"},
    Segment{"byline", "byline"},
    Segment{"author", "byline"},
    Segment{"source", "source"},
    Segment{"publication", "source"},
    Segment{"pub", "source"},
    Segment{"section", "section"},
    Segment{"language", "lang"},
    Segment{"company", "org"},
    Segment{"organization", "org"},
    Segment{"person", "person"},
    Segment{"geographic", "place"},
    Segment{"city", "place"},
    Segment{"state", "place"},
    Segment{"country", "place"},
    Segment{"date", "date"},
    Segment{"length", "words"},
    Segment{"load-date", ""},
    Segment{"dateline", ""},
    Segment{"correction", ""},
    Segment{"correction-date", ""},
    Segment{"highlight", ""},
    Segment{"graphic", ""},
    Segment{"subject", ""},
    Segment{"terms", ""},
    Segment{"industry", ""},
    Segment{"ticker", ""},
    Segment{"type", ""},
    Segment{"publication-type", ""},
    Segment{"cite", ""},
    Segment{"name", ""},
};

/// NAME(…) that is a function.
struct Command {
  std::string_view name;
  ast::Function::Kind kind;
};

inline constexpr std::array kCommands{
    Command{"caps", ast::Function::Kind::Caps},
    Command{"nocaps", ast::Function::Kind::NoCaps},
    Command{"allcaps", ast::Function::Kind::AllCaps},
};

/// A spelling of a connector, before its number, "s" or "p".
struct Spelling {
  std::string_view before;
  bool ordered;
  bool apart;
};

inline constexpr std::array kSpellings{
    Spelling{"w/", false, false},    Spelling{"/", false, false},
    Spelling{"near/", false, false}, Spelling{"within/", false, false},
    Spelling{"pre/", true, false},   Spelling{"+", true, false},
    Spelling{"onear/", true, false}, Spelling{"adj/", true, false},
    Spelling{"not/", false, true},
};

/// What both must stand in.
struct Scope {
  std::string_view spelling;
  ast::Closeness::Unit unit;
};

inline constexpr std::array kScopes{Scope{"s", ast::Closeness::Unit::Sentence},
                                    Scope{"sent", ast::Closeness::Unit::Sentence},
                                    Scope{"sentence", ast::Closeness::Unit::Sentence},
                                    Scope{"p", ast::Closeness::Unit::Paragraph},
                                    Scope{"para", ast::Closeness::Unit::Paragraph},
                                    Scope{"paragraph", ast::Closeness::Unit::Paragraph}};

/// Between a segment of dates or numbers and a value.
struct Comparator {
  std::string_view spelling;
  Comparison meaning;
};

inline constexpr std::array kComparators{
    Comparator{">=", Comparison::AtLeast},   Comparator{"<=", Comparison::AtMost},
    Comparator{">", Comparison::Above},      Comparator{"<", Comparison::Below},
    Comparator{"=", Comparison::Is},         Comparator{"is", Comparison::Is},
    Comparator{"after", Comparison::Above},  Comparator{"aft", Comparison::Above},
    Comparator{"before", Comparison::Below}, Comparator{"bef", Comparison::Below},
    Comparator{"geq", Comparison::AtLeast},  Comparator{"leq", Comparison::AtMost},
};

}  // namespace morgue::dialect::nexis
