// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/article_builder.h"

#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

namespace morgue::test_support {

ArticleBuilder::ArticleBuilder(std::string id) { article_.id = std::move(id); }

ArticleBuilder& ArticleBuilder::title(std::string text) {
  article_.title = std::move(text);
  return *this;
}

ArticleBuilder& ArticleBuilder::body(std::string text) {
  article_.body = std::move(text);
  return *this;
}

ArticleBuilder& ArticleBuilder::byline(std::string name) {
  article_.byline = std::move(name);
  return *this;
}

ArticleBuilder& ArticleBuilder::source(std::string name) {
  article_.source = std::move(name);
  return *this;
}

ArticleBuilder& ArticleBuilder::section(std::string name) {
  article_.section = std::move(name);
  return *this;
}

ArticleBuilder& ArticleBuilder::lang(std::string code) {
  article_.lang = std::move(code);
  return *this;
}

ArticleBuilder& ArticleBuilder::url(std::string address) {
  article_.url = std::move(address);
  return *this;
}

ArticleBuilder& ArticleBuilder::on(std::string_view date) {
  const auto read = parse_partial_date(date);
  if (!read) throw std::invalid_argument("not a date: " + std::string(date));
  article_.date = *read;
  article_.date_source = DateSource::Metadata;
  article_.date_text = date;
  return *this;
}

ArticleBuilder& ArticleBuilder::person(std::string name) {
  article_.people.push_back(std::move(name));
  return *this;
}

ArticleBuilder& ArticleBuilder::organisation(std::string name) {
  article_.organisations.push_back(std::move(name));
  return *this;
}

ArticleBuilder& ArticleBuilder::place(std::string name) {
  article_.places.push_back(std::move(name));
  return *this;
}

ArticleBuilder& ArticleBuilder::extra(std::string name, std::string value) {
  article_.extra.push_back({std::move(name), ExtraField::Kind::Text, {std::move(value)}});
  return *this;
}

std::string json_line(const Article& article) {
  nlohmann::ordered_json line;
  const auto put = [&](const std::string& name, const auto& value) {
    if (!value.empty()) line[name] = value;
  };
  put("id", article.id);
  put("title", article.title);
  put("body", article.body);
  put("byline", article.byline);
  put("source", article.source);
  put("section", article.section);
  put("lang", article.lang);
  put("url", article.url);
  put("date", article.date_text);
  put("people", article.people);
  put("organisations", article.organisations);
  put("places", article.places);
  for (const ExtraField& field : article.extra) put(field.name, field.values.front());
  return line.dump() + "\n";
}

}  // namespace morgue::test_support
