// SPDX-License-Identifier: GPL-3.0-or-later
// What Morgue does to ICU's words so that names of the news are found as they are typed.
//
//   rule       | joins, splits or marks              | but not
//   -----------+-------------------------------------+--------------------------------------
//   ampersand  | AT&T, R&D, Q&A: runs of at most 3   | A & B (spaces), Black&Decker (long),
//              | cased letters or digits             | 3&4 (numbers only)
//   plus       | C++, g++, Notepad++                 | A+ (one), A+++ (three), 18++ (number)
//   sharp      | C#, F#: one letter before           | C#x, A#1 (a word follows), ab#
//   mark       | #MeToo, @user, (#tag, "@user, .@me  | a#b, a@b, ##tag
//   e-mail     | a.b-c+d@e-f.org                     | 3@4.50 (no letter last), user@host
//   web host   | www.x.org is also x.org             | ftp.x.org
//   lost space | tomorrow.The is two words           | U.S, x.Y, x.org, 3.5, www.BBC.com
//   elision    | l'enfant, dell'arte, qu'il are two  | l'a (one letter), o'clock, don't
//   possessive | 3M's is also 3m, AT&T's also at&t   | Mexico's (a stemmer sees to letters)
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

/// Which part of a word's folded form it can also be found by.
enum class BareForm : std::uint8_t {
  None,
  WithoutMark,        ///< after the first character: "metoo" of "#metoo"
  AfterAt,            ///< "c.org" of "a.b@c.org"
  WithoutWww,         ///< "elpais.com" of "www.elpais.com"
  WithoutPossessive,  ///< "3m" of "3m's": a stemmer takes plain words only
};

struct Word {
  Span span;
  BareForm bare = BareForm::None;
};

/// Appends the words that the raw words of one chunk (a run of non-white-space) become. Both are in
/// order and do not overlap; the new words stay inside the chunk. Takes linear time.
void tailor(std::string_view text, Span chunk, const std::vector<Span>& raw,
            std::vector<Word>& words);

/// The bare part of a folded word; empty when there is none.
std::string_view bare_part(std::string_view folded, BareForm form);

}  // namespace morgue
