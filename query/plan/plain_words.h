// SPDX-License-Identifier: GPL-3.0-or-later
// The plain words of a query, and which of them say nothing of what is looked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/plan/bound.h"

namespace morgue {

/// One entry for each operand of an AND, of an OR when `any`, or for the query alone: the phrase of
/// a plain word of title and body, null for anything else.
std::vector<const bound::Phrase*> plain_words(const bound::Node& query, bool any);

/// "a" to "z".
bool is_letter(std::string_view folded);

/// Whether a folded word is a single letter, or an article, preposition, pronoun or auxiliary of
/// one of the languages (ISO 639-1). Languages without a list have only the letters.
bool is_function_word(std::string_view folded, const std::vector<std::string>& languages);

/// Makes the function words of an OR match without raising the score (bound::Phrase::scored),
/// unless there is nothing else.
void silence_function_words(bound::Node& any_of, const std::vector<std::string>& languages);

}  // namespace morgue
