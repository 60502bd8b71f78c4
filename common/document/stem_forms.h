// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a batch by their stems.
#pragma once

#include <string>
#include <string_view>

#include "common/document/term_table.h"
#include "common/index/term.h"
#include "common/text/stem.h"

namespace morgue {

/// Calls `use(std::string stem key, std::string_view form)` for each word that is not its own stem,
/// in each language that has it: what the engine's synonym table is to hold. A form that is its own
/// stem needs no entry: looking up a stem tries the stem itself.
template <class Use>
void for_each_stem_form(const TermTable& terms, Use use) {
  for (const std::string& lang : Stemmer::languages()) {
    const StemmedLanguages wanted = stemmed_language(lang);
    const Stemmer stemmer(lang);
    for (TermNumber term = 0; term < terms.size(); ++term) {
      const std::string_view form = terms.text(term);
      if ((terms.languages(term) & wanted) == 0 || form.size() > kMaxFormBytes) continue;
      const std::string stem = stemmer.stem(form);
      if (stem != form) use(stem_key(lang, stem), form);
    }
  }
}

}  // namespace morgue
