// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/hashing.h"

#include <xxhash.h>

namespace morgue {

Hash hash_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace morgue
