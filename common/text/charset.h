// SPDX-License-Identifier: GPL-3.0-or-later
// Which character set bytes are in, and the same text in UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace morgue {

struct DecodedText {
  std::string text;          ///< valid UTF-8 without byte order mark and without NUL
  std::string_view charset;  ///< what the bytes were read as: "utf-8", "windows-1252", "euc-kr"
  std::size_t repaired = 0;  ///< bytes that mean nothing in it, or were NUL
};

/// The character set that a label stands for on the web, in lower case; empty when none does. Case
/// and white space around do not matter. As browsers do, "iso-8859-1" and "ascii" mean
/// "windows-1252", "iso-8859-9" means "windows-1254", "gb2312" means "gb18030".
std::string_view charset_for_label(std::string_view label);

/// What the bytes are in, as far as they tell by themselves: by a byte order mark, by the zero
/// bytes of UTF-16 and UTF-32, or by being UTF-8 beyond ASCII; else empty.
std::string_view certain_charset(std::string_view bytes);

/// The bytes as text. They are read, in this order, as what they surely are; as what `declared`, a
/// label, says; as what their frequencies suggest; as windows-1252. A declaration of UTF-8 is kept
/// when a few bytes are not UTF-8 (they are repaired, see repair_utf8), and disregarded when half
/// of those beyond ASCII are not.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace morgue
