// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/clutter.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

namespace morgue::html {
namespace {

// Words of classes and ids; each stands for what is never part of an article's text.
constexpr std::string_view kClutterWords =
    // what readers write
    "comment comments commentlist disqus livefyre respond replies feedback "
    // what is done with an article
    "share shares sharing sharebar sharedaddy social socials follow addthis addtoany print "
    "toolbar tools rating ratings vote poll "
    // other articles
    "related recommended recommendation recommendations recirc recirculation trending popular "
    "mostread mostpopular readmore morefrom outbrain taboola zergnet teaser teasers upnext "
    "readnext seealso alsoread inlinelink jp carousel latest similar rel "
    // what is sold
    "ad ads advert adverts advertisement advertising adsense adslot sponsor sponsored sponsors "
    "promo promos promotion promoted newsletter newsletters subscribe subscription subscriptions "
    "signup paywall cta donate donation shopping offer offers affiliate "
    // ways around the site
    "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager footer masthead "
    "sidebar widget widgets rail toc skip search login register "
    // notes around the text
    "caption captions credit credits byline bylines author authors authorbox bio dateline "
    "timestamp tag tags taglist topics keywords copyright disclaimer legal published pubdate "
    "postmeta metadata pullquote pullquotes infobox factbox "
    // what is laid over or hidden
    "cookie cookies consent gdpr modal popup overlay tooltip banner hidden hide visuallyhidden "
    "invisible noprint sr screenreader "
    // pictures and films
    "gallery slideshow player video videos jwplayer";

const std::unordered_set<std::string_view>& clutter_words() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    for (std::string_view rest = kClutterWords; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      all.insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return all;
  }();
  return words;
}

// Two words that mean something side by side.
struct Pair {
  std::string_view first;
  std::string_view second;
};

constexpr auto kClutterPairs = std::to_array<Pair>({
    {"read", "more"},    {"read", "next"},    {"up", "next"},         {"more", "from"},
    {"most", "read"},    {"most", "viewed"},  {"see", "also"},        {"also", "read"},
    {"pull", "quote"},   {"sign", "up"},      {"visually", "hidden"}, {"screen", "reader"},
    {"post", "meta"},    {"entry", "meta"},   {"article", "meta"},    {"meta", "info"},
    {"more", "stories"}, {"more", "news"},    {"more", "on"},         {"article", "footer"},
    {"call", "out"},     {"about", "author"}, {"fact", "box"},        {"story", "meta"},
    {"post", "date"},    {"entry", "date"},   {"in", "article"},
});

constexpr auto kArticlePairs = std::to_array<Pair>({
    {"article", "body"},       {"article", "content"}, {"article", "text"}, {"article", "main"},
    {"story", "body"},         {"story", "content"},   {"story", "text"},   {"entry", "content"},
    {"entry", "body"},         {"post", "content"},    {"post", "body"},    {"post", "text"},
    {"body", "content"},       {"body", "text"},       {"content", "body"}, {"news", "content"},
    {"news", "body"},          {"news", "text"},       {"article", "copy"}, {"body", "copy"},
    {"article", "entry"},      {"post", "entry"},      {"text", "body"},    {"artikel", "text"},
    {"article", "paragraphs"},
});

constexpr auto kArticleWords = std::to_array<std::string_view>(
    {"articlebody", "articlecontent", "articletext", "storybody", "storytext", "storycontent",
     "entrycontent", "postcontent", "postbody", "bodytext", "richtext", "maincontent", "newstext",
     "newsbody", "newscontent"});

bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

// "relatedLinks wide" as related, links, wide.
void add_words(std::string_view text, std::vector<std::string>& words) {
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char byte = text[i];
    if (is_upper(byte)) {
      if (i > 0 && is_lower(text[i - 1])) flush();
      word += static_cast<char>(byte | 0x20);
    } else if (is_lower(byte)) {
      word += byte;
    } else {
      flush();
    }
  }
  flush();
  words.emplace_back();  // words of two names are no neighbours
}

template <std::size_t N>
bool has_pair(const std::vector<std::string>& words, const std::array<Pair, N>& pairs) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (const Pair& pair : pairs) {
      if (words[i] == pair.first && words[i + 1] == pair.second) return true;
    }
  }
  return false;
}

bool is_article_name(const std::vector<std::string>& words) {
  return has_pair(words, kArticlePairs) ||
         std::any_of(words.begin(), words.end(), [](const std::string& word) {
           return std::find(kArticleWords.begin(), kArticleWords.end(), word) !=
                  kArticleWords.end();
         });
}

bool is_clutter_name(const std::vector<std::string>& words) {
  return has_pair(words, kClutterPairs) ||
         std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return clutter_words().contains(word); });
}

Hint hint_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
    case Tag::Aside:
    case Tag::Footer:
    case Tag::Figure:
    case Tag::Figcaption:
    case Tag::Caption:
    case Tag::Form:
    case Tag::Address:
    case Tag::Fieldset:
    case Tag::Label:
      return Hint::Clutter;
    default:
      return Hint::None;
  }
}

}  // namespace

Hint hint_of(const Page& page, NodeNo no) {
  const Tag tag = page[no].tag;
  if (tag == Tag::Html || tag == Tag::Body) return Hint::None;
  if (page.attribute(no, "itemprop") == "articleBody") return Hint::Article;
  if (const Hint hint = hint_of_tag(tag); hint != Hint::None) return hint;
  const std::string_view role = page.attribute(no, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" ||
      role == "search") {
    return Hint::Clutter;
  }
  std::vector<std::string> words;
  std::string_view names = page.attribute(no, "class");
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n\f"), names.size());
    add_words(names.substr(0, end), words);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  add_words(page.attribute(no, "id"), words);
  if (is_article_name(words)) return Hint::Article;
  return is_clutter_name(words) ? Hint::Clutter : Hint::None;
}

bool is_hidden(const Page& page, NodeNo no) {
  if (role_of(page[no].tag) == Role::Hidden) return true;
  if (page[no].attributes == 0) return false;
  if (page.has_attribute(no, "hidden") || page.attribute(no, "aria-hidden") == "true") return true;
  std::string style(page.attribute(no, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != style.npos || style.find("visibility:hidden") != style.npos;
}

}  // namespace morgue::html
