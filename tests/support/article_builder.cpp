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

std::string ArticleBuilder::json_line() const {
  nlohmann::ordered_json line;
  const auto put = [&](const std::string& name, const auto& value) {
    if (!value.empty()) line[name] = value;
  };
  put("id", article_.id);
  put("title", article_.title);
  put("body", article_.body);
  put("byline", article_.byline);
  put("source", article_.source);
  put("section", article_.section);
  put("lang", article_.lang);
  put("url", article_.url);
  put("date", article_.date_text);
  put("people", article_.people);
  put("organisations", article_.organisations);
  put("places", article_.places);
  for (const ExtraField& field : article_.extra) put(field.name, field.values.front());
  return line.dump() + "\n";
}

}  // namespace morgue::test_support
