// SPDX-License-Identifier: GPL-3.0-or-later
// A built document in the engine's own words.
#pragma once

#include <xapian.h>

#include "common/document/built_document.h"

namespace morgue {

Xapian::Document to_xapian(const BuiltDocument& document);

}  // namespace morgue
