// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of immutable segments that were replaced or removed since.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <roaring/roaring.hh>

namespace morgue {

/// Documents of a segment, numbered from 1.
using DocumentNumbers = ::Roaring;
using HiddenDocuments = DocumentNumbers;

/// By segment id; segments without hidden articles are absent.
using HiddenBySegment = std::map<std::string, HiddenDocuments, std::less<>>;

std::string encode_hidden(const HiddenBySegment& hidden);

/// Throws IndexError (ExitCode::Archive) when the bytes are not what encode_hidden() made.
HiddenBySegment decode_hidden(std::string_view bytes);

}  // namespace morgue
