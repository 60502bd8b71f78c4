// SPDX-License-Identifier: GPL-3.0-or-later
// Which field of a source means what.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"

namespace morgue {

/// What an article field is called in the source: guessed from a table of usual names
/// ("headline" is a title, "published_at" a date), overridden by --map. Immutable once made.
class FieldMap {
 public:
  FieldMap() = default;

  /// Reads the values of --map: "title=headline,date=published_at". A target is the name of an
  /// Article field (id title body byline source section lang url date people organisations places)
  /// or any new name for an extra field; `target=-` switches the guess for it off. For text files
  /// the source may be a pattern over the path: "date={1},source={2}" names the directories of the
  /// path from the right ({0} is the file name without its ending). Error code "bad-map".
  static Result<FieldMap> parse(const std::vector<std::string>& specs);

  // Look-up is described in field_map.cpp's table and added by the stage that uses it.

 private:
  std::vector<std::pair<std::string, std::string>> overrides_;  ///< target, source
};

}  // namespace morgue
