// SPDX-License-Identifier: GPL-3.0-or-later
// Whom an indexed article names, corrections applied.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/entities/name_table.h"

namespace morgue {

/// The names of a kind that an article counts under; sorted, each once. Several stored names may
/// count as one, and names of one kind as names of another.
std::vector<Name> names_in(const Xapian::Document& document, EntityKind kind,
                           const NameTable& names);

}  // namespace morgue
