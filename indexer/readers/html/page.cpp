// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/page.h"

#include <algorithm>
#include <csetjmp>
#include <memory_resource>
#include <utility>

#include <gumbo.h>

#include "common/text/ascii.h"

namespace morgue::html {

/// The parser's memory. It is freed in one piece, because gumbo frees its tree by recursion; and
/// the parser is left by a jump when it asks for too much, because it does not expect to be told
/// that there is none. Only frames of C lie between.
class Page::Memory {
 public:
  explicit Memory(std::uint64_t limit) : left_(limit) {}

  static void* allocate(void* self, std::size_t bytes) {
    auto& memory = *static_cast<Memory*>(self);
    if (bytes > memory.left_) std::longjmp(memory.out_, 1);
    memory.left_ -= bytes;
    return memory.arena_.allocate(bytes);
  }
  static void release(void*, void*) {}

  /// The tree, or null when it is too large.
  const GumboOutput* parse(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(out_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

 private:
  std::pmr::monotonic_buffer_resource arena_;
  std::uint64_t left_;
  std::jmp_buf out_;
};

/// Copies the parser's tree to the flat list.
class Page::Builder {
 public:
  Builder(Page& page, std::uint32_t max_depth) : page_(page), max_depth_(max_depth) {}

  /// False when the tree is too deep.
  bool build(const GumboNode* root) {
    open(root);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.children->length) {
        page_.nodes_[step.no].end = page_.size();
        path_.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(step.children->data[step.next++]);
      if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        if (path_.size() >= max_depth_) return false;
        open(child);
      } else if (child->type != GUMBO_NODE_COMMENT && child->type != GUMBO_NODE_DOCUMENT) {
        page_.nodes_.push_back({Tag::Text, step.no, page_.size() + 1, 0, 0, child->v.text.text});
      }
    }
    return true;
  }

 private:
  struct Step {
    NodeNo no;
    const GumboVector* children;
    unsigned next = 0;
  };

  void open(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    const NodeNo no = page_.size();
    const bool is_html = element.tag_namespace == GUMBO_NAMESPACE_HTML;
    const bool is_svg = element.tag_namespace == GUMBO_NAMESPACE_SVG;
    const Tag tag = is_svg    ? Tag::Svg
                    : is_html ? tag_named(gumbo_normalized_tagname(element.tag))
                              : Tag::Other;
    page_.nodes_.push_back({tag,
                            path_.empty() ? no : path_.back().no,
                            no + 1,
                            static_cast<std::uint32_t>(page_.attributes_.size()),
                            element.attributes.length,
                            {}});
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      page_.attributes_.push_back({attribute->name, attribute->value});
    }
    path_.push_back({no, &element.children});
  }

  Page& page_;
  std::uint32_t max_depth_;
  std::vector<Step> path_;
};

Page::Page() = default;
Page::Page(Page&&) noexcept = default;
Page& Page::operator=(Page&&) noexcept = default;
Page::~Page() = default;

Result<Page> Page::parse(std::string_view utf8, const PageLimits& limits) {
  if (auto error = check_limits(utf8, limits)) return *std::move(error);
  Page page;
  page.memory_ = std::make_unique<Memory>(limits.max_tree_bytes);
  const GumboOutput* tree = page.memory_->parse(utf8);
  if (tree == nullptr) {
    return Error{"too-large", "takes more than " + std::to_string(limits.max_tree_bytes) +
                                  " bytes of memory; it is no page of a newspaper"};
  }
  // Elements left open may nest deeper than their tags show.
  if (!Builder(page, 4 * limits.max_depth).build(tree->root)) {
    return Error{"too-deep", "has elements nested too deep; it is no page of a newspaper"};
  }
  return page;
}

const Page::Attribute* Page::find(NodeNo no, std::string_view name) const {
  const Node& node = nodes_[no];
  for (std::uint32_t i = 0; i < node.attributes; ++i) {
    const Attribute& attribute = attributes_[node.first_attribute + i];
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

std::string_view Page::attribute(NodeNo no, std::string_view name) const {
  const Attribute* found = find(no, name);
  return found == nullptr ? std::string_view{} : found->value;
}

bool Page::has_attribute(NodeNo no, std::string_view name) const {
  return find(no, name) != nullptr;
}

std::string Page::text_of(NodeNo no) const {
  std::string text;
  for (NodeNo i = no; i < nodes_[no].end;) {
    const Node& node = nodes_[i];
    if (node.tag == Tag::Text) {
      text += node.text;
    } else if (i != no && role_of(node.tag) == Role::Hidden) {
      i = node.end;
      continue;
    } else if (role_of(node.tag) == Role::Block || node.tag == Tag::Br) {
      text += ' ';
    }
    ++i;
  }
  return collapse_spaces(text);
}

std::string Page::raw_text_of(NodeNo no) const {
  std::string text;
  for (NodeNo i = no; i < nodes_[no].end; ++i) text += nodes_[i].text;
  return text;
}

std::string collapse_spaces(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  std::string collapsed;
  collapsed.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_space(text[i])) {
      space = true;
    } else if (text.substr(i, 2) == kNoBreakSpace) {
      space = true;
      ++i;
    } else {
      if (space && !collapsed.empty()) collapsed += ' ';
      space = false;
      collapsed += text[i];
    }
  }
  return collapsed;
}

}  // namespace morgue::html
