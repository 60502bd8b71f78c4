// SPDX-License-Identifier: GPL-3.0-or-later
// What the names of many articles say about each other.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/name.h"
#include "common/article/name_link.h"

namespace morgue {

struct NameCount {
  Name name;
  std::uint64_t articles = 0;  ///< that have it
};

/// Which names count as others, on strong evidence alone; sorted.
/// Names of the same words but for capitals, accents, marks and hyphens are one, written as most
/// articles write it, though never all in small letters: "james-baker" is "James Baker". A short
/// name in capitals stays apart from one that is not: PAN is not Pan.
/// A bare surname is the full name that has it, if that has kLeastArticles or more, kLeastRatio
/// times as many as any other that the surname may stand for, and kLeastShare of the articles of
/// them all. (Names with fewer than kLeastArticles articles count for the ratio alone: among many
/// articles some are misread.) Else it stays apart, and a link says so.
/// The order of `counts`, whose names are different, does not matter.
std::vector<NameLink> link_names(const std::vector<NameCount>& counts);

inline constexpr std::uint64_t kLeastArticles = 3;
inline constexpr std::uint64_t kLeastRatio = 8;
inline constexpr double kLeastShare = 0.9;

}  // namespace morgue
