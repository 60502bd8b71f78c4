// SPDX-License-Identifier: GPL-3.0-or-later
// Which names that archives know stand in a text that is not of them.
#pragma once

#include <vector>

#include "common/article/article.h"
#include "common/article/name.h"
#include "query/plan/archive_view.h"

namespace morgue {

/// Names as they are stored: values of the archives, and what aliases and links speak of, written
/// in the text just so. At each place the longest; of one that is known as several kinds, the kind
/// with the most articles. Names that count as nothing are left out. Each once, in the order of the
/// text.
std::vector<Name> names_in_text(const Article& text, const ArchiveView& view);

}  // namespace morgue
