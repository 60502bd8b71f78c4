// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed page: its tree as a flat list, so that nothing walks it by recursion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/readers/html/page_limits.h"
#include "indexer/readers/html/tag.h"

namespace morgue::html {

using NodeNo = std::uint32_t;

/// An element, or a run of text. Nodes stand in document order: the descendants of node n are
/// those from n + 1 up to, but without, its `end`.
struct Node {
  Tag tag = Tag::Other;
  NodeNo parent = 0;  ///< the root is its own
  NodeNo end = 0;
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
  std::string_view text;  ///< of a run of text
};

class Page {
 public:
  /// Parses as browsers do, so whatever bytes there are have a tree. `utf8` must be valid. Errors:
  /// those of PageLimits.
  static Result<Page> parse(std::string_view utf8, const PageLimits& limits);

  Page(Page&&) noexcept;
  Page& operator=(Page&&) noexcept;
  ~Page();

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](NodeNo no) const { return nodes_[no]; }
  NodeNo size() const { return static_cast<NodeNo>(nodes_.size()); }

  /// The value of an attribute (its name in lower case); empty when there is none, or no value.
  std::string_view attribute(NodeNo no, std::string_view name) const;
  bool has_attribute(NodeNo no, std::string_view name) const;

  /// The text of a subtree, with white space collapsed; what is never read is left out.
  std::string text_of(NodeNo no) const;

  /// The text of a script or style as it stands.
  std::string raw_text_of(NodeNo no) const;

 private:
  struct Attribute {
    std::string_view name;
    std::string_view value;
  };
  class Memory;
  class Builder;

  Page();
  const Attribute* find(NodeNo no, std::string_view name) const;

  std::unique_ptr<Memory> memory_;  ///< holds all strings
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

/// `text` with runs of white space (no-break spaces too) as one space, and none at the ends.
std::string collapse_spaces(std::string_view text);

}  // namespace morgue::html
