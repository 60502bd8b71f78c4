// SPDX-License-Identifier: GPL-3.0-or-later
// A file of any kind to its records.
#pragma once

#include <memory>

#include "indexer/input/walk.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// A Reader over the whole input: decompressed, all members of a container one after the other,
/// each in the format of its content. Never null and never throws for bad data: what cannot be
/// opened is told by next(), once, with the code
///   unreadable      the file cannot be opened or read
///   truncated       compressed data ends too early: the records before have been given
///   damaged         compressed data is broken: likewise
///   empty           a file or member without a byte
///   unknown-format  nothing in the table of formats fits, or no format has the name given
///   nested          a container inside a container
/// besides the codes of the readers (see registry.h). What follows is still read.
std::unique_ptr<Reader> open_input(const InputFile& file, const ReadOptions& options);

}  // namespace morgue
