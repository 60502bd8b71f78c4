// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml/nitf.h"

#include "indexer/readers/fields.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/xml/element.h"

namespace morgue::xml {
namespace {

/// The text of a byline without the title of whom it names.
std::string byline_of(pugi::xml_node byline) {
  if (const pugi::xml_node person = find(byline, "person")) return text_of(person);
  std::string text = text_of(byline);
  const std::string title = text_of(find(byline, "byttl"));
  if (!title.empty() && text.ends_with(title)) text.resize(text.size() - title.size());
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
  return text;
}

/// Without pictures and their captions.
std::string nitf_body(pugi::xml_node content, const html::PageLimits& limits) {
  std::string markup;
  for (const pugi::xml_node part : content.children()) {
    if (local_name(part) == "media") continue;
    if (part.type() == pugi::node_element) {
      const std::string_view name = local_name(part);
      const std::string tag = name == "hl2"                    ? "p"
                              : name == "table" || name == "p" ? std::string(name)
                                                               : "div";
      markup += "<" + tag + ">" + markup_of(part) + "</" + tag + ">";
    } else {
      markup += text_of(part);
    }
  }
  return html::paragraphs_of(markup, limits);
}

}  // namespace

NitfArticle read_nitf(pugi::xml_node nitf, const html::PageLimits& limits) {
  const pugi::xml_node head = child(nitf, "head");
  const pugi::xml_node data = child(head, "docdata");
  const pugi::xml_node publication = child(head, "pubdata");
  const pugi::xml_node top = descend(nitf, {"body", "body.head"});
  NitfArticle article;
  article.id = attribute(child(data, "doc-id"), "id-string");
  article.title =
      first_of({text_of(descend(top, {"hedline", "hl1"})), text_of(child(head, "title"))});
  article.date = first_of(
      {attribute(child(data, "date.issue"), "norm"), attribute(publication, "date.publication"),
       attribute(find(top, "story.date"), "norm"), attribute(child(data, "date.release"), "norm")});
  article.source = first_of({attribute(publication, "name"), text_of(child(top, "distributor")),
                             attribute(child(data, "doc.copyright"), "holder")});
  article.lang = first_of({attribute(nitf, "lang"), attribute(nitf, "baselang")});
  article.dateline = text_of(descend(top, {"dateline", "location"}));
  article.section = attribute(publication, "position.section");
  for (const pugi::xml_node byline : find_all(top, "byline")) {
    article.authors.push_back(byline_of(byline));
  }
  for (const pugi::xml_node keyword : find_all(data, "keyword")) {
    article.keywords.push_back(attribute(keyword, "key"));
  }
  article.body = nitf_body(descend(nitf, {"body", "body.content"}), limits);
  return article;
}

std::vector<RawField> fields_of(const NitfArticle& article) {
  Fields fields;
  fields.text("id", article.id)
      .text("title", article.title)
      .text("date", article.date)
      .list("byline", article.authors)
      .text("source", article.source)
      .text("section", article.section)
      .text("lang", article.lang)
      .text("dateline", article.dateline)
      .list("keywords", article.keywords)
      .text("body", article.body);
  return fields.take();
}

}  // namespace morgue::xml
