// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/body.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

#include "indexer/readers/html/block.h"
#include "indexer/readers/html/clutter.h"

namespace morgue::html {
namespace {

// What a block is worth that is no text of an article, against the letters of those that are.
constexpr std::int64_t kShortBlock = -8;
constexpr std::int64_t kLinkBlock = -40;
constexpr std::size_t kSentence = 25;
constexpr std::size_t kLongParagraph = 80;

bool ends_sentence(std::string_view text) {
  using namespace std::string_view_literals;
  constexpr std::array kEnds{"."sv,      "!"sv,      "?"sv,      ":"sv,      "\""sv,
                             "\u201D"sv, "\u3002"sv, "\u2026"sv, "\u00BB"sv, ")"sv,
                             "\u2019"sv, "\u201C"sv, "\uFF01"sv, "\u300D"sv};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_mostly_links(const Block& block) { return block.link_length * 2 >= block.length; }

std::int64_t worth(const Block& block) {
  if (block.is_clutter) return 0;
  if (block.length == 0) return 0;
  if (is_mostly_links(block)) return kLinkBlock;
  const bool is_text =
      block.length >= kLongParagraph || (block.length >= kSentence && ends_sentence(block.text));
  return is_text ? static_cast<std::int64_t>(block.length - block.link_length) : kShortBlock;
}

class Finder {
 public:
  Finder(const Page& page, std::size_t clutter_parts)
      : page_(page), blocks_(blocks_of(page, clutter_parts)) {}

  std::size_t paragraphs() const { return paragraphs_in(blocks_); }

  Body run() {
    sum_up();
    const NodeNo root = choose_root();
    return take(root);
  }

 private:
  // What the blocks of each element are worth together.
  void sum_up() {
    sums_.assign(page_.size(), 0);
    for (const Block& block : blocks_) sums_[block.node] += worth(block);
    for (NodeNo no = page_.size(); no-- > 1;) sums_[page_[no].parent] += sums_[no];
  }

  NodeNo choose_root() const {
    NodeNo best = 0;
    for (NodeNo no = 1; no < page_.size(); ++no) {
      if (page_[no].tag != Tag::Text && sums_[no] >= sums_[best] && is_within(no, best))
        best = no;
      else if (page_[no].tag != Tag::Text && sums_[no] > sums_[best])
        best = no;
    }
    // An element that calls itself the article's text, and holds most of it.
    NodeNo named = best;
    for (NodeNo no = best; no < page_[best].end; ++no) {
      if (page_[no].tag == Tag::Text || sums_[no] * 10 < sums_[best] * 5) continue;
      if (hint_of(page_, no) == Hint::Article) named = no;
    }
    return named;
  }

  bool is_within(NodeNo no, NodeNo ancestor) const {
    return no >= ancestor && no < page_[ancestor].end;
  }

  Body take(NodeNo root) const {
    std::vector<const Block*> kept;
    for (const Block& block : blocks_) {
      if (is_within(block.first, root) && is_wanted(block)) kept.push_back(&block);
    }
    // A heading with no text below it stands over what was left out.
    Body body{{}, 0, root};
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const bool is_heading = heading_level(page_[kept[i]->node].tag) > 0;
      if (is_heading && (i + 1 == kept.size() || heading_level(page_[kept[i + 1]->node].tag) > 0)) {
        continue;
      }
      if (!body.text.empty()) body.text += "\n\n";
      body.text += kept[i]->text;
      body.length += kept[i]->length;
    }
    return body;
  }

  bool is_wanted(const Block& block) const {
    if (block.is_clutter || block.length == 0) return false;
    if (page_[block.node].tag == Tag::H1) return false;
    if (block.link_length * 10 >= block.length * 8) return false;
    return true;
  }

  const Page& page_;
  std::vector<Block> blocks_;
  std::vector<std::int64_t> sums_;
};

}  // namespace

Body find_body(const Page& page) {
  // An article may stand in something that is called "sidebar", beside many comments. So when next
  // to nothing is left, names are believed less and less.
  constexpr std::array<std::size_t, 3> kClutterParts{2, 5, 50};
  Body body;
  for (const std::size_t parts : kClutterParts) {
    Finder finder(page, parts);
    body = finder.run();
    if (body.length * 10 >= finder.paragraphs()) break;
  }
  return body;
}

}  // namespace morgue::html
