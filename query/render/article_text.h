// SPDX-License-Identifier: GPL-3.0-or-later
// A whole article as people read it.
#pragma once

#include <ostream>

#include "query/hit.h"
#include "query/render/terminal.h"

namespace morgue {

/// Headline, a line for each known field, and the body: wrapped to the terminal's width, or line by
/// line as it is when there is no width. What matched is marked by colour. Control characters are
/// made visible.
void write_article_text(const Hit& hit, const Terminal& terminal, std::ostream& out);

}  // namespace morgue
