// SPDX-License-Identifier: GPL-3.0-or-later
// Elements of XML by their names alone: agencies bind namespaces to any prefix, or to none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace morgue::xml {

/// Reads UTF-8, as far as it is well-formed; entities of its own are never resolved.
pugi::xml_parse_result load(std::string_view utf8, pugi::xml_document& document);

/// Without the prefix: "encoded" of <content:encoded>.
std::string_view local_name(pugi::xml_node node);

/// The first child element of this name; a null node when there is none.
pugi::xml_node child(pugi::xml_node parent, std::string_view name);

/// The children of the names in turn: descend(item, {"contentMeta", "headline"}).
pugi::xml_node descend(pugi::xml_node from, std::initializer_list<std::string_view> names);

/// All elements of this name below, in the order of the document; none of them within another.
std::vector<pugi::xml_node> find_all(pugi::xml_node below, std::string_view name);
/// The first of them.
pugi::xml_node find(pugi::xml_node below, std::string_view name);

/// The text in a node, entities of HTML and tags written as text resolved, white space collapsed.
std::string text_of(pugi::xml_node node);

/// What stands between its tags, as markup; of escaped markup, the markup.
std::string markup_of(pugi::xml_node node);

/// The value of an attribute by its local name; empty when there is none.
std::string attribute(pugi::xml_node node, std::string_view name);

}  // namespace morgue::xml
