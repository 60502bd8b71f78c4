// SPDX-License-Identifier: GPL-3.0-or-later
// Flags as they were typed, and what they mean.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/options.h"
#include "query/render/messages.h"

namespace morgue {

/// Filled by cli.cpp; "" and false where a flag was not given.
struct TypedFlags {
  std::vector<std::string> archives;
  std::vector<std::string> facets;                      ///< each "person:20,org"
  std::vector<std::pair<std::string, Format>> formats;  ///< each as typed, "--json"
  std::string limit, offset, after, sort, decay, max_expansions, color;
  std::string letter_case, accents, passages, shown_query;
  std::string types, containing, least, most_entities;
  std::string copies, count_copies;
  std::string context, sample, seed, line_order, window, measure, run, against, period, exported,
      output;
  std::string text_file;
  std::string syntax, from, to;  ///< --from is --syntax by another name
  bool any = false, literal = false, strict = false, lenient = false;
  bool why = false, tree = false, mentions = false, by_month = false, before = false,
       from_now = false;
  bool explain = false, count_only = false, quiet = false, no_pager = false, provenance = false,
       negative = false;
};

/// Fills everything in `options` but the words.
std::optional<UsageError> resolve(const TypedFlags& typed, Options& options);

}  // namespace morgue
