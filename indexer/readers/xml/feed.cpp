// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml/feed.h"

#include <string>

#include "indexer/readers/fields.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/xml/element.h"

namespace morgue::xml {
namespace {

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element && local_name(node) == name) found.push_back(node);
  }
  return found;
}

bool is_atom(pugi::xml_node root) {
  return local_name(root) == "feed" || local_name(root) == "entry";
}

/// "desk@ledger.example (Ana Ruiz)" is Ana Ruiz.
std::string person(std::string text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (text.find('@') < open && open != text.npos && close != text.npos && open < close) {
    return text.substr(open + 1, close - open - 1);
  }
  return text.find('@') != text.npos && text.find(' ') == text.npos ? "" : text;
}

std::vector<std::string> authors_of(pugi::xml_node node) {
  std::vector<std::string> names;
  for (const char* element : {"creator", "author"}) {
    for (const pugi::xml_node author : children(node, element)) {
      const pugi::xml_node name = child(author, "name");
      const bool empty_person = !name && (child(author, "email") || child(author, "uri"));
      if (!empty_person) names.push_back(person(text_of(name ? name : author)));
    }
  }
  return names;
}

/// The page of an entry: its alternate link, else the first that is no enclosure.
std::string link_of(pugi::xml_node item) {
  std::string other;
  for (const pugi::xml_node link : children(item, "link")) {
    const std::string target = attribute(link, "href");
    const std::string relation = attribute(link, "rel");
    const std::string address = target.empty() ? text_of(link) : target;
    if (relation == "alternate" || (relation.empty() && !address.empty())) return address;
    if (other.empty() && relation != "enclosure" && relation != "self" && relation != "edit") {
      other = address;
    }
  }
  return other;
}

std::string feed_body(pugi::xml_node item, const html::PageLimits& limits) {
  for (const char* name : {"encoded", "content", "description", "summary"}) {
    for (const pugi::xml_node node : children(item, name)) {
      const bool is_media = attribute(node, "url").size() + attribute(node, "src").size() > 0;
      std::string text = is_media ? "" : html::paragraphs_of(markup_of(node), limits);
      if (!text.empty()) return text;
    }
  }
  return {};
}

std::string date_of(pugi::xml_node item) {
  for (const char* name :
       {"pubDate", "published", "issued", "date", "created", "updated", "modified"}) {
    if (std::string text = text_of(child(item, name)); !text.empty()) return text;
  }
  return {};
}

bool is_published_post(pugi::xml_node item) {
  const std::string type = text_of(child(item, "post_type"));
  const std::string status = text_of(child(item, "status"));
  return (type.empty() || type == "post") && (status.empty() || status == "publish");
}

}  // namespace

std::vector<pugi::xml_node> feed_items(pugi::xml_node root) {
  if (local_name(root) == "entry") return {root};
  if (is_atom(root)) return children(root, "entry");
  std::vector<pugi::xml_node> items;
  for (const pugi::xml_node item : find_all(root, "item")) {
    if (is_published_post(item)) items.push_back(item);
  }
  return items;
}

std::vector<RawField> read_feed_item(pugi::xml_node root, pugi::xml_node item,
                                     const html::PageLimits& limits) {
  const pugi::xml_node channel = is_atom(root) ? root : child(root, "channel");
  const pugi::xml_node origin = child(item, "source");
  std::vector<std::string> authors = authors_of(item);
  if (authors.empty() && is_atom(root)) authors = authors_of(root);
  std::vector<std::string> categories;
  for (const pugi::xml_node category : children(item, "category")) {
    categories.push_back(
        first_of({attribute(category, "label"), attribute(category, "term"), text_of(category)}));
  }
  Fields fields;
  fields.text("id", first_of({text_of(child(item, "guid")), text_of(child(item, "id"))}))
      .text("title", text_of(child(item, "title")))
      .text("date", date_of(item))
      .list("byline", authors)
      .text("source",
            first_of({text_of(child(origin, "title")), is_atom(root) ? "" : text_of(origin),
                      local_name(root) == "entry" ? "" : text_of(child(channel, "title"))}))
      .text("lang", first_of({text_of(child(item, "language")), attribute(item, "lang"),
                              text_of(child(channel, "language")), attribute(root, "lang")}))
      .text("url", first_of({link_of(item), attribute(item, "about")}))
      .list("categories", categories)
      .text("body", feed_body(item, limits));
  return fields.take();
}

}  // namespace morgue::xml
