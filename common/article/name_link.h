// SPDX-License-Identifier: GPL-3.0-or-later
// What a name of many articles counts as by their evidence: "Reagan" as "Ronald Reagan".
#pragma once

#include <compare>
#include <string>

#include "common/article/name.h"

namespace morgue {

struct NameLink {
  Name stored;        ///< as articles are indexed by it
  std::string shown;  ///< what it counts as, a name of the same kind. The same: it may mean several
                      ///< names, so it stays apart

  bool stays_apart() const { return stored.text == shown; }

  friend auto operator<=>(const NameLink&, const NameLink&) = default;
  friend bool operator==(const NameLink&, const NameLink&) = default;
};

}  // namespace morgue
