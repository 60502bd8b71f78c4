// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a name as a reader wants to see them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/entities/names/read_name.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

/// The words of a name in NFC, a space between them unless they were glued together. A name all in
/// capitals gets capitals where they belong: MEXICO CITY is Mexico City, ANA DE LA CRUZ Ana de la
/// Cruz, O'BRIEN O'Brien; BBC stays.
std::string display_name(std::span<const NamePart> words, bool shouted, const WordBook& book);

/// A word in capitals with only those that belong: "McDonald" of "MCDONALD".
std::string in_title_case(std::string_view shouted);

}  // namespace morgue
