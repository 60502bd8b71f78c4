// SPDX-License-Identifier: GPL-3.0-or-later
// A page as the paragraphs one sees on it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/html/page.h"

namespace morgue::html {

/// A stretch of text between two borders of block elements, or two line breaks.
struct Block {
  NodeNo node = 0;         ///< the innermost block element around it
  NodeNo first = 0;        ///< its first run of text
  std::string text;        ///< spaces collapsed; single line breaks as "\n"
  std::size_t length = 0;  ///< in letters and digits; a sign of a script without spaces counts as 3
  std::size_t link_length = 0;  ///< of that, within links
  bool is_clutter = false;      ///< in an element that is clutter by its name
};

/// The blocks of a page in order, without hidden text. An element that is clutter by its name, but
/// holds over half of all text in paragraphs, is none.
/// All blocks, none of them marked as clutter.
std::vector<Block> blocks_of(const Page& page);

/// Clutter is what an element is by its name, unless more than one part in `parts` of the text of
/// paragraphs is in it.
std::vector<Block> blocks_of(const Page& page, std::size_t parts);

/// Letters of the blocks that are long enough for a paragraph, and no links.
std::size_t paragraphs_in(const std::vector<Block>& blocks);

/// How much text there is, as in Block::length.
std::size_t length_of(std::string_view text);

}  // namespace morgue::html
