// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml/element.h"

#include <sstream>

#include "indexer/readers/html/linked_data.h"
#include "indexer/readers/html/page.h"

namespace morgue::xml {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The node after `node` in the document, within `root`; not below it when `skip_below`. Trees may
/// be deeper than the stack, so nothing here calls itself.
pugi::xml_node next(pugi::xml_node node, pugi::xml_node root, bool skip_below) {
  if (!skip_below && node.first_child()) return node.first_child();
  while (node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

template <class Use>
void for_each_named(pugi::xml_node below, std::string_view name, Use use) {
  for (pugi::xml_node node = next(below, below, false); node;) {
    const bool found = node.type() == pugi::node_element && local_name(node) == name;
    if (found && !use(node)) return;
    node = next(node, below, found);
  }
}

}  // namespace

pugi::xml_parse_result load(std::string_view utf8, pugi::xml_document& document) {
  return document.load_buffer(utf8.data(), utf8.size(),
                              pugi::parse_default | pugi::parse_ws_pcdata_single,
                              pugi::encoding_utf8);
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element && local_name(node) == name) return node;
  }
  return {};
}

pugi::xml_node descend(pugi::xml_node from, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) from = child(from, name);
  return from;
}

std::vector<pugi::xml_node> find_all(pugi::xml_node below, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for_each_named(below, name, [&](pugi::xml_node node) {
    found.push_back(node);
    return true;
  });
  return found;
}

pugi::xml_node find(pugi::xml_node below, std::string_view name) {
  pugi::xml_node found;
  for_each_named(below, name, [&](pugi::xml_node node) {
    found = node;
    return false;
  });
  return found;
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (pugi::xml_node at = node; at; at = next(at, node, false)) {
    if (is_text(at)) text += at.value();
  }
  return html::collapse_spaces(html::plain_text(text));
}

std::string markup_of(pugi::xml_node node) {
  bool has_elements = false;
  std::string text;
  for (const pugi::xml_node part : node.children()) {
    has_elements = has_elements || part.type() == pugi::node_element;
    if (is_text(part)) text += part.value();
  }
  if (!has_elements) return text;
  std::ostringstream markup;
  for (const pugi::xml_node part : node.children()) {
    part.print(markup, "", pugi::format_raw | pugi::format_no_empty_element_tags,
               pugi::encoding_utf8);
  }
  return markup.str();
}

std::string attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes()) {
    if (without_prefix(one.name()) == name) return html::collapse_spaces(one.value());
  }
  return {};
}

}  // namespace morgue::xml
