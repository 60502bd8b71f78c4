// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/xml/newsml.h"

#include <string>

#include "indexer/readers/fields.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/xml/element.h"
#include "indexer/readers/xml/nitf.h"

namespace morgue::xml {
namespace {

/// A party by its name, or by what it is known as.
std::string party(pugi::xml_node node) {
  return first_of({text_of(child(node, "name")), attribute(node, "literal"), text_of(node)});
}

std::vector<std::string> texts_of(pugi::xml_node below, std::string_view name) {
  std::vector<std::string> texts;
  for (const pugi::xml_node node : find_all(below, name)) {
    texts.push_back(local_name(node) == "creator" ? party(node) : text_of(node));
  }
  return texts;
}

/// Of several texts, such as a short and a long one, the longest.
void keep_longer(std::string& best, std::string text) {
  if (text.size() > best.size()) best = std::move(text);
}

std::string html_body(pugi::xml_node html, const html::PageLimits& limits) {
  const pugi::xml_node body = child(html, "body");
  return html::paragraphs_of(markup_of(body ? body : html), limits);
}

/// Of the lines of its components, the first with a headline, or else the first.
pugi::xml_node lines_of_text(pugi::xml_node item) {
  const std::vector<pugi::xml_node> all = find_all(item, "NewsLines");
  for (const pugi::xml_node lines : all) {
    if (find(lines, "HeadLine")) return lines;
  }
  return all.empty() ? pugi::xml_node() : all.front();
}

}  // namespace

std::vector<pugi::xml_node> g2_items(pugi::xml_node root) {
  if (local_name(root) == "newsItem") return {root};
  return find_all(root, "newsItem");
}

std::vector<RawField> read_g2_item(pugi::xml_node item, const html::PageLimits& limits) {
  const pugi::xml_node about_item = child(item, "itemMeta");
  const pugi::xml_node about = child(item, "contentMeta");
  const pugi::xml_node content = child(item, "contentSet");
  NitfArticle nitf;
  std::string body;
  for (const pugi::xml_node inline_xml : find_all(content, "inlineXML")) {
    if (const pugi::xml_node embedded = find(inline_xml, "nitf")) {
      nitf = read_nitf(embedded, limits);
      keep_longer(body, nitf.body);
    } else if (const pugi::xml_node html = find(inline_xml, "html")) {
      keep_longer(body, html_body(html, limits));
    } else {
      keep_longer(body, html::paragraphs_of(markup_of(inline_xml), limits));
    }
  }
  for (const pugi::xml_node data : find_all(content, "inlineData")) {
    keep_longer(body, html::paragraphs_of(markup_of(data), limits));
  }
  std::vector<std::string> authors = texts_of(about, "by");
  if (authors.empty()) authors = nitf.authors;
  if (authors.empty()) authors = texts_of(about, "creator");
  std::vector<std::string> subjects;
  for (const pugi::xml_node subject : find_all(about, "subject")) {
    subjects.push_back(text_of(child(subject, "name")));
  }
  Fields fields;
  fields.text("id", attribute(item, "guid"))
      .text("title", first_of({text_of(find(about, "headline")), nitf.title,
                               text_of(child(about_item, "title"))}))
      .text("date", first_of({text_of(child(about, "contentCreated")),
                              text_of(child(about_item, "firstCreated")),
                              text_of(child(about_item, "versionCreated")), nitf.date}))
      .list("byline", authors)
      .text("source",
            first_of({party(child(about, "infoSource")), party(child(about_item, "provider")),
                      party(descend(item, {"rightsInfo", "copyrightHolder"})), nitf.source}))
      .text("lang", first_of({attribute(child(about, "language"), "tag"), attribute(item, "lang"),
                              nitf.lang}))
      .text("dateline", first_of({text_of(child(about, "dateline")), nitf.dateline}))
      .list("subjects", subjects)
      .list("keywords", texts_of(about, "keyword"))
      .text("body", body);
  return fields.take();
}

std::vector<pugi::xml_node> newsml1_items(pugi::xml_node root) {
  if (local_name(root) == "NewsItem") return {root};
  return find_all(root, "NewsItem");
}

std::vector<RawField> read_newsml1_item(pugi::xml_node item, const html::PageLimits& limits) {
  const pugi::xml_node lines = lines_of_text(item);
  NitfArticle nitf;
  std::string body;
  for (const pugi::xml_node data : find_all(item, "DataContent")) {
    if (const pugi::xml_node embedded = find(data, "nitf")) {
      nitf = read_nitf(embedded, limits);
      keep_longer(body, nitf.body);
    } else if (const pugi::xml_node html = find(data, "html")) {
      keep_longer(body, html_body(html, limits));
    } else {
      keep_longer(body, html::paragraphs_of(markup_of(data), limits));
    }
  }
  std::vector<std::string> authors = texts_of(lines, "ByLine");
  if (authors.empty()) authors = nitf.authors;
  Fields fields;
  fields
      .text("id", first_of({text_of(find(item, "PublicIdentifier")),
                            text_of(find(item, "NewsItemId")), nitf.id}))
      .text("title", first_of({text_of(find(lines, "HeadLine")), nitf.title}))
      .text("date", first_of({text_of(find(item, "FirstCreated")),
                              text_of(find(item, "ThisRevisionCreated")), nitf.date}))
      .list("byline", authors)
      .text("source",
            first_of({attribute(find(find(item, "Provider"), "Party"), "FormalName"),
                      attribute(find(find(item, "Source"), "Party"), "FormalName"), nitf.source}))
      .text("lang", first_of({attribute(find(item, "Language"), "FormalName"),
                              attribute(item, "lang"), nitf.lang}))
      .text("dateline", first_of({text_of(find(lines, "DateLine")), nitf.dateline}))
      .list("keywords", texts_of(lines, "KeywordLine"))
      .text("body", body);
  return fields.take();
}

}  // namespace morgue::xml
