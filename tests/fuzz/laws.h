// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for any bytes typed as a query, or given as an input: the fuzzers look for bytes
// for which it does not.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "query/parse/query_error.h"

namespace morgue::fuzz {

/// A law does not hold: a fuzzer stops on it and keeps the input.
struct BrokenLaw : std::logic_error {
  using std::logic_error::logic_error;
};

inline void require(bool holds, const std::string& law) {
  if (!holds) throw BrokenLaw(law);
}

/// An error has a code of the language, a message, and a place within the text; it can be drawn.
void check_error(std::string_view text, const QueryError& error);

/// A text of any syntax is refused (see check_error) or read; what is read is printed, and the
/// printed text is read as the same tree and printed the same.
void check_parse(std::string_view text);

/// A text is refused or finds, in an archive of a few articles, the same with the engine's
/// operators and with the position matcher; --lenient refuses only what is empty, or too much for a
/// limit.
void check_bind(std::string_view text);

/// The first byte chooses a reader for the others (see the table in registry.h). Whatever they are,
/// it comes to an end with articles in UTF-8 and rejects that say why, the same however many bytes
/// it is given at a time.
void check_read(std::string_view bytes);

}  // namespace morgue::fuzz
