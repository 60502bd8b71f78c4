// SPDX-License-Identifier: GPL-3.0-or-later
// gzip and Zstandard streams.
#pragma once

#include <memory>

#include "indexer/input/peek_source.h"

namespace morgue {

/// Takes off every layer of gzip or Zstandard, told by the first bytes and never by a name (up to
/// four, against endless ones). A stream that is cut off gives every byte that could be
/// decompressed before its Error "truncated"; one that is broken, before its Error "damaged".
///
/// libarchive reads both formats too, but drops up to 128 KiB of text that stands before a cut.
std::unique_ptr<PeekSource> decompress(std::unique_ptr<ByteSource> source);

}  // namespace morgue
