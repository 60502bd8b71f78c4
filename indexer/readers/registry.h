// SPDX-License-Identifier: GPL-3.0-or-later
// The formats Morgue reads: one table. A new format is a new row and a file with its Reader.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/input/peek_source.h"
#include "indexer/readers/read_options.h"
#include "indexer/readers/reader.h"

namespace morgue {

/// How many bytes of an input are looked at to tell its format.
inline constexpr std::size_t kSniffBytes = 1U << 16U;

struct Format {
  std::string_view name;                      ///< for --format
  std::string_view description;               ///< for --help
  std::span<const std::string_view> endings;  ///< of file names, asked when no content rule fits
  /// Whether a text that begins so is surely of this format.
  bool (*looks_like)(std::string_view head);
  std::unique_ptr<Reader> (*open)(std::unique_ptr<PeekSource> source, const std::string& file,
                                  const ReadOptions& options);
};

/// All formats, in the order in which their rules are asked.
std::span<const Format> formats();

/// The format named by the options; else the first whose rule fits the content; else the first
/// whose ending the file has (behind .gz and the like); else "text" for text of any kind. Error
/// code "unknown-format".
Result<const Format*> choose_format(std::string_view file, std::string_view head,
                                    const ReadOptions& options);

}  // namespace morgue
