// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/block.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/html/clutter.h"

namespace morgue::html {
namespace {

std::size_t count(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      length += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? 1 : byte >= '0' && byte <= '9';
    } else if (byte >= 0xE3 && byte < 0xEB) {
      length += 3;  // kana and Chinese; Korean has spaces, and stands above
    } else if (byte >= 0xC3 && byte != 0xE2) {
      ++length;
    }
  }
  return length;
}

// Runs of spaces as one; of the line feeds among them, those of <br>, marked "\v", stay as "\n".
std::string tidy(std::string_view text) {
  std::string result;
  bool at_break = true;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\v', begin), text.size());
    const std::string line = collapse_spaces(text.substr(begin, end - begin));
    if (!line.empty()) {
      if (!at_break) result += '\n';
      result += line;
      at_break = false;
    }
    begin = end + 1;
  }
  return result;
}

class Splitter {
 public:
  explicit Splitter(const Page& page) : page_(page) {}

  std::vector<Block> run() {
    for (NodeNo no = 0; no < page_.size();) {
      leave(no);
      const Node& node = page_[no];
      if (node.tag == Tag::Text) {
        add_text(no, node.text);
      } else if (is_hidden(page_, no)) {
        no = node.end;
        continue;
      } else {
        enter(no);
      }
      ++no;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    NodeNo no;
    bool is_block;
    bool is_link;
  };

  void enter(NodeNo no) {
    const Tag tag = page_[no].tag;
    if (tag == Tag::Br) {
      const std::size_t last = text_.find_last_not_of(" \t\r\n");
      if (last != text_.npos && text_[last] == '\v') flush();
      if (!text_.empty()) text_ += '\v';
      return;
    }
    const bool is_block = role_of(tag) == Role::Block;
    if (is_block) flush();
    if (tag == Tag::A) ++links_;
    open_.push_back({no, is_block, tag == Tag::A});
  }

  // Elements that end before a node.
  void leave(NodeNo no) {
    while (!open_.empty() && page_[open_.back().no].end <= no) {
      if (open_.back().is_block) flush();
      if (open_.back().is_link) --links_;
      open_.pop_back();
    }
  }

  void add_text(NodeNo no, std::string_view text) {
    if (text_.empty()) first_ = no;
    for (const char byte : text) text_ += byte == '\v' ? ' ' : byte;
    const std::size_t length = count(text);
    length_ += length;
    if (links_ > 0) link_length_ += length;
  }

  void flush() {
    std::string text = tidy(text_);
    text_.clear();
    const std::size_t length = std::exchange(length_, 0);
    const std::size_t link_length = std::exchange(link_length_, 0);
    if (text.empty()) return;
    NodeNo node = 0;
    for (auto open = open_.rbegin(); open != open_.rend() && node == 0; ++open) {
      if (open->is_block) node = open->no;
    }
    blocks_.push_back({node, first_, std::move(text), length, link_length, false});
  }

  const Page& page_;
  std::vector<Open> open_;
  std::vector<Block> blocks_;
  std::string text_;
  NodeNo first_ = 0;
  std::size_t length_ = 0;
  std::size_t link_length_ = 0;
  int links_ = 0;
};

/// A paragraph of an article is longer than most of what surrounds it.
constexpr std::size_t kParagraph = 60;

bool is_paragraph(const Block& block) {
  return block.length >= kParagraph && block.link_length * 2 < block.length;
}

void mark_clutter(const Page& page, std::size_t parts, std::vector<Block>& blocks) {
  const std::size_t total = paragraphs_in(blocks);
  std::size_t next = 0;  // the first block that ends behind the node
  for (NodeNo no = 0; no < page.size();) {
    const Node& node = page[no];
    while (next < blocks.size() && blocks[next].first < no) ++next;
    if (next == blocks.size()) return;
    if (node.tag == Tag::Text || hint_of(page, no) != Hint::Clutter) {
      ++no;
      continue;
    }
    std::size_t within = 0;
    std::size_t end = next;
    for (; end < blocks.size() && blocks[end].first < node.end; ++end) {
      within += is_paragraph(blocks[end]) ? blocks[end].length : 0;
    }
    const bool is_line = role_of(node.tag) == Role::Inline;
    if (within * parts > total) {
      ++no;  // what so much of the text stands in is not beside it
      continue;
    }
    for (std::size_t i = next; i < end; ++i) {
      const NodeNo block_node = blocks[i].node;
      if (!is_line || (block_node >= no && block_node < node.end)) blocks[i].is_clutter = true;
    }
    no = node.end;
  }
}

}  // namespace

std::size_t length_of(std::string_view text) { return count(text); }

std::size_t paragraphs_in(const std::vector<Block>& blocks) {
  std::size_t total = 0;
  for (const Block& block : blocks) total += is_paragraph(block) ? block.length : 0;
  return total;
}

std::vector<Block> blocks_of(const Page& page) { return Splitter(page).run(); }

std::vector<Block> blocks_of(const Page& page, std::size_t parts) {
  std::vector<Block> blocks = blocks_of(page);
  mark_clutter(page, parts, blocks);
  return blocks;
}

}  // namespace morgue::html
