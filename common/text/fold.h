// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a word in which words are compared.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// Folded form: NFKC, case folded, accents removed from Latin, Greek and Cyrillic letters (marks of
/// Indic, Thai, Arabic, Hebrew and other scripts carry meaning and stay), apostrophe-like marks
/// (U+2018, U+2019, U+02BB, U+02BC, U+FF07: Hawai'i is written with each) as "'", default-ignorable
/// code points (soft hyphen, joiners that change nothing) dropped. Letters that no normal form
/// takes apart stay: "ø", "ł", "đ", "ı". The rule is the same in every language: "I" becomes "i",
/// "й" "и". Precondition: valid UTF-8. Idempotent: fold(fold(x)) == fold(x).
std::string fold(std::string_view utf8);

/// NFC: the form "as written", in which exact words are compared. Precondition: valid UTF-8.
std::string to_nfc(std::string_view utf8);

/// Halves of the folding, for words whose capitals or accents alone are to be compared: NFC with
/// the accents that fold() removes left out, and NFC case folded. Precondition: valid UTF-8.
std::string without_accents(std::string_view utf8);
std::string without_capitals(std::string_view utf8);

/// The form in which whole values of a field are compared and counted: NFC, each run of white space
/// (line breaks, no-break and zero-width spaces, byte order marks) one space, none at the ends. So
/// a value can be typed on one line.
std::string value_form(std::string_view utf8);

}  // namespace morgue
