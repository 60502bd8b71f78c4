// SPDX-License-Identifier: GPL-3.0-or-later
// The entities of a stored article.
#pragma once

#include <vector>

#include "common/article/article.h"
#include "common/article/entity.h"

namespace morgue {

/// What the article is counted under: the people, organisations and places its metadata names, in
/// that order, by value_form(); then what its mentions add, in the order of the text. Each once.
std::vector<Entity> entities_of(const Article& article, const std::vector<Mention>& mentions);

}  // namespace morgue
