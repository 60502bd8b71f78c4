// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/linked_data.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include <nlohmann/json.hpp>

namespace morgue::html {
namespace {

using nlohmann::json;

constexpr int kDeepest = 64;

bool is_json_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// What sites get wrong: line feeds and tabs within strings, commas before closing brackets, and
// marks of comments or CDATA around the whole.
std::string mend(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == text.npos || end == text.npos || end < begin) return {};
  std::string mended;
  bool in_string = false;
  for (std::size_t i = begin; i <= end; ++i) {
    const char byte = text[i];
    if (in_string && byte == '\\' && i < end) {
      mended.append(text.substr(i++, 2));
      continue;
    }
    if (byte == '"') in_string = !in_string;
    if (byte == ',' && !in_string) {
      std::size_t next = i + 1;
      while (next < end && is_json_space(text[next])) ++next;
      if (text[next] == '}' || text[next] == ']' || text[next] == ',') continue;
    }
    mended += static_cast<unsigned char>(byte) < ' ' ? ' ' : byte;
  }
  return mended;
}

std::optional<json> parse(const std::string& text) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= kDeepest; };
  for (const std::string& attempt : {text, mend(text)}) {
    json value = json::parse(attempt, shallow, false, true);
    if (!value.is_discarded()) return value;
  }
  return std::nullopt;
}

class Reader {
 public:
  void add(const json& value) {
    // Depth is limited, so the walk may be a recursion.
    if (value.is_array()) {
      for (const json& element : value) add(element);
    } else if (value.is_object()) {
      if (const std::string id = text(value, "@id"); !id.empty() && value.size() > 1) {
        by_id_.emplace(id, &value);
      }
      if (is_article(value)) articles_.push_back(&value);
      for (const auto& [name, member] : value.items()) {
        if (member.is_structured()) add(member);
      }
    }
  }

  LinkedArticle best() const {
    LinkedArticle best;
    int best_score = 0;
    for (const json* object : articles_) {
      LinkedArticle article = read(*object);
      const int score = (article.headline.empty() ? 0 : 2) + (article.published.empty() ? 0 : 2) +
                        (article.authors.empty() ? 0 : 1) + (article.body.empty() ? 0 : 1);
      if (score > best_score) {
        best = std::move(article);
        best_score = score;
      }
    }
    return best;
  }

 private:
  static bool is_article(const json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto fits = [](const json& name) {
      if (!name.is_string()) return false;
      const auto& text = name.get_ref<const std::string&>();
      return text.ends_with("Article") || text.ends_with("Posting") || text == "Report" ||
             text == "Review" || text == "Recipe";
    };
    return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
  }

  static std::string text(const json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_string() ? member->get<std::string>()
                                                         : std::string();
  }

  // An object that only names another one.
  const json& resolve(const json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto found = by_id_.find(text(value, "@id"));
    return found == by_id_.end() ? value : *found->second;
  }

  // Of a string, an object, or an array of them: their texts or names.
  std::vector<std::string> names(const json& object, const char* name) const {
    std::vector<std::string> result;
    const auto member = object.find(name);
    if (member == object.end()) return result;
    for (const json& element : member->is_array() ? *member : json::array({*member})) {
      const json& value = resolve(element);
      if (value.is_string()) {
        result.push_back(plain_text(value.get<std::string>()));
      } else if (value.is_object()) {
        for (std::string& each : strings(value, "name")) result.push_back(std::move(each));
      }
    }
    std::erase(result, "");
    return result;
  }

  static std::vector<std::string> strings(const json& object, const char* name) {
    std::vector<std::string> result;
    const auto member = object.find(name);
    if (member == object.end()) return result;
    for (const json& element : member->is_array() ? *member : json::array({*member})) {
      if (element.is_string()) result.push_back(plain_text(element.get<std::string>()));
    }
    return result;
  }

  static std::string first(const std::vector<std::string>& values) {
    return values.empty() ? std::string() : values.front();
  }

  LinkedArticle read(const json& object) const {
    LinkedArticle article;
    article.headline = plain_text(text(object, "headline"));
    if (article.headline.empty()) article.headline = plain_text(text(object, "name"));
    article.published = text(object, "datePublished");
    if (article.published.empty()) article.published = text(object, "dateCreated");
    article.authors = names(object, "author");
    if (article.authors.empty()) article.authors = names(object, "creator");
    article.publisher = first(names(object, "publisher"));
    article.section = first(strings(object, "articleSection"));
    article.lang = text(object, "inLanguage");
    article.url = text(object, "url");
    article.description = plain_text(text(object, "description"));
    article.body = text(object, "articleBody");
    return article;
  }

  std::unordered_map<std::string, const json*> by_id_;
  std::vector<const json*> articles_;
};

bool is_linked_data(const Page& page, NodeNo no) {
  return page[no].tag == Tag::Script &&
         page.attribute(no, "type").find("ld+json") != std::string_view::npos;
}

}  // namespace

LinkedArticle read_linked_data(const Page& page) {
  std::vector<json> values;
  for (NodeNo no = 0; no < page.size(); ++no) {
    if (!is_linked_data(page, no)) continue;
    if (auto value = parse(page.raw_text_of(no))) values.push_back(*std::move(value));
  }
  Reader reader;
  for (const json& value : values) reader.add(value);
  return reader.best();
}

std::string plain_text(std::string_view html) {
  if (html.find_first_of("&<") == html.npos) return collapse_spaces(html);
  const auto page = Page::parse(html, {});
  if (!page) return collapse_spaces(html);
  const std::string text = page->text_of(0);
  // Some sites escape twice: "&amp;#8217;".
  if (text.find("&#") == text.npos && text.find("&amp;") == text.npos &&
      text.find("&quot;") == text.npos) {
    return text;
  }
  const auto again = Page::parse(text, {});
  return again ? again->text_of(0) : text;
}

}  // namespace morgue::html
