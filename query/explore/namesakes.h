// SPDX-License-Identifier: GPL-3.0-or-later
// Full names that a short one may mean.
#pragma once

#include <vector>

#include "query/explore/entity_list.h"

namespace morgue {

/// Names of the selection that end with a person's short name, and have more words: James Baker and
/// Howard Baker for Baker. The commonest first.
std::vector<EntityRow> namesakes_of(const Name& name, const Selection& selection);

}  // namespace morgue
