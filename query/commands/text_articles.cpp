// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/text_articles.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace morgue {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestTitle = 200;

struct TextKey {
  const char* key;
  std::string Article::*field;
};

constexpr std::array kTextKeys{
    TextKey{"id", &Article::id},           TextKey{"title", &Article::title},
    TextKey{"body", &Article::body},       TextKey{"text", &Article::body},
    TextKey{"byline", &Article::byline},   TextKey{"source", &Article::source},
    TextKey{"section", &Article::section}, TextKey{"lang", &Article::lang},
    TextKey{"url", &Article::url},         TextKey{"date_text", &Article::date_text},
};

struct ListKey {
  const char* key;
  std::vector<std::string> Article::*field;
};

constexpr std::array kListKeys{
    ListKey{"people", &Article::people},
    ListKey{"organisations", &Article::organisations},
    ListKey{"places", &Article::places},
};

/// What Morgue itself adds to an article that it shows.
constexpr std::array<std::string_view, 5> kDerived{"date_source", "entities", "mentions",
                                                   "title_marks", "body_marks"};

std::vector<std::string> strings_of(const json& value) {
  if (value.is_string()) return {value.get<std::string>()};
  std::vector<std::string> strings;
  for (const json& one : value) {
    if (one.is_string()) strings.push_back(one.get<std::string>());
  }
  return strings;
}

void add_extra(Article& article, const std::string& name, const json& value) {
  using Kind = ExtraField::Kind;
  const bool is_list =
      value.is_array() && !value.empty() &&
      std::all_of(value.begin(), value.end(), [](const json& one) { return one.is_string(); });
  if (value.is_null()) return;
  if (value.is_string()) {
    article.extra.push_back({name, Kind::Text, {value.get<std::string>()}});
  } else if (is_list) {
    article.extra.push_back({name, Kind::List, strings_of(value)});
  } else {
    article.extra.push_back({name, Kind::Json, {value.dump()}});
  }
}

void set_field(Article& article, const std::string& name, const json& value) {
  for (const TextKey& known : kTextKeys) {
    if (name == known.key && value.is_string()) {
      article.*known.field = value.get<std::string>();
      return;
    }
  }
  for (const ListKey& known : kListKeys) {
    if (name == known.key) {
      article.*known.field = strings_of(value);
      return;
    }
  }
  if (name == "date" && value.is_string()) {
    if (const auto date = parse_partial_date(value.get<std::string>())) {
      article.date = *date;
      article.date_source = DateSource::Metadata;
      return;
    }
  }
  if (name == "extra" && value.is_object()) {
    for (const auto& [own, of_own] : value.items()) add_extra(article, own, of_own);
    return;
  }
  if (std::find(kDerived.begin(), kDerived.end(), name) == kDerived.end()) {
    add_extra(article, name, value);
  }
}

bool is_json(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && text[first] == '{';
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == line.npos; }

}  // namespace

std::optional<std::string> read_text_file(const std::string& file, Context& context) {
  std::string bytes;
  if (file == "-") {
    bytes.assign(std::istreambuf_iterator<char>(context.in), {});
  } else {
    std::ifstream in(file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
    if (!in.is_open() || in.bad()) {
      context.messages.failure("input", "cannot read " + file);
      return std::nullopt;
    }
  }
  return repair_utf8(bytes).text;
}

Article article_of_text(const std::string& text, const std::string& name) {
  Article article;
  article.id = name;
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::size_t end = text.find('\n', begin);
  article.body = text.substr(begin);
  if (end == text.npos || end - begin > kLongestTitle) return article;
  const std::size_t next = text.find('\n', end + 1);
  if (next == text.npos || !is_blank(text.substr(end + 1, next - end - 1))) return article;
  article.title = text.substr(begin, end - begin);
  if (article.title.ends_with('\r')) article.title.pop_back();
  article.body = text.substr(next + 1);
  return article;
}

std::optional<Article> article_of_json(const std::string& line, const std::string& name,
                                       Context& context) {
  const json object = json::parse(line, nullptr, false);
  if (!object.is_object()) {
    context.messages.failure("input", name + ": not a JSON object on one line");
    return std::nullopt;
  }
  Article article;
  article.id = name;
  for (const auto& [key, value] : object.items()) set_field(article, key, value);
  if (article.id.empty()) article.id = name;
  return article;
}

bool for_each_text(const Options& options, Context& context,
                   const std::function<void(Article)>& use) {
  bool all_read = true;
  const std::vector<std::string> files =
      options.words.empty() ? std::vector<std::string>{"-"} : options.words;
  for (const std::string& file : files) {
    const auto text = read_text_file(file, context);
    all_read = all_read && text.has_value();
    if (!text) continue;
    const std::string name = file == "-" ? "standard input" : file;
    if (!is_json(*text)) {
      use(article_of_text(*text, name));
      continue;
    }
    std::istringstream lines(*text);
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (is_blank(line)) continue;
      auto article = article_of_json(line, name + ":" + std::to_string(number), context);
      all_read = all_read && article.has_value();
      if (article) use(*std::move(article));
    }
  }
  return all_read;
}

}  // namespace morgue
