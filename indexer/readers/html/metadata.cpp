// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/metadata.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/html/byline.h"
#include "indexer/readers/html/clutter.h"
#include "indexer/readers/html/linked_data.h"
#include "indexer/readers/html/meta_tags.h"
#include "indexer/readers/html/title.h"

namespace morgue::html {
namespace {

// Names of <meta> elements that state when an article was published, the most reliable first.
constexpr auto kDateNames = std::to_array<std::string_view>({"article:published_time",
                                                             "og:article:published_time",
                                                             "og:published_time",
                                                             "datepublished",
                                                             "article:published",
                                                             "article.published",
                                                             "parsely-pub-date",
                                                             "sailthru.date",
                                                             "cxenseparse:recs:publishtime",
                                                             "publish-date",
                                                             "publishdate",
                                                             "publish_date",
                                                             "publication_date",
                                                             "publicationdate",
                                                             "published",
                                                             "published_time",
                                                             "date_published",
                                                             "pubdate",
                                                             "article_date_original",
                                                             "originalpublicationdate",
                                                             "dc.date.issued",
                                                             "dcterms.issued",
                                                             "dc.date.created",
                                                             "dcterms.created",
                                                             "dcterms.date",
                                                             "dc.date",
                                                             "date",
                                                             "displaydate",
                                                             "article:post_date",
                                                             "datecreated",
                                                             "created",
                                                             "dc.created",
                                                             "last-modified"});

constexpr auto kAuthorNames = std::to_array<std::string_view>(
    {"author", "byl", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
     "dcterms.creator", "dc.contributor", "cxenseparse:author", "article:author", "creator",
     "og:article:author", "twitter:creator:name", "authors", "author.name"});

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#:"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

void add_names(std::string_view byline, std::vector<std::string>& names) {
  for (std::string& name : names_in(byline)) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
}

class MetadataReader {
 public:
  explicit MetadataReader(const Page& page)
      : page_(page), tags_(page), linked_(read_linked_data(page)) {}

  Metadata run() {
    read_address();
    read_title();
    read_dates();
    read_authors();
    result_.section = linked_.section.empty()
                          ? tags_.first({"article:section", "og:article:section", "section",
                                         "parsely-section", "dc.subject", "articlesection"})
                          : linked_.section;
    result_.description =
        tags_.first({"og:description", "description", "twitter:description", "dc.description"});
    if (result_.description.empty()) result_.description = linked_.description;
    result_.lang = find_lang();
    result_.stated_body = std::move(linked_.body);
    return std::move(result_);
  }

 private:
  void read_address() {
    const std::string stated = tags_.first({"og:url", "twitter:url"});
    for (const std::string& url : {tags_.canonical(), stated, linked_.url}) {
      if (result_.url.empty() && is_address(url)) result_.url = url;
    }
    host_ = host_of(result_.url);
    result_.outlet = tags_.first({"og:site_name", "application-name", "dc.publisher"});
    if (result_.outlet.empty() || is_address(result_.outlet)) result_.outlet = linked_.publisher;
    if (result_.outlet.empty()) result_.outlet = host_;
  }

  void read_title() {
    // Of titles that as many agree on, the first: what the page shows, or says of itself, goes
    // before what it says to others.
    std::string shown;
    std::string in_head;
    for (NodeNo no = 0; no < page_.size(); ++no) {
      if (page_[no].tag == Tag::H1 && shown.empty()) shown = page_.text_of(no);
      if (page_[no].tag == Tag::Title && in_head.empty()) in_head = page_.text_of(no);
    }
    std::vector<std::string> titles{shown, linked_.headline, tags_.first({"og:title"})};
    titles.push_back(tags_.first({"twitter:title"}));
    titles.push_back(in_head);
    titles.push_back(tags_.first({"title", "dc.title", "headline", "parsely-title"}));
    const std::vector<std::string> as_stated = titles;
    for (std::string& title : titles) {
      title = without_outlet(title, result_.outlet, host_, as_stated);
    }
    // A page that shows what it says of itself means it, whatever it says to others.
    const bool sure = !titles[0].empty() && letters_of(titles[0]) == letters_of(titles[1]);
    result_.title = sure ? titles[0] : most_agreed(titles);
  }

  void read_dates() {
    if (!linked_.published.empty()) {
      result_.dates.push_back({linked_.published, "json-ld datePublished"});
    }
    for (const std::string_view name : kDateNames) {
      if (std::string text = tags_.first({name}); !text.empty()) {
        result_.dates.push_back({std::move(text), "meta " + std::string(name)});
      }
    }
    // What is marked as the day of publication goes before other times.
    std::vector<StatedDate> others;
    for (NodeNo no = 0; no < page_.size(); ++no) {
      if (page_[no].tag == Tag::Text) continue;
      const bool is_marked =
          page_.attribute(no, "itemprop") == "datePublished" || page_.has_attribute(no, "pubdate");
      if (page_[no].tag != Tag::Time && !is_marked) continue;
      std::string text(page_.attribute(no, "datetime"));
      if (text.empty()) text = page_.attribute(no, "content");
      if (text.empty()) text = page_.text_of(no);
      if (text.empty() || text.size() > 60) continue;
      (is_marked ? result_.dates : others).push_back({std::move(text), "time"});
      if (others.size() >= 3) break;
    }
    result_.dates.insert(result_.dates.end(), others.begin(), others.end());
    read_dates_in_text();
  }

  void read_dates_in_text() {
    for (NodeNo no = 0; no < page_.size() && result_.in_text.size() < 5; ++no) {
      if (page_[no].tag == Tag::Text || page_[no].attributes == 0) continue;
      const std::string_view names = page_.attribute(no, "class");
      if (names.find("date") == names.npos && names.find("publish") == names.npos &&
          names.find("time") == names.npos && names.find("meta") == names.npos) {
        continue;
      }
      std::string text = page_.text_of(no);
      if (text.size() >= 6 && text.size() <= 60) {
        result_.in_text.push_back({std::move(text), "text"});
      }
    }
  }

  void read_authors() {
    for (const std::string& author : linked_.authors) add_names(author, result_.authors);
    if (!result_.authors.empty()) return;
    for (const std::string_view name : kAuthorNames) {
      for (const std::string& author : tags_.all(name)) add_names(author, result_.authors);
      if (!result_.authors.empty()) return;
    }
    result_.authors = find_byline(page_);
  }

  std::string find_lang() const {
    for (NodeNo no = 0; no < page_.size(); ++no) {
      if (page_[no].tag != Tag::Html) continue;
      for (const std::string_view name : {"lang", "xml:lang"}) {
        const std::string_view lang = page_.attribute(no, name);
        if (!lang.empty()) return std::string(lang);
      }
      break;
    }
    if (!linked_.lang.empty()) return linked_.lang;
    return tags_.first({"og:locale", "content-language", "language", "dc.language"});
  }

  const Page& page_;
  MetaTags tags_;
  LinkedArticle linked_;
  std::string host_;
  Metadata result_;
};

}  // namespace

Metadata read_metadata(const Page& page) { return MetadataReader(page).run(); }

}  // namespace morgue::html
